// The coordinator announces a plan, is refused while it promises nothing, writes a commitment in
// full, publishes it, publishes the plan; a reader finds it and reads a clause under its own link.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "../browser.mjs";
import { enter, fill, follow, inDays, press } from "../hands.mjs";
import { signIn } from "../people.mjs";
import { startPlatform } from "../platform.mjs";

const CLAUSE = "Chaque guichet affiche son attente, heure par heure, avant le 31 décembre 2031.";
const PROMISE = "On sait à l’avance quand le guichet est calme.";

let platform;
let browser;
before(async () => {
  platform = await startPlatform();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`a plan is announced, written and published, ${how}`, async () => {
    const coordinator = await visitor(browser, platform.address, { javaScriptEnabled });
    const reader = await visitor(browser, platform.address, { javaScriptEnabled });
    const plan = `Plan d’essai, ${how}`;
    const commitment = `Dire l’attente aux guichets, ${how}`;
    await signIn(platform, coordinator.page, "coordinator");

    await announce(coordinator.page, plan, how);
    assert.match(await readPlan(reader.page, plan), /en préparation/);
    await isRefused(coordinator.page, plan);

    await begin(coordinator.page, plan, commitment);
    await write(coordinator.page);
    await press(coordinator.page, "Remettre à la coordination");
    await press(coordinator.page, "Publier");
    await publish(coordinator.page, plan);

    assert.match(await readPlan(reader.page, plan), /en vigueur/);
    await readClause(reader.page, commitment);
    for (const one of [coordinator, reader]) one.noFault();
  });
}

/** Announces a plan, with its axis and a first date of its public calendar. */
async function announce(page, plan, how) {
  await enter(page, "Plans et calendrier");
  await press(page, "Annoncer ce plan");
  assert.ok(await page.locator(".error-summary").isVisible(), "an empty form says what is missing");
  const [start, end] = [inDays(1500), inDays(2200)];
  await fill(page, { slug: `essai-${how.replace(" ", "-")}`, national_label_fr: plan });
  await fill(page, { national_start: start, national_end: end, ogp_start: start, ogp_end: end });
  await press(page, "Annoncer ce plan");
  await page.waitForURL(/\/admin\/plans\/essai-/);
  await follow(page, "Thèmes", "main");
  await fill(page, { name_fr: "L’accueil" });
  await press(page, "Ajouter ce thème");
  await page.getByRole("link", { name: "L’accueil" }).waitFor();
  await follow(page, plan, "main");
  await follow(page, "Calendrier public", "main");
  await fill(page, { kind: { index: 1 }, starts_on: inDays(1000), ends_on: inDays(1030) });
  await press(page, "Publier ces dates");
  await page.locator("main ol.items li").first().waitFor();
}

/** A plan without a commitment is not published: the page says so, and what to do. */
async function isRefused(page, plan) {
  await enter(page, "Plans et calendrier");
  await follow(page, plan, "main");
  await press(page, "Publier le plan");
  assert.ok(await page.getByText("Ce plan n’a aucun engagement publié").isVisible());
}

/** Begins a commitment in the plan. */
async function begin(page, plan, title) {
  await enter(page, "Engagements");
  if ((await page.locator('main nav a[aria-current="page"]').innerText()) !== plan) await follow(page, plan, "main");
  await fill(page, { title, level: { label: "Engagement" }, starts_on: inDays(1500), ends_on: inDays(2100) });
  await press(page, "Commencer un engagement");
  await page.waitForURL(/\/admin\/commitments\/[0-9a-f-]{36}$/);
}

/** Writes all that a commitment needs; the room tells what is missing until nothing is. */
async function write(page) {
  assert.equal(await page.locator(".notice li").count(), 6, "everything is missing");
  await fill(page, { summary: PROMISE, theme: { label: "L’accueil" } });
  await press(page, "Enregistrer");
  assert.equal(await page.locator(".notice li").count(), 5);
  await follow(page, "Clauses, porteurs, jalons, indicateurs");
  await fill(page, { text: CLAUSE });
  await press(page, "Ajouter la clause");
  await page.getByText(CLAUSE).first().waitFor();
  await carry(page, "Ministère chargé des Solidarités", "pilote");
  await carry(page, "Guichet ouvert", "copilote, société civile");
  await fill(page, { milestone: "L’attente est affichée dans dix guichets", due_on: inDays(1700) });
  await press(page, "Ajouter un jalon");
  await page.getByText("dix guichets").first().waitFor();
  await fill(page, { indicator: "Guichets qui affichent leur attente", unit: "guichets", baseline: "0", target: "400" });
  await press(page, "Ajouter un indicateur");
  await page.getByText("0 → 400").first().waitFor();
  await page.locator("main .head__what a").click();
  await page.waitForURL(/\/admin\/commitments\/[0-9a-f-]{36}$/);
  assert.equal(await page.locator(".notice li").count(), 0, "nothing is missing any more");
}

/** Names an organisation among those that carry the commitment. */
async function carry(page, organisation, part) {
  await fill(page, { organisation: { label: organisation }, part: { label: part } });
  await press(page, "Ajouter un porteur");
  await page.locator("#carriers-list").getByText(`${organisation}, ${part}`).waitFor();
}

/** Publishes the plan, and sees its public page. */
async function publish(page, plan) {
  await enter(page, "Plans et calendrier");
  await follow(page, plan, "main");
  await press(page, "Publier le plan");
  await page.waitForURL(/\/plans\/essai-/);
}

/** Finds the plan from the home page; gives the words of its head. */
async function readPlan(page, plan) {
  await page.goto("/");
  await follow(page, "Plans", "header");
  await follow(page, plan, "main");
  return page.locator("main .head").innerText();
}

/** From the plan to the commitment, and to a clause that has an address of its own. */
async function readClause(page, commitment) {
  await follow(page, commitment, "main");
  assert.ok(await page.getByText(PROMISE).first().isVisible());
  await page.locator('main a[href*="/clauses/"]').first().click();
  await page.waitForURL(/\/commitments\/.+\/clauses\/1/);
  assert.ok(await page.getByText(CLAUSE).first().isVisible());
}
