import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBrowser } from '../../tools/browsers/find';
import { ROOT } from '../../tools/run-package';
import { checkScreens } from '../../tools/screens/check-screens';

/** 48 states of card, popup and library page, each in two languages, light and dark. */
const PATIENCE_MS = 480_000;

it(
  'draws every state of card, popup and library page without overflow, small targets or axe violations',
  async () => {
    const browser = findBrowser('chromium');
    if (!browser) throw new Error('no Chromium was found; see `npm test`');
    const pictures = join(ROOT, '.artifacts', 'screens');
    expect(await checkScreens({ executablePath: browser.path, pictures })).toEqual([]);
  },
  PATIENCE_MS,
);
