// Going through pages with the keyboard alone.

import assert from "node:assert/strict";

/** Presses Tab until the focus is where it is wanted; every stop on the way must show it. */
export async function tabTo(page, wanted) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate(`document.activeElement !== document.body && (${wanted})(document.activeElement)`)) return;
    await page.keyboard.press("Tab");
    await isSeen(page);
  }
  assert.fail(`the keyboard never reaches ${wanted}`);
}

/** Presses Enter on what has the focus, and waits for the page that it leads to. */
export async function go(page) {
  const arrived = page.waitForEvent("domcontentloaded");
  await page.keyboard.press("Enter");
  await arrived;
}

/** Presses Tab through the whole page and out of it again: how many stops there are, each seen. */
export async function tabThrough(page) {
  for (let stops = 0; stops < 600; stops += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) return stops;
    await isSeen(page);
  }
  return assert.fail("the keyboard never leaves the page");
}

/** The focus can be seen: the element has a size, lies within the width, and is outlined. */
async function isSeen(page) {
  const fault = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === document.body) return "";
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const lies = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    return (isOutlined || style.boxShadow !== "none") && lies ? "" : element.outerHTML.slice(0, 120);
  });
  assert.equal(fault, "", `${page.url()}: the focus is not seen`);
}
