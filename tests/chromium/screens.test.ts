import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBrowser } from '../../tools/browsers/find';
import { ROOT } from '../../tools/run-package';
import { checkScreens, LOOKS } from '../../tools/screens/check-screens';

/** For all states of card, popup and library page in one look. */
const PATIENCE_MS = 240_000;

it.each(LOOKS)(
  'draws every state of card, popup and library page in $scheme $language without overflow, small targets or axe violations',
  async (look) => {
    const browser = findBrowser('chromium');
    if (!browser) throw new Error('no Chromium was found; see `npm test`');
    const pictures = join(ROOT, '.artifacts', 'screens');
    expect(await checkScreens({ executablePath: browser.path, pictures, looks: [look] })).toEqual([]);
  },
  PATIENCE_MS,
);
