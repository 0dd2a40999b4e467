// Pictures of the main pages, for looking at and for the README: `node pictures.mjs FOLDER [--all]`.
// With --all, each page wide and narrow, light and dark; without, the few that the README shows.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, visitor } from "./browser.mjs";
import { signIn } from "./people.mjs";
import { startPlatform } from "./platform.mjs";
import { walk } from "./routes.mjs";

const [folder = "pictures", option] = process.argv.slice(2);
const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 320, height: 640 };

mkdirSync(folder, { recursive: true });
const platform = await startPlatform();
const browser = await launch();
try {
  await (option === "--all" ? everything() : forTheReadme());
} finally {
  await browser.close();
  await platform.stop();
}

async function forTheReadme() {
  const { page } = await visitor(browser, platform.address);
  await take(page, "/", WIDE, "light", "home");
  const proposal = await firstAnswered(page);
  await take(page, proposal, WIDE, "light", "proposal");
  await take(page, proposal, NARROW, "dark", "proposal-320");
}

/** A proposal whose thread goes far: one that a clause names. */
async function firstAnswered(page) {
  const { paths } = await walk(page, platform.address, ["/"], 20);
  for (const path of paths.filter((path) => /^\/proposals\/[^/?]+$/.test(path))) {
    const html = await (await page.request.get(path)).text();
    if (/href="\/commitments\/[^"]+\/clauses\//.test(html)) return path;
  }
  return paths.find((path) => path.startsWith("/proposals/")) ?? "/";
}

async function everything() {
  await album("public", null, ["/", "/sign-in"]);
  for (const role of ["citizen", "agent", "coordinator"]) await album(role, role, ["/account", "/admin"]);
}

async function album(name, role, starts) {
  const { page } = await visitor(browser, platform.address);
  if (role) await signIn(platform, page, role);
  for (const path of (await walk(page, platform.address, starts)).paths) {
    const file = `${name}${path.replace(/[^a-z0-9-]+/gi, "-").slice(0, 80)}`;
    for (const size of [WIDE, NARROW]) {
      for (const scheme of ["light", "dark"]) await take(page, path, size, scheme, `${file}-${size.width}-${scheme}`, true);
    }
  }
}

async function take(page, path, size, colorScheme, name, fullPage = false) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.goto(path);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
