// A draft is kept while one writes, and what is already proposed shows beside it; without script the
// button and the preview do the same.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, violations, visitor } from "../browser.mjs";
import { signIn } from "../people.mjs";
import { startPlatform } from "../platform.mjs";

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

/** The form of the first consultation that is open, and the title of something proposed there. */
async function form(page) {
  await page.goto("/consultations");
  const paths = await page.$$eval('main a[href^="/consultations/"]', (links) => links.map((link) => link.getAttribute("href")));
  for (const path of new Set(paths)) {
    await page.goto(path);
    if ((await page.locator('main a[href$="/propose"]').count()) > 0) break;
  }
  const known = (await page.locator(".items .item__title").first().innerText()).trim();
  await page.locator('main a[href$="/propose"]').first().click();
  return known;
}

test("with script, the draft is kept by itself, once, and near proposals show", async () => {
  const { page, noFault } = await visitor(browser, platform.address);
  await signIn(platform, page, "citizen");
  const known = await form(page);
  await page.locator("#title").fill(known);
  await page.locator("#similar a", { hasText: known }).waitFor();
  await page.locator("#autosaved", { hasText: /Brouillon enregistré à \d\d:\d\d/ }).waitFor();
  const draft = new URL(page.url()).pathname;
  assert.match(draft, /^\/proposals\/[^/]+\/edit$/);
  await page.locator("#body").fill("Un texte écrit après le premier enregistrement.");
  await page.waitForResponse((answer) => answer.url().includes("kept=1"));
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0, "nothing stays in the browser");
  assert.deepEqual(await violations(page), []);
  await page.goto("/account/proposals");
  assert.equal(await page.locator(`main a[href="${draft}"]`).count(), 1);
  await page.goto(draft);
  assert.equal(await page.locator("#body").inputValue(), "Un texte écrit après le premier enregistrement.");
  noFault();
});

test("without script, the button keeps the draft and the preview shows near proposals", async () => {
  const { page, noFault } = await visitor(browser, platform.address, { javaScriptEnabled: false });
  await signIn(platform, page, "citizen");
  const known = await form(page);
  await page.locator("#title").fill(known);
  await page.locator("#body").fill("Je propose la même chose, avec d’autres mots que ceux-là.");
  assert.equal(await page.locator("#autosaved").isVisible(), false);
  await page.locator("main button[value=draft]").click();
  await page.locator(".notice--success").waitFor();
  await page.locator("main button[value=preview]").click();
  await page.locator("section .item__title", { hasText: known }).first().waitFor();
  noFault();
});
