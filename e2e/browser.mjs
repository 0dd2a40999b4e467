// A browser that watches: console errors, failed scripts and requests to third parties are faults.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Starts the browser. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** A visitor with cookies of their own; everything the pages do wrong is kept in `faults`. */
export async function visitor(browser, address, options = {}) {
  const context = await browser.newContext({
    baseURL: address,
    locale: "fr-FR",
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const faults = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("data:")) faults.push(`request to a third party: ${url}`);
  });
  context.on("weberror", (error) => faults.push(`script failed: ${error.error()}`));
  context.on("console", (message) => {
    // The browser itself reports an answer of 4xx as an error of the console; journeys expect some.
    const expected = /status of 4\d\d/.test(message.text());
    if (message.type() === "error" && !expected) faults.push(`console: ${message.text()}`);
  });
  const page = await context.newPage();
  const noFault = () => assert.deepEqual(faults, []);
  return { context, page, faults, noFault };
}

/** What axe finds in the page, one line a violation. */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  // Style sheets need not be fetched again: only experimental rules read them.
  const asked = { resultTypes: ["violations"], preload: false, performanceTimer: false };
  const found = await page.evaluate((asked) => globalThis.axe.run(document, asked), asked);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** By how many pixels the page is wider than the window. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
