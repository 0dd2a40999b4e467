// The coordinator prepares a consultation, is refused while a gate of the law is not met, announces
// it, and lets it open on its day; the public sees each step.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "../browser.mjs";
import { enter, follow, inDays, press } from "../hands.mjs";
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

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with-script" : "without-script";

  test(`a consultation is prepared, announced and let open, ${how}`, async () => {
    const { page, noFault } = await visitor(browser, platform.address, { javaScriptEnabled });
    await signIn(platform, page, "coordinator");
    await prepare(page, how);
    const reader = await visitor(browser, platform.address, { javaScriptEnabled });
    assert.equal((await reader.page.goto(`/consultations/essai-${how}`)).status(), 404, "not public yet");

    await press(page, "Annoncer la consultation");
    assert.equal((await reader.page.goto(`/consultations/essai-${how}`)).status(), 200);
    await press(page, "Approuver l’ouverture");
    assert.ok(await page.locator(".notice--error").isVisible(), "useful information is missing");

    await follow(page, "Modifier la consultation", "main");
    await page.locator("#information_fr").fill("Ce que l’on sait de l’attente aux guichets, en une page.");
    await press(page, "Enregistrer");
    await page.waitForURL(`**/admin/consultations/essai-${how}`);
    await press(page, "Approuver l’ouverture");
    assert.equal(await page.locator('main form[action$="/approve"]').count(), 0, "it opens on its day");
    noFault();
    reader.noFault();
  });
}

/** Fills the form in, all but the useful information. */
async function prepare(page, how) {
  await enter(page, "Consultations");
  await follow(page, "Préparer une consultation", "main");
  await page.locator("#plan").selectOption({ index: 1 });
  await page.locator("#title_fr").fill(`Essai de consultation ${how}`);
  await page.locator("#slug").fill(`essai-${how}`);
  await page.locator("#rules_fr").fill("Le ministère décide. Chaque contribution reçoit une réponse.");
  await page.locator("#opens_on").fill(inDays(20));
  await page.locator("#closes_on").fill(inDays(50));
  await page.locator("input[name=ballot]").first().check();
  await page.locator("#answer_within_days").fill("30");
  await page.locator('main form[action="/admin/consultations/new"] button').click();
  await page.waitForURL(`**/admin/consultations/essai-${how}`);
}
