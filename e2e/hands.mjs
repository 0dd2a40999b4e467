// What people do on a page, by what they can see: the words of links and buttons.

/** Follows the first link that says exactly this, in the contents or around them. */
export async function follow(page, words, inside = "body") {
  const before = page.url();
  await page.locator(inside).getByRole("link", { name: words, exact: true }).first().click();
  await page.waitForURL((url) => url.href !== before);
}

/** Presses the button that says exactly this. */
export function press(page, words, inside = "main") {
  return page.locator(inside).getByRole("button", { name: words, exact: true }).first().click();
}

/** Fills fields in: texts are typed, options chosen, by the identifier of each field; what is folded is opened. */
export async function fill(page, fields) {
  for (const [id, value] of Object.entries(fields)) {
    const field = page.locator(`#${id}`);
    const folded = page.locator(`details:not([open]):has(#${id}) > summary`);
    if (await folded.count()) await folded.click();
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }
}

/** Goes to a room of the desk, from any page. */
export async function enter(page, room) {
  await follow(page, "Espace de travail", "header");
  await follow(page, room, "main");
}

/** A date in so many days, as an input of dates takes it. */
export function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
