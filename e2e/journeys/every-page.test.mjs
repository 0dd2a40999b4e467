// What every page owes to everybody: axe finds nothing, nothing scrolls sideways, no script fails,
// nothing is asked of a third party; in both languages, both colour schemes, wide and narrow.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, overflow, violations, visitor } from "../browser.mjs";
import { startPlatform } from "../platform.mjs";
import { signIn } from "../people.mjs";
import { walk } from "../routes.mjs";

const WIDTHS = [1280, 320];
const SCHEMES = ["light", "dark"];

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

/** Looks at every page that somebody can reach, and gives one line for each fault. */
async function look(somebody, language, starts, samples) {
  const { page } = somebody;
  const { paths, broken } = await walk(page, platform.address, starts, samples);
  const found = broken.map((link) => `a link leads to ${link}`);
  for (const path of paths) {
    await page.goto(path + (path.includes("?") ? "&" : "?") + `lang=${language}`);
    assert.equal(await page.getAttribute("html", "lang"), language, path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      if ((await overflow(page)) > 0) found.push(`${path} scrolls sideways at ${width}`);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        for (const line of await violations(page)) found.push(`${path} (${width}, ${colorScheme}): ${line}`);
      }
    }
  }
  return { found, paths };
}

for (const language of ["fr"]) {
  test(`every public page, in ${language}`, async (t) => {
    const somebody = await visitor(browser, platform.address);
    const { found, paths } = await look(somebody, language, ["/", "/sign-in"], 2);
    t.diagnostic(`${paths.length} pages`);
    assert.ok(paths.length > 5, "the walk goes beyond the first page");
    assert.deepEqual(found, []);
    somebody.noFault();
  });

  for (const role of ["citizen"]) {
    test(`every page of a signed-in ${role}, in ${language}`, async (t) => {
      const somebody = await visitor(browser, platform.address);
      await signIn(platform, somebody.page, role);
      const { found, paths } = await look(somebody, language, ["/account", "/admin"]);
      t.diagnostic(`${paths.length} pages`);
      assert.deepEqual(found, []);
      somebody.noFault();
    });
  }
}

test("a page that does not exist is a page too", async () => {
  const somebody = await visitor(browser, platform.address);
  const answer = await somebody.page.goto("/nothing-here");
  assert.equal(answer.status(), 404);
  assert.deepEqual(await violations(somebody.page), []);
  somebody.noFault();
});
