// What every page owes to everybody: no link leads nowhere, axe finds nothing, nothing scrolls
// sideways, no script fails, nothing is asked of a third party; in both languages, light and wide,
// dark and narrow.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, overflow, violations, visitor } from "../browser.mjs";
import { startPlatform } from "../platform.mjs";
import { signIn } from "../people.mjs";
import { walk } from "../routes.mjs";

const LANGUAGES = ["fr", "en"];
// A colour does not depend on the width, nor the width on colours: two views stand for the four.
const VIEWS = [
  { width: 1280, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
];

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

/** Walks over every page that somebody can reach and looks at each: one line for each fault. */
async function walkAndLook(t, somebody, starts, samples) {
  const { paths, broken } = await walk(somebody.page, platform.address, starts, samples);
  t.diagnostic(`${paths.length} pages`);
  assert.ok(paths.length > 5, "the walk goes beyond the first page");
  const found = broken.map((link) => `a link leads to ${link}`);
  for (const language of LANGUAGES) {
    for (const path of paths) found.push(...(await look(somebody.page, path, language)));
  }
  assert.deepEqual(found, []);
  somebody.noFault();
}

/** What is wrong in a page, in a language. */
async function look(page, path, language) {
  await page.goto(path + (path.includes("?") ? "&" : "?") + `lang=${language}`);
  assert.equal(await page.getAttribute("html", "lang"), language, path);
  const found = [];
  for (const { width, colorScheme } of VIEWS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    if ((await overflow(page)) > 0) found.push("scrolls sideways");
    found.push(...(await violations(page)));
  }
  return found.map((fault) => `${path} (${language}): ${fault}`);
}

test("every public page", async (t) => {
  await walkAndLook(t, await visitor(browser, platform.address), ["/", "/sign-in"], 2);
});

for (const role of ["citizen", "agent", "coordinator", "administrator"]) {
  test(`every page of a signed-in ${role}`, async (t) => {
    const somebody = await visitor(browser, platform.address);
    await signIn(platform, somebody.page, role);
    await walkAndLook(t, somebody, ["/account", "/admin"]);
  });
}

test("a page that does not exist is a page too", async () => {
  const somebody = await visitor(browser, platform.address);
  const answer = await somebody.page.goto("/nothing-here");
  assert.equal(answer.status(), 404);
  assert.deepEqual(await violations(somebody.page), []);
  somebody.noFault();
});
