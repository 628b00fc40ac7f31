import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { marks, openCard, waitFor } from '../browsers/card-view';
import type { Session, Tab } from '../browsers/tab';
import { ROOT } from '../run-package';
import {
  hoverTitle,
  INVENTED_ENTRY,
  KNOWN_ENTRY,
  openPopup,
  showReadingList,
  visibleText,
  waitForText,
} from './demo-page';

const PICTURES = join(ROOT, '.artifacts', 'start');

function show(text: string): void {
  for (const line of text.split('\n')) {
    if (line.trim() !== '') console.log(`   | ${line.trim()}`);
  }
}

async function picture(tab: Tab, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const path = join(PICTURES, `${name}.png`);
  await tab.screenshot(path);
  console.log(`   → ${relative(ROOT, path)}`);
}

async function seeMarks(tab: Tab): Promise<void> {
  const seen = await waitFor(
    'an underlined title',
    async () => {
      const boxes = await marks(tab.shadow);
      return boxes.length > 0 && boxes;
    },
    15_000,
  );
  show(`${seen.length} underlines in view`);
  await picture(tab, '1-listing');
}

async function seeCard(tab: Tab, entry: number, name: string): Promise<string> {
  const { title, card } = await hoverTitle(tab, entry);
  show(card.text);
  await picture(tab, name);
  return title;
}

async function saveByKey(tab: Tab): Promise<void> {
  const before = (await openCard(tab.shadow))?.text;
  await tab.press('s');
  const after = await waitFor('a card that shows the paper as saved', async () => {
    const now = await openCard(tab.shadow);
    return now && now.text !== before && !/saving/i.test(now.text) && now.text;
  });
  const old = new Set(before?.split('\n'));
  show(
    after
      .split('\n')
      .filter((line) => !old.has(line))
      .join('\n'),
  );
  await picture(tab, '3-saved');
}

/**
 * What a reader would do on the demonstration page, done for them, with the text that each step brings up.
 * @throws at the first thing that is not seen.
 */
export async function tour(session: Session, tab: Tab, firstStep: number): Promise<void> {
  let number = firstStep;
  const step = (text: string) => console.log(`${number++}. ${text}`);

  step('Known titles are underlined');
  await seeMarks(tab);
  step('Resting the pointer on a title opens its card');
  const title = await seeCard(tab, KNOWN_ENTRY, '2-card');
  step('"s" saves the paper');
  await saveByKey(tab);
  step('A paper in no corpus has its card from the abstract on the page');
  await seeCard(tab, INVENTED_ENTRY, '4-card-of-an-unknown-paper');
  step('The popup lists the papers of the page');
  const popup = await openPopup(session, tab, title);
  show(await visibleText(popup));
  await picture(popup, '5-popup');
  step('The reading list has the saved paper');
  await showReadingList(popup);
  await waitForText(popup, title);
  show(await visibleText(popup));
  await picture(popup, '6-reading-list');
}
