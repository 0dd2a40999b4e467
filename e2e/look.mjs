// What every page owes to everybody, whatever it says: axe finds nothing, nothing scrolls sideways.

import { overflow, violations } from "./browser.mjs";

// A colour does not depend on the width, nor the width on colours: two views stand for the four.
const VIEWS = [
  { width: 1280, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
];

/** What is wrong with the page shown, one line a fault: wide and light, then narrow and dark. */
export async function look(page) {
  const found = [];
  for (const { width, colorScheme } of VIEWS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    if ((await overflow(page)) > 0) found.push(`scrolls sideways at ${width}`);
    found.push(...(await violations(page)));
  }
  return found.map((fault) => `${new URL(page.url()).pathname}: ${fault}`);
}
