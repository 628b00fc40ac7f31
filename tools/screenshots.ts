import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { marks, openCard, waitFor } from './browsers/card-view';
import { findOrInstall, HOW_TO_GET } from './browsers/install';
import { launchBrowser } from './browsers/launch';
import type { Box } from './browsers/shadow';
import type { Session, Tab } from './browsers/tab';
import { ROOT } from './run-package';
import { buildExtension } from './start/build';
import { hoverTitle, KNOWN_ENTRY, openPopup } from './start/demo-page';
import { serveDemo, type DemoServer } from './start/serve';

const IMAGES = join(ROOT, 'docs', 'images');
const VIEWPORT = { width: 960, height: 1_040, scale: 2 };
const MAP_HEIGHT = 940;
/** How much of the page is left to see around the card, in CSS pixels. */
const MARGIN = 80;

/** The card with some of the page around it, inside the viewport. */
function around({ x, y, width, height }: Box): Box {
  const left = Math.max(0, x - MARGIN);
  const top = Math.max(0, y - MARGIN);
  const right = Math.min(VIEWPORT.width, x + width + MARGIN);
  const bottom = Math.min(VIEWPORT.height, y + height + MARGIN / 2);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The card's place once it has stopped growing and fading in. */
async function settledCard(tab: Tab): Promise<Box> {
  let before: Box | null = null;
  return waitFor('a card at rest', async () => {
    const box = (await openCard(tab.shadow))?.box ?? null;
    const rests = box && before && box.height === before.height && box.y === before.y;
    before = box;
    return rests ? box : null;
  });
}

async function takePictures(session: Session, server: DemoServer, suffix: string): Promise<void> {
  const tab = await session.openTab();
  await tab.goto(server.url);
  await waitFor('an underlined title', async () => (await marks(tab.shadow)).length > 0, 15_000);
  const { title } = await hoverTitle(tab, KNOWN_ENTRY);
  const card = join(IMAGES, `card${suffix}.png`);
  await tab.screenshot(card, around(await settledCard(tab)));
  const popupPage = await openPopup(session, tab, title);
  const popup = join(IMAGES, `popup${suffix}.png`);
  await popupPage.screenshot(popup);
  const map = join(IMAGES, `map${suffix}.png`);
  await takeMap(session, map);
  console.log([card, popup, map].map((path) => relative(ROOT, path)).join('\n'));
}

/** The papers that come with Paperkin, placed, and one of them drawn out by the keyboard. */
async function takeMap(session: Session, path: string): Promise<void> {
  const tab = await session.openTab();
  await tab.goto(`${session.extensionOrigin}/library.html#map`);
  const isThere = (selector: string) => async () =>
    (await tab.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`)) === true;
  await waitFor('the map', isThere('.pk-map button:not([disabled]) + button:not([disabled])'), 15_000);
  await waitFor('its end', async () => !(await isThere('.pk-map-progress')()), 15_000);
  await tab.evaluate(`document.querySelector('[role=application]').focus()`);
  await tab.press('ArrowRight');
  await waitFor('a summary', isThere('.pk-map-card .pk-summary'), 15_000);
  await tab.screenshot(path, { x: 0, y: 0, width: VIEWPORT.width, height: MAP_HEIGHT });
}

/** Makes the README's pictures anew, in light and dark, from the demonstration page and the built extension. */
async function main(): Promise<void> {
  const browser = findOrInstall('chromium');
  if (!browser) throw new Error(HOW_TO_GET.chromium);
  mkdirSync(IMAGES, { recursive: true });
  const extension = await buildExtension(browser.family, 'demo');
  const server = await serveDemo();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const options = { extension, headless: true, viewport: VIEWPORT, colorScheme };
      const session = await launchBrowser(browser, options);
      await takePictures(session, server, colorScheme === 'light' ? '' : '-dark').finally(session.close);
    }
  } finally {
    await server.close();
  }
}

await main();
