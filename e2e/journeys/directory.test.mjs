// The directory: found by words, by the name one begins to type, and by what a text means; with and without script.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, visitor } from "../browser.mjs";
import { fill, follow, press } from "../hands.mjs";
import { look } from "../look.mjs";
import { startPlatform } from "../platform.mjs";

const BINARY = process.env.FABRIQUE_BINARY ?? "fabrique";

let platform;
let browser;
before(async () => {
  platform = await startPlatform();
  const directory = (...words) => execFileSync(BINARY, ["--home", platform.home, "directory", ...words], { stdio: "ignore" });
  const register = join(platform.home, "register.zip");
  directory("generate", "--rows", "3000", "--seed", "11", "--out", register);
  directory("load", "rna", register);
  directory("build");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`words find organisations, links narrow, ticked ones are compared, ${how}`, async () => {
    const { page, noFault } = await visitor(browser, platform.address, { javaScriptEnabled });
    await page.goto("/directory");
    await fill(page, { q: "association" });
    await press(page, "Chercher");
    await page.waitForURL("**/directory?q=association**");
    assert.ok(await page.locator("ol.items > li").count(), "somebody answers");
    if (javaScriptEnabled) assert.deepEqual(await look(page), []);
    const boxes = page.locator("input[name=with]");
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await press(page, "Comparer les organisations cochées");
    assert.equal(await page.locator("table.compare thead th").count(), 3);
    noFault();
  });

  test(`a text finds allies, each with its reasons, and says who is missing, ${how}`, async () => {
    const { page, noFault } = await visitor(browser, platform.address, { javaScriptEnabled });
    await page.goto("/directory");
    await follow(page, "Trouver des alliés");
    await fill(page, { text: "Favoriser la pratique du sport et de la culture pour les jeunes de la commune" });
    await press(page, "Trouver des alliés");
    await page.getByRole("heading", { name: "Qui manque" }).waitFor();
    assert.ok(await page.locator(".reasons li").count(), "each says why");
    if (javaScriptEnabled) assert.deepEqual(await look(page), []);
    noFault();
  });
}

test("names come while one types, and the keyboard chooses one", async () => {
  const { page, noFault } = await visitor(browser, platform.address, {});
  await page.goto("/directory");
  const field = page.getByRole("combobox");
  await field.pressSequentially("asso");
  await page.getByRole("option").first().waitFor();
  assert.deepEqual(await look(page), []);
  await field.press("ArrowDown");
  assert.equal(await page.locator("[role=option][aria-selected=true]").count(), 1);
  await field.press("Enter");
  await page.waitForURL("**/organisations/*");
  noFault();
});
