import { launch } from "./browser.mjs";
const base = process.argv[2]; const out = process.argv[3]; const list = process.argv.slice(4);
const b = await launch();
for (const spec of list) {
  const [name, path, w, scheme] = spec.split("|");
  const c = await b.newContext({ baseURL: base, locale: "fr-FR", viewport: { width: Number(w), height: w === "320" ? 640 : 860 }, colorScheme: scheme, reducedMotion: "reduce" });
  const p = await c.newPage(); await p.goto(path); await p.screenshot({ path: `${out}/${name}-${w}-${scheme}.png`, fullPage: true }); await c.close();
}
await b.close();
