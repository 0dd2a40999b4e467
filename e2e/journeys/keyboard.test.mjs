// The keyboard alone, a window as narrow as 400 % of zoom leaves it, and less motion: nobody is
// kept from anything.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, overflow, visitor } from "../browser.mjs";
import { go, tabThrough, tabTo } from "../keyboard.mjs";
import { signIn } from "../people.mjs";
import { startPlatform } from "../platform.mjs";
import { shape, walk } from "../routes.mjs";

/** What 400 % of zoom leaves of a window of 1280 by 1024. */
const ZOOMED = { width: 320, height: 256 };

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

/** A page of each of these shapes, in their order. */
async function samples(page, shapes) {
  const { paths } = await walk(page, platform.address, ["/"], 1);
  return shapes.map((wanted) => paths.find((path) => shape(path) === wanted) ?? assert.fail(`no page like ${wanted}`));
}

const MAIN = ["/", "/consultations/{slug}", "/proposals/{id}", "/responses/{id}", "/commitments/{id}", "/sign-in"];

test("the first press of Tab offers to skip to the contents", async () => {
  const { page, noFault } = await visitor(browser, platform.address);
  await page.goto("/consultations");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  const box = await page.locator(".skip").boundingBox();
  assert.ok(box.x >= 0 && box.y >= 0 && box.height >= 24, "it is shown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null), "the header is behind");
  noFault();
});

test("the keyboard goes through the main pages and out again, also at 400 % of zoom", async () => {
  const { page, noFault } = await visitor(browser, platform.address);
  const paths = await samples(page, MAIN);
  for (const size of [{ width: 1280, height: 900 }, ZOOMED]) {
    await page.setViewportSize(size);
    for (const path of paths) {
      await page.goto(path);
      assert.ok((await tabThrough(page)) > 8, path);
      assert.ok((await overflow(page)) <= 0, `${path} scrolls sideways`);
    }
  }
  noFault();
});

test("the menu of a narrow window opens, leads on and closes by the keyboard", async () => {
  const { page, noFault } = await visitor(browser, platform.address, { viewport: ZOOMED });
  await page.goto("/");
  const inMenu = page.locator(".site-nav a").first();
  assert.equal(await inMenu.isVisible(), false);
  await tabTo(page, (element) => element.matches(".site-menu summary"));
  await page.keyboard.press("Enter");
  assert.ok(await inMenu.isVisible());
  await page.keyboard.press("Enter");
  assert.equal(await inMenu.isVisible(), false);
  await page.keyboard.press("Space");
  await tabTo(page, (element) => element.matches('.site-nav a[href="/commitments"]'));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/commitments");
  noFault();
});

test("somebody proposes with the keyboard alone", async () => {
  const { page, noFault } = await visitor(browser, platform.address);
  await signIn(platform, page, "citizen");
  await page.goto("/");
  await tabTo(page, (element) => element.matches('main a.button[href^="/consultations/"]'));
  await go(page);
  await tabTo(page, (element) => element.matches('main a[href$="/propose"]'));
  await go(page);
  await tabTo(page, (element) => element.matches("button[value=preview]"));
  await go(page);
  await tabTo(page, (element) => element.matches('.error-summary a[href="#title"]'));
  await page.keyboard.press("Enter");
  await page.keyboard.type("Rendre les comptes rendus lisibles");
  for (const [field, words] of [
    ["problem", "On ne les trouve pas, et on ne les comprend pas."],
    ["change", "Chacun saurait ce qui a été décidé."],
    ["body", "Je propose une page par conseil, avec les décisions d’abord."],
  ]) {
    await tabTo(page, `(element) => element.id === "${field}"`);
    await page.keyboard.type(words);
  }
  await tabTo(page, (element) => element.matches("button[value=preview]"));
  await go(page);
  await tabTo(page, (element) => element.matches('form[action$="/publish"] button'));
  await go(page);
  assert.match(page.url(), /\/proposals\/[0-9a-f-]{36}$/);
  noFault();
});

test("somebody supports with the keyboard alone, and the focus stays where it was", async () => {
  const { page, noFault } = await visitor(browser, platform.address);
  await signIn(platform, page, "agent");
  await page.goto("/");
  await page.locator('main a.button[href^="/consultations/"]').press("Enter");
  await page.locator('main ol.items h3 a[href^="/proposals/"]').first().press("Enter");
  await page.waitForURL(/\/proposals\//);
  const isSupport = (element) => element.matches("button[value=support]");
  await tabTo(page, isSupport);
  await page.keyboard.press("Space");
  await page.locator("button[value=support][aria-pressed=true]").waitFor();
  await page.waitForFunction(isSupportFocused);
  noFault();
});

/** Whether the focus is on the button that was pressed. */
function isSupportFocused() {
  return document.activeElement.matches("button[value=support][aria-pressed=true]");
}

test("nothing moves for those who ask for less motion, and for nobody longer than 150 ms", async () => {
  const { page, noFault } = await visitor(browser, platform.address);
  const paths = await samples(page, MAIN);
  for (const [reducedMotion, longest] of [["reduce", 0.01], ["no-preference", 0.15]]) {
    await page.emulateMedia({ reducedMotion });
    for (const path of paths) {
      await page.goto(path);
      assert.ok((await page.evaluate(longestMotion)) <= longest, `${path}, ${reducedMotion}`);
    }
  }
  noFault();
});

/** The longest transition or animation of a page, in seconds. */
function longestMotion() {
  const seconds = (list) => list.split(",").map((time) => parseFloat(time) / (time.trim().endsWith("ms") ? 1000 : 1));
  const motions = [...document.querySelectorAll("*")].flatMap((element) => {
    const style = getComputedStyle(element);
    return [...seconds(style.transitionDuration), ...seconds(style.animationDuration)];
  });
  return Math.max(...motions);
}
