import type { Browser } from 'puppeteer-core';

/** The first page comes right after the background's first turn; a browser that is busy starting takes its time. */
const PATIENCE_MS = 15_000;

/**
 * Closes the page that an extension opens in a new profile, which would come to the front of what a script shows or measures.
 * Where none comes, it was there before in this profile.
 */
export async function closeWelcome(browser: Browser, extensionOrigin: string): Promise<void> {
  const url = `${extensionOrigin}/welcome.html`;
  const target = await browser
    .waitForTarget((each) => each.url() === url, { timeout: PATIENCE_MS })
    .catch(() => null);
  await (await target?.page())?.close();
}
