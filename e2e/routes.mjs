// Every route that links lead to: a walk over the site, a few addresses for each shape.

const IDENTIFIER = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const AFTER_SLUG = /^\/(plans|consultations|organisations|pages|opinions|gatherings|assets)\/[^/]+/;

/** The shape of an address: what is particular in it is left out, and so is the query but for its names. */
export function shape(path) {
  const [place, query = ""] = path.split("?");
  const names = [...new URLSearchParams(query).keys()].filter((name) => name !== "lang").sort();
  const general = place.replace(IDENTIFIER, "{id}").replace(AFTER_SLUG, "/$1/{slug}").replace(/\/\d+(?=\/|$)/g, "/{n}");
  const kinds = [...new Set(names)];
  // Two filters together are one shape each; three or more say nothing new of a page.
  if (kinds.length > 2) return `${general}?several`;
  return kinds.length > 0 ? `${general}?${kinds.join("&")}` : general;
}

/** Walks from `starts`: the addresses of the pages met, as many as asked for each shape, and the links that lead nowhere. */
export async function walk(page, address, starts, samples = 1) {
  const waiting = starts.map((path) => [path]);
  const met = new Map();
  const seen = new Set();
  const broken = [];
  while (waiting.length > 0) {
    const [path, from] = waiting.shift();
    if (seen.has(path) || (met.get(shape(path))?.length ?? 0) >= samples) continue;
    seen.add(path);
    const answer = await page.request.get(path, { maxRedirects: 0 });
    if (answer.status() >= 400 && from) broken.push(`${path}, which answers ${answer.status()} (from ${from})`);
    if (answer.status() !== 200 || !answer.headers()["content-type"]?.startsWith("text/html")) continue;
    met.set(shape(path), [...(met.get(shape(path)) ?? []), path]);
    waiting.push(...links(await answer.text(), address, path).map((link) => [link, path]));
  }
  return { paths: [...met.values()].flat(), broken };
}

/** The links of a page that stay on the site. */
function links(html, address, path) {
  const found = [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) => href.replaceAll(/&(amp|#38|#x26);/g, "&"));
  return found
    .map((href) => new URL(href, new URL(path, address)))
    .filter((url) => url.origin === new URL(address).origin && !url.searchParams.has("lang"))
    .map((url) => url.pathname + url.search);
}
