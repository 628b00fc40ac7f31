import { MARKS_TAG } from '../../page/closed-host';
import { waitFor } from '../../tools/browsers/card-view';
import { descendants, type Box } from '../../tools/browsers/shadow';
import type { ChromiumPage } from './chromium-page';

/** Where the lines of these elements' text are, by the page's own measure. */
function lines(page: ChromiumPage, selector = 'a'): Promise<Box[]> {
  return page.page.evaluate((given) => {
    const range = document.createRange();
    return [...document.querySelectorAll(given)].flatMap((element) => {
      range.selectNodeContents(element);
      return [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
    });
  }, selector);
}

const near = (a: number, b: number) => Math.abs(a - b) <= 2;

/** Whether a mark runs below a line: as long as the line, within two pixels, and at its foot. */
function underlines(mark: Box, line: Box): boolean {
  const foot = line.y + line.height;
  return near(mark.x, line.x) && near(mark.width, line.width) && mark.y <= foot && mark.y >= foot - 4;
}

/** Waits until every line has its mark, and every mark its line. */
export async function waitForMarksUnder(page: ChromiumPage, selector = 'a', count?: number): Promise<void> {
  let seen: unknown = null;
  const look = async () => {
    const [expected, marks] = [await lines(page, selector), await page.marks()];
    seen = { expected, marks };
    if (count !== undefined && expected.length !== count) return false;
    return (
      expected.length === marks.length &&
      expected.every((line) => marks.some((mark) => underlines(mark, line)))
    );
  };
  await waitFor('a mark under every line', look).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify(seen)}`);
  });
}

/** The colours of the underlines that are drawn just now, each once. */
export async function markColors(page: ChromiumPage): Promise<string[]> {
  const roots = (await page.shadow.roots()).filter(({ hostName }) => hostName === MARKS_TAG);
  const drawn = roots
    .flatMap(({ children }) => Array.from(descendants(children)))
    .filter(({ attributes }) => attributes['class'] === 'line');
  const colors = drawn.map(
    ({ attributes }) => /(?:^|;)\s*color: ([^;]+)/.exec(attributes['style'] ?? '')?.[1] ?? '',
  );
  return [...new Set(colors)];
}
