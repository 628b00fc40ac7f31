import { setTimeout as sleep } from 'node:timers/promises';
import type { JSHandle } from 'playwright-core';
import type { ChromiumPage } from '../../../tests/browser/chromium-page';
import { cardTexts } from '../../../tests/browser/page-parts';
import { waitFor } from '../../browsers/card-view';
import type { Box } from '../../browsers/shadow';
import { textLetters, type TextLetters } from './text-letters';

/** Where a text stands: its first line, null where it is not drawn, and the elements around it (`li > a`). */
export interface Place {
  readonly line: Box | null;
  readonly path: string;
}

/** Marks follow a scroll within a few frames; on a busy machine those take their time. */
const MARKS_WAITS_MS = [120, 300] as const;
const CARD_MS_MAX = 2_500;
/** A mark is a stroke at the foot of its line. */
const MARK_BELOW_PX = 6;

/** Finds texts on a page and says what a reader sees there: whether they are marked, and what card they open. */
export class PagePlaces {
  readonly #tab: ChromiumPage;
  readonly #letters: JSHandle<TextLetters>;

  private constructor(tab: ChromiumPage, letters: JSHandle<TextLetters>) {
    this.#tab = tab;
    this.#letters = letters;
  }

  static async of(tab: ChromiumPage): Promise<PagePlaces> {
    return new PagePlaces(tab, await tab.page.evaluateHandle(textLetters));
  }

  /** All text of the page, also what is not drawn. */
  text(): Promise<string> {
    return this.#letters.evaluate(({ text }) => text);
  }

  /** Brings the nth place of a text (from 0) into view, whatever its case, gaps and signs; null where there is none. */
  async show(wanted: string, nth: number): Promise<Place | null> {
    const letters = wanted
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    return this.#letters.evaluate(
      ({ folded, nodes, nodeAt, offsetAt }, [sought, skipped]) => {
        let at = -1;
        for (let seen = 0; seen <= skipped; seen++) {
          at = folded.indexOf(sought, at + 1);
          if (at === -1) return null;
        }
        const end = at + sought.length - 1;
        const [first, last] = [nodes[nodeAt[at] ?? 0], nodes[nodeAt[end] ?? 0]];
        if (!first || !last) return null;
        const range = document.createRange();
        range.setStart(first, offsetAt[at] ?? 0);
        range.setEnd(last, (offsetAt[end] ?? 0) + 1);
        first.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        // An element may be longer than the window.
        const far = range.getBoundingClientRect().top - innerHeight / 2;
        if (Math.abs(far) > innerHeight / 3) scrollBy({ top: far, behavior: 'instant' });
        const steps: string[] = [];
        const { commonAncestorContainer: within } = range;
        let element = within instanceof Element ? within : within.parentElement;
        for (; element && element !== document.body && steps.length < 4; element = element.parentElement)
          steps.unshift(element.localName);
        const line = [...range.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
        // Text folded away in `details` has boxes, too.
        const isDrawn = first.parentElement?.checkVisibility() ?? false;
        const box = isDrawn && line ? { x: line.x, y: line.y, width: line.width, height: line.height } : null;
        return { line: box, path: steps.join(' > ') || 'body' };
      },
      [letters, nth] as const,
    );
  }

  /** Whether a mark is drawn under a place that is in view. */
  async isMarked({ line }: Place): Promise<boolean> {
    if (!line) return false;
    for (const wait of MARKS_WAITS_MS) {
      await sleep(wait);
      if ((await this.#tab.marks()).some((mark) => isUnder(mark, line))) return true;
    }
    return false;
  }

  /** The title of the paper whose card a place in view opens; null where none opens. */
  async cardTitle({ line }: Place): Promise<string | null> {
    if (!line) return null;
    const { mouse, keyboard } = this.#tab.page;
    await mouse.move(line.x + line.width / 2, line.y + line.height / 2, { steps: 4 });
    // The rest of the card names kin, too.
    const [title = null] = await waitFor(
      'a card with a title',
      async () => {
        const seen = await cardTexts(this.#tab, 'pk-title');
        return seen.length > 0 && seen;
      },
      CARD_MS_MAX,
    ).catch(() => []);
    await keyboard.press('Escape');
    await mouse.move(0, 0);
    return title;
  }
}

function isUnder(mark: Box, line: Box): boolean {
  const overlap = Math.min(mark.x + mark.width, line.x + line.width) - Math.max(mark.x, line.x);
  const isAtFoot = mark.y > line.y && mark.y < line.y + line.height + MARK_BELOW_PX;
  return isAtFoot && overlap > line.width / 2;
}
