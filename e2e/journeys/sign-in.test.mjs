// Signing in: by the link, by the code, with the keyboard alone, without script.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "../browser.mjs";
import { tabTo } from "../keyboard.mjs";
import { askForMail, signInByCode, signInByLink } from "../people.mjs";
import { codeIn, linkIn, startPlatform } from "../platform.mjs";

let platform;
let browser;
before(async () => {
  platform = await startPlatform({ demo: false });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

/** Whether the account page opens. */
async function isSignedIn(page) {
  await page.goto("/account");
  return new URL(page.url()).pathname.startsWith("/account");
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`somebody signs in by the link of the mail, ${how}`, async () => {
    const somebody = await visitor(browser, platform.address, { javaScriptEnabled });
    assert.equal(await isSignedIn(somebody.page), false);
    await signInByLink(platform, somebody.page, "maud@example.org");
    assert.equal(await isSignedIn(somebody.page), true);
    somebody.noFault();
  });

  test(`somebody signs in by six digits, ${how}`, async () => {
    const somebody = await visitor(browser, platform.address, { javaScriptEnabled });
    await signInByCode(platform, somebody.page, "camille@example.org");
    assert.equal(await isSignedIn(somebody.page), true);
    somebody.noFault();
  });
}

test("opening the link of the mail does not use it up", async () => {
  const { page } = await visitor(browser, platform.address, { javaScriptEnabled: false });
  await askForMail(page, "dominique@example.org");
  const link = linkIn(await platform.mail.next("dominique@example.org"));
  const scanner = await visitor(browser, platform.address);
  for (let times = 0; times < 3; times += 1) await scanner.page.goto(link);
  await page.goto(link);
  await page.locator("main form button").click();
  assert.equal(await isSignedIn(page), true);
});

test("somebody signs in with the keyboard alone", async () => {
  const { page, noFault } = await visitor(browser, platform.address);
  await page.goto("/");
  await tabTo(page, (element) => element.matches('a[href^="/sign-in"]'));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/sign-in*");
  await tabTo(page, (element) => element.matches("input[name=email]"));
  await page.keyboard.type("sacha@example.org");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/sign-in/code/*");
  await tabTo(page, (element) => element.matches("input[name=code]"));
  await page.keyboard.type(codeIn(await platform.mail.next("sacha@example.org")));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  assert.equal(await isSignedIn(page), true);
  noFault();
});
