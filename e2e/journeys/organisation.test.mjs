// An organisation from all sides: found in the registers, compared with another; its people say what it acts for, a
// reader contests a fact, the coordination answers.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, visitor } from "../browser.mjs";
import { enter, fill, follow, press } from "../hands.mjs";
import { look } from "../look.mjs";
import { PEOPLE, signIn } from "../people.mjs";
import { startPlatform } from "../platform.mjs";

const BINARY = process.env.FABRIQUE_BINARY ?? "fabrique";

let platform;
let browser;
before(async () => {
  platform = await startPlatform();
  loadRegister(platform.home);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

/** A small invented register, loaded and built while the site serves. */
function loadRegister(home) {
  const file = join(home, "rna_waldec_20250501.zip");
  const fabrique = (...words) =>
    execFileSync(BINARY, ["--home", home, "directory", ...words], { env: { PATH: process.env.PATH }, stdio: "ignore" });
  fabrique("generate", "--rows", "2000", "--seed", "7", "--out", file);
  fabrique("load", "rna", file);
  fabrique("build");
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  const somebody = async (role) => {
    const one = await visitor(browser, platform.address, { javaScriptEnabled });
    if (role) await signIn(platform, one.page, role);
    return one;
  };
  /** What every page owes to everybody; axe itself is a script. */
  const sound = async (page) => {
    if (javaScriptEnabled) assert.deepEqual(await look(page), []);
  };

  test(`an organisation of the registers is read and compared, ${how}`, async () => {
    const { page, noFault } = await somebody(null);
    await page.goto("/directory");
    await page.locator("ol.items .item__title a").first().click();
    await page.waitForURL("**/organisations/*");
    assert.ok(await page.locator(".source-mark").first().isVisible(), "each fact says who says it");
    assert.ok(await page.locator("#story ~ ol .bead").count(), "there is a time line");
    await sound(page);
    const first = new URL(page.url()).pathname.split("/").pop();
    await page.goto("/directory?page=2");
    const link = await page.locator("ol.items .item__title a").first().getAttribute("href");
    const other = link.split("/").pop();
    assert.equal((await page.goto(`/directory/${other}`)).status(), 200);
    assert.match(page.url(), new RegExp(`/organisations/${other}$`), "the older address leads there");
    await page.goto(`/directory/compare?with=${first}&with=${other}`);
    assert.equal(await page.locator("table.compare thead th").count(), 3);
    await sound(page);
    noFault();
  });

  test(`an institution says what it acts for, and a fact is contested and answered, ${how}`, async () => {
    const [agent, citizen, coordinator] = [await somebody("agent"), await somebody("citizen"), await somebody("coordinator")];
    const path = await ownOrganisation(agent.page);
    await agent.page.goto(`${path}/card`);
    await sound(agent.page);
    const late = await agent.page.context().newPage();
    await late.goto(`${path}/card`);
    await fill(agent.page, { causes: `Des guichets calmes, ${how}`, goals: "Publier les délais", reach: "guichet@example.org" });
    await press(agent.page, "Publier");
    await agent.page.waitForURL((url) => url.pathname === path);
    await sound(agent.page);

    await fill(late, { causes: "Un texte commencé avant" });
    await press(late, "Publier");
    await late.getByText("a écrit entre-temps").waitFor();
    assert.equal(await late.locator("#causes").inputValue(), "Un texte commencé avant", "nothing is lost");
    await late.close();

    await citizen.page.goto(path);
    assert.ok(await citizen.page.getByText(`Des guichets calmes, ${how}`).isVisible());
    await follow(citizen.page, "Contester un fait", "main");
    await press(citizen.page, "Envoyer la demande");
    assert.ok(await citizen.page.locator(".error-summary").isVisible(), "what is missing is said");
    await fill(citizen.page, { fact: "kind", truth: `C’est une agence, ${how}` });
    await sound(citizen.page);
    await press(citizen.page, "Envoyer la demande");
    await citizen.page.waitForURL("**/directory/requests/*");
    await sound(citizen.page);

    await enter(coordinator.page, "Demandes au sujet de l’annuaire");
    await sound(coordinator.page);
    await coordinator.page.locator("ol.items .item__title a").last().click();
    await coordinator.page.locator("#verdict-refuse").check();
    await fill(coordinator.page, { reason: `Son décret la dit direction, ${how}` });
    await sound(coordinator.page);
    await press(coordinator.page, "Répondre");
    await coordinator.page.waitForURL("**/admin/requests");
    const told = await platform.mail.next(PEOPLE.citizen);
    assert.match(JSON.stringify(told), /directory\/requests\//, "who asked is told, and where to read it");

    await citizen.page.goto(path);
    assert.ok(await citizen.page.getByText(`Son décret la dit direction, ${how}`).isVisible(), "beside the fact");
    for (const one of [agent, citizen, coordinator]) one.noFault();
  });
}

/** The page of the institution that somebody speaks for: the one whose card they write. */
async function ownOrganisation(page) {
  await page.goto("/organisations");
  const paths = await page.locator(".item__title a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const path of paths) {
    await page.goto(path);
    if (await page.locator(`a[href="${path}/card"]`).count()) return path;
  }
  throw new Error("nobody’s page");
}
