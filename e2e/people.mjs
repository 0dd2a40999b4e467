// The people of the example instance, and how they sign in.

import { codeIn, linkIn } from "./platform.mjs";

/** Their addresses, by role. */
export const PEOPLE = {
  citizen: "citoyenne@example.org",
  agent: "agent@example.org",
  coordinator: "coordinateur@example.org",
  administrator: "administrateur@example.org",
};

/** Signs somebody of the example instance in. */
export function signIn(platform, page, role) {
  return signInByLink(platform, page, PEOPLE[role]);
}

/** Signs in by the link of the mail, as most people do. */
export async function signInByLink(platform, page, address) {
  await askForMail(page, address);
  await page.goto(linkIn(await platform.mail.next(address)));
  await page.locator("main form button").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Signs in by the six digits, as people do who read their mail on another device. */
export async function signInByCode(platform, page, address) {
  await askForMail(page, address);
  await page.locator("main input[name=code]").fill(codeIn(await platform.mail.next(address)));
  await page.locator("main form:has(input[name=code]) button").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Asks for the mail that signs in. */
export async function askForMail(page, address) {
  await page.goto("/sign-in");
  await page.locator("main input[name=email]").fill(address);
  await page.locator("main form:has(input[name=email]) button").click();
}
