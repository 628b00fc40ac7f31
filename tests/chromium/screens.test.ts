import { expect, it } from 'vitest';
import { findBrowser } from '../../tools/browsers/find';
import { checkScreens } from '../../tools/screens/check-screens';

/** For all states of card, popup and library page in all looks. */
const PATIENCE_MS = 600_000;

it(
  'draws every state of card, popup and library page, in both themes and all languages, without overflow, small targets or axe violations',
  async () => {
    const browser = findBrowser('chromium');
    if (!browser) throw new Error('no Chromium was found; see `npm test`');
    expect(await checkScreens({ executablePath: browser.path, pictures: null })).toEqual([]);
  },
  PATIENCE_MS,
);
