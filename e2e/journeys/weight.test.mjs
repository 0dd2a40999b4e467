// What a first visit costs: everything the first page needs, over the wire.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitor } from "../browser.mjs";
import { startPlatform } from "../platform.mjs";

const LIMIT = 60_000;

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

for (const path of ["/", "/consultations", "/commitments"]) {
  test(`a first visit to ${path} is under 60 kB`, async (t) => {
    const { context, page } = await visitor(browser, platform.address);
    const wire = await context.newCDPSession(page);
    await wire.send("Network.enable");
    let bytes = 0;
    wire.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    const answer = await page.goto(path, { waitUntil: "networkidle" });
    assert.equal(answer.status(), 200);
    t.diagnostic(`${bytes} bytes`);
    assert.ok(bytes > 0 && bytes < LIMIT, `${bytes} bytes`);
  });
}
