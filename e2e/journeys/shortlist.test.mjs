// A list of organisations, from the directory to the grid, shared by a link; with and without script, and with the
// keyboard alone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, overflow, violations, visitor } from "../browser.mjs";
import { fill, follow, press } from "../hands.mjs";
import { tabThrough } from "../keyboard.mjs";
import { signIn } from "../people.mjs";
import { startPlatform } from "../platform.mjs";

const BINARY = process.env.FABRIQUE_BINARY ?? "fabrique";

let platform;
let browser;
before(async () => {
  platform = await startPlatform();
  const directory = (...words) =>
    execFileSync(BINARY, ["--home", platform.home, "directory", ...words], { stdio: ["ignore", "ignore", "ignore"] });
  const register = join(platform.home, "register.zip");
  directory("generate", "--rows", "3000", "--seed", "7", "--out", register);
  directory("load", "rna", register);
  directory("build");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

/** The keys and names of some organisations that the directory has. */
async function found(page, count) {
  await page.goto("/directory?q=association&sort=name");
  const links = await page.$$eval('.items .item__title a[href^="/organisations/"]', (all) =>
    all.map((link) => ({ key: link.getAttribute("href").split("/").pop(), name: link.textContent.trim() })),
  );
  assert.ok(links.length >= count, "the directory answers");
  return links.slice(0, count);
}

/** Nothing is wrong with a page, wide and narrow. */
async function isSound(page) {
  assert.deepEqual(await violations(page), []);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  assert.equal(await overflow(page), 0, `${page.url()} is wider than 320 pixels`);
  await page.setViewportSize(size);
}

for (const javaScriptEnabled of [true, false]) {
  test(`a list is made, filled, placed and shared ${javaScriptEnabled ? "with" : "without"} script`, async () => {
    const { page, noFault } = await visitor(browser, platform.address, { javaScriptEnabled });
    const look = javaScriptEnabled ? isSound : async () => {};
    const [first, second] = await found(page, 2);
    // Signed out: the page asks which list once one is signed in.
    await page.goto(`/shortlists/entries?key=${first.key}&origin=search&sought=eau`);
    assert.match(page.url(), /\/sign-in\?return_to=/);
    await signIn(platform, page, "agent");
    await page.goto(`/shortlists/entries?key=${first.key}&origin=search&sought=eau`);
    await look(page);
    await page.locator("#list-new").check();
    await fill(page, { title: "Qui associer sur l’eau" });
    await press(page, "Ajouter");
    await page.getByText("L’organisation est sur la liste.").waitFor();
    await page.getByText("Trouvée en cherchant « eau »").waitFor();
    const list = new URL(page.url()).pathname;
    await follow(page, "Ajouter à la main", "main");
    await look(page);
    await fill(page, { name: "Collectif du canal", why: "Il vit sur place" });
    await press(page, "Ajouter");
    await page.goto(`${list}/add`);
    await fill(page, { column: `${second.key}\nW000000000`, column_why: "Venue du forum" });
    await press(page, "Ajouter ces organisations");
    await page.getByText("Une organisation ajoutée").waitFor();
    assert.deepEqual(await page.locator("section.notice code").allInnerTexts(), ["W000000000"]);
    await page.goto(list);
    assert.equal(await page.locator(".shortlist > li").count(), 3);
    await look(page);
    await place(page, list, look);
    await takeOffAndBack(page, list);
    await share(page, list, look);
    await page.goto(`${list}/coverage`);
    await page.getByRole("heading", { name: "Régions" }).waitFor();
    await look(page);
    noFault();
  });
}

/** Places the first two, with a reason each, after having forgotten to say who is absent. */
async function place(page, list, look) {
  await page.goto(`${list}/grid/edit`);
  await look(page);
  for (const fieldset of (await page.locator(".place fieldset").all()).slice(0, 4)) {
    await fieldset.locator("input[value='3']").check();
    await fieldset.locator("input[type=text]").fill("Elle gère le réseau");
  }
  await press(page, "Enregistrer la grille");
  await page.getByText("Il reste quelque chose à corriger").waitFor();
  assert.equal(await page.locator(".place fieldset input[value='3']:checked").count(), 4, "nothing is lost");
  await look(page);
  await page.locator("#absence-somebody").check();
  await fill(page, { who: "Les locataires", absent_why: "Ils paient l’eau" });
  await press(page, "Enregistrer la grille");
  await page.getByText("La grille est enregistrée").waitFor();
  assert.equal(await page.locator(".grid__disc:not(.grid__disc--apart)").count(), 2);
  assert.equal(await page.locator(".grid__disc--apart").count(), 1);
  await page.getByText("Ils paient l’eau").waitFor();
  await look(page);
}

async function takeOffAndBack(page, list) {
  await page.goto(list);
  const name = (await page.locator(".shortlist .item__title").first().innerText()).trim();
  await page.getByRole("button", { name: `Retirer ${name}` }).click();
  await page.getByText("L’organisation est retirée de la liste.").waitFor();
  await page.getByRole("button", { name: `Annuler ${name}` }).click();
  await page.getByText("L’organisation est de nouveau sur la liste.").waitFor();
  assert.equal((await page.locator(".shortlist .item__title").first().innerText()).trim(), name, "where it stood");
}

/** By a link, a stranger reads the organisations and the reasons, and nothing else. */
async function share(page, list, look) {
  await page.goto(`${list}/sharing`);
  await look(page);
  await press(page, "Créer un lien");
  const link = await page.locator(".shortlist__link a").getAttribute("href");
  const stranger = await visitor(browser, platform.address);
  await stranger.page.goto(link);
  await stranger.page.getByText("Il vit sur place").waitFor();
  const words = await stranger.page.locator("main").innerText();
  assert.doesNotMatch(words, /Elle gère le réseau|Ajoutée par|locataires/);
  await look(stranger.page);
  const file = await stranger.page.request.get(`${link}/list.csv`);
  assert.match(await file.text(), /Collectif du canal/);
  await press(page, "Changer de lien");
  assert.equal((await stranger.page.goto(link)).status(), 404, "the link of before opens nothing");
  await stranger.context.close();
}

test("the keyboard alone reaches everything on the pages of a list", async () => {
  const { page, noFault } = await visitor(browser, platform.address);
  await signIn(platform, page, "agent");
  await page.goto("/shortlists");
  const list = await page.locator(".items .item__title a").first().getAttribute("href");
  for (const path of ["/shortlists", list, `${list}/grid`, `${list}/grid/edit`, `${list}/sharing`, `${list}/coverage`]) {
    await page.goto(path);
    assert.ok((await tabThrough(page)) > 5, path);
  }
  noFault();
});
