// What says no is a page too: it says what was wrong and what to do, keeps what was typed, offers a
// way on, and owes as much to everybody as any other page; in both languages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "../browser.mjs";
import { look } from "../look.mjs";
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

/** Addresses that answer no, to whom, and how. */
const CLOSED = [
  [null, "/nothing-here", 404],
  [null, "/proposals/00000000-0000-4000-8000-000000000000", 404],
  [null, `/sign-in/link/${"A".repeat(43)}`, 410],
  ["citizen", "/admin/people", 403],
  ["agent", "/admin/plans", 403],
];

/** Forms that are sent empty: where they are, and who fills them in. */
const FORMS = [
  [null, "/sign-in"],
  ["citizen", "/account"],
  ["citizen", "/account/erase"],
  ["agent", "/admin/commitments"],
  ["coordinator", "/admin/plans"],
  ["coordinator", "/admin/consultations/new"],
  ["administrator", "/admin/people"],
  ["administrator", "/admin/organisations"],
];

/** A visitor for each role, signed in once. */
async function people(roles) {
  const met = new Map();
  for (const role of new Set(roles)) {
    const somebody = await visitor(browser, platform.address);
    if (role) await signIn(platform, somebody.page, role);
    met.set(role, somebody);
  }
  return met;
}

for (const language of ["fr", "en"]) {
  test(`an address that is closed says so and shows a way on, in ${language}`, async () => {
    const met = await people(CLOSED.map(([role]) => role));
    for (const [role, path, status] of CLOSED) {
      const { page } = met.get(role);
      const answer = await page.goto(`${path}?lang=${language}`);
      assert.equal(answer.status(), status, path);
      assert.equal(await page.getAttribute("html", "lang"), language, path);
      assert.ok((await page.locator("main a").count()) > 0, `${path} shows a way on`);
      assert.deepEqual(await look(page), []);
    }
    for (const { noFault } of met.values()) noFault();
  });

  test(`a form sent empty says what is missing, in ${language}`, async () => {
    const met = await people(FORMS.map(([role]) => role));
    for (const [role, path] of FORMS) {
      const { page } = met.get(role);
      await page.goto(`${path}?lang=${language}`);
      const form = page.locator("main form.form[method=post]:visible").first();
      for (const field of await form.locator("input[type=text], input[type=email], textarea").all()) await field.fill("");
      await form.locator("button").first().click();
      const summary = page.locator(".error-summary");
      assert.ok(await summary.isVisible(), `${path} says what is missing`);
      await leadsToItsFields(page, summary, path);
      assert.deepEqual(await look(page), []);
    }
    for (const { noFault } of met.values()) noFault();
  });
}

/** Each line of the summary leads to the field that it speaks of, which says the same beside it. */
async function leadsToItsFields(page, summary, path) {
  for (const href of await summary.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
    assert.equal(await page.locator(`[id="${href.slice(1)}"]`).count(), 1, `${path}${href} is there`);
    assert.ok(await page.locator(`[id="${href.slice(1)}-error"]`).isVisible(), `${path}${href} says what to do`);
  }
}
