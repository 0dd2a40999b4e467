// What every page owes to everybody: no link leads nowhere, axe finds nothing, nothing scrolls
// sideways, no script fails, nothing is asked of a third party; in both languages, light and wide,
// dark and narrow.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "../browser.mjs";
import { look } from "../look.mjs";
import { startPlatform } from "../platform.mjs";
import { signIn } from "../people.mjs";
import { walk } from "../routes.mjs";

const LANGUAGES = ["fr", "en"];
/** The contents that were looked at already: what roles see alike is looked at once. */
const looked = new Set();

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
  assert.ok(paths.length > 5, "the walk goes beyond the first page");
  const found = broken.map((link) => `a link leads to ${link}`);
  for (const language of LANGUAGES) {
    for (const path of paths) found.push(...(await lookIn(somebody.page, path, language)));
  }
  t.diagnostic(`${paths.length} pages, ${looked.size} contents looked at so far`);
  assert.deepEqual(found, []);
  somebody.noFault();
}

/** What is wrong in a page, in a language. */
async function lookIn(page, path, language) {
  await page.goto(path + (path.includes("?") ? "&" : "?") + `lang=${language}`);
  assert.equal(await page.getAttribute("html", "lang"), language, path);
  const contents = language + (await page.locator("main").innerHTML());
  if (looked.has(contents)) return [];
  looked.add(contents);
  return (await look(page)).map((fault) => `in ${language}, ${fault}`);
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
