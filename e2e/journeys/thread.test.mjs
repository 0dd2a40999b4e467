// The thread, walked by the people of it: a citizen contributes, others support and argue, an agent
// answers, a second pair of eyes publishes, the citizen follows the answer, a reader traces it back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "../browser.mjs";
import { enter, follow, press } from "../hands.mjs";
import { PEOPLE, signIn } from "../people.mjs";
import { linkIn, startPlatform } from "../platform.mjs";

const REASON =
  "Nous retenons cette proposition : elle est réaliste, elle ne coûte presque rien et les personnes concernées la demandent.";

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

  test(`a contribution is made, debated, answered and traced, ${how}`, async () => {
    const somebody = async (role) => {
      const one = await visitor(browser, platform.address, { javaScriptEnabled });
      if (role) await signIn(platform, one.page, role);
      return one;
    };
    const citizen = await somebody("citizen");
    const agent = await somebody("agent");
    const coordinator = await somebody("coordinator");
    const reader = await somebody(null);
    const title = `Dire à quelle heure le guichet est calme, ${how}`;

    const { proposal, consultation } = await contribute(citizen.page, title);
    await debate(agent.page, proposal);
    const response = await answer(agent.page, consultation, title);
    await mayNotPublishAlone(agent.page, response);
    await publish(coordinator.page, response);
    await followTheAnswer(citizen.page, title);
    await findItAgain(citizen.page, proposal, title);
    await traceBack(reader.page, proposal);

    for (const one of [citizen, agent, coordinator, reader]) one.noFault();
  });
}

test("a position taken just before leaving the page is kept", async () => {
  const { page, noFault } = await visitor(browser, platform.address);
  await signIn(platform, page, "administrator");
  await page.goto("/");
  await page.locator('main a.button[href^="/consultations/"]').click();
  await page.locator('main ol.items h3 a[href^="/proposals/"]').first().click();
  await page.waitForURL(/\/proposals\//);
  const proposal = page.url();
  await page.locator("main button[name=position][value=support]").click({ noWaitAfter: true });
  await page.goto("/");
  const taken = page.locator("main button[name=position][value=support][aria-pressed=true]");
  for (let times = 0; times < 20 && (await taken.count()) === 0; times += 1) await page.goto(proposal);
  assert.equal(await taken.count(), 1);
  noFault();
});

/** Writes a proposal in an open consultation, reads the preview, publishes; gives where it stands. */
async function contribute(page, title) {
  await follow(page, "Consultations", "header");
  const paths = await page.$$eval('main a[href^="/consultations/"]', (links) => links.map((link) => link.getAttribute("href")));
  for (const path of new Set(paths)) {
    await page.goto(path);
    if ((await page.locator('main a[href$="/propose"]').count()) > 0) break;
  }
  const consultation = (await page.locator("main h1").innerText()).trim();
  await page.locator('main a[href$="/propose"]').first().click();
  await page.locator("main button[value=preview]").click();
  assert.ok(await page.locator(".error-summary").isVisible(), "an empty form says what is missing");
  await page.locator("#title").fill(title);
  await page.locator("#problem").fill("On vient trois fois avant de tomber sur un moment calme.");
  await page.locator("#change").fill("Chacun viendrait quand il y a peu d’attente.");
  await page.locator("#body").fill("Je propose d’afficher l’attente constatée, heure par heure, la semaine passée.");
  await page.locator("main button[value=preview]").click();
  await page.locator('main form[action$="/publish"] button').click();
  await page.waitForURL(/\/proposals\/[0-9a-f-]{36}$/);
  assert.equal((await page.locator("main h1").innerText()).trim(), title);
  return { proposal: new URL(page.url()).pathname, consultation };
}

/** Supports a proposal and gives an argument for it. */
async function debate(page, proposal) {
  await page.goto(proposal);
  await page.locator("main button[name=position][value=support]").click();
  await page.locator("main button[name=position][value=support][aria-pressed=true]").waitFor();
  await page.goto(proposal);
  assert.equal(await page.locator("main button[name=position][value=support]").getAttribute("aria-pressed"), "true");
  await follow(page, "Ajouter un argument pour", "main");
  assert.ok(await page.locator("input[name=side][value=for]").isChecked(), "the side that was pressed is chosen");
  await page.locator("#body").fill("Vu du guichet, la file serait mieux répartie dans la journée.");
  await press(page, "Publier l’argument");
  await page.waitForURL((url) => url.pathname === proposal);
  assert.ok(await page.getByText("la file serait mieux répartie").first().isVisible());
}

/** Answers the contribution of a consultation that has this title; gives the path where the answer is read over. */
async function answer(page, consultation, title) {
  await enter(page, "Réponses");
  await page.locator("main nav a", { hasText: consultation }).click();
  const row = page.locator("main tr", { hasText: title });
  while ((await row.count()) === 0) await page.locator('main a[rel="next"]').click();
  await row.locator("input[type=checkbox]").check();
  await page.locator('main form[action="/admin/responses/new"] button').click();
  await page.locator("input[name=decision][value=taken_up]").check();
  await page.locator("#reason").fill(REASON);
  await page.locator("input[name=clauses]").first().check();
  await page.locator("main button[value=submit]").click();
  await page.waitForURL(/\/admin\/responses\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Whoever wrote an answer is told that somebody else reads it over, and is offered no button. */
async function mayNotPublishAlone(page, response) {
  await page.goto(response);
  assert.ok(await page.getByText("Vous avez écrit cette réponse").isVisible());
  assert.equal(await page.locator('main form[action$="/publish"]').count(), 0);
}

/** Finds the answer among those to read over, reads it, publishes it. */
async function publish(page, response) {
  await enter(page, "Réponses");
  await follow(page, "En relecture", "main");
  await page.locator(`main a[href="${response}"]`).click();
  await page.waitForURL(`**${response}`);
  assert.ok(await page.getByText(REASON).first().isVisible());
  await press(page, "Publier la réponse");
  await page.waitForURL(/\/responses\//);
}

/** Is told by mail, follows the link, reads the answer and its reason. */
async function followTheAnswer(page, title) {
  const mail = await platform.mail.next(PEOPLE.citizen);
  assert.ok(mail.includes(title), mail);
  await page.goto(linkIn(mail));
  assert.ok(await page.getByText(REASON).first().isVisible());
}

/** Later, without the mail: from one's account to the proposal, and along its thread to the answer. */
async function findItAgain(page, proposal, title) {
  await page.goto("/");
  await page.locator('header a[href="/account"]').click();
  await follow(page, "Mes propositions", "main");
  await follow(page, title, "main");
  await page.waitForURL(`**${proposal}`);
  await page.locator('main .bead--answer a[href^="/responses/"]').first().click();
  await page.waitForURL(/\/responses\//);
  assert.ok(await page.getByText(REASON).first().isVisible());
}

/** From the contribution to the clause it changed, and back. */
async function traceBack(page, proposal) {
  await page.goto(proposal);
  await page.locator('main a[href*="/clauses/"]').first().click();
  await page.waitForURL(/\/commitments\/.+\/clauses\/\d+/);
  await page.locator(`main a[href="${proposal}"]`).first().click();
  await page.waitForURL(`**${proposal}`);
}
