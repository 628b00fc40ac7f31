import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumRun } from '../browser/chromium';
import { LibraryPage } from '../browser/library-page';
import { endQuietly } from '../browser/quiet-end';

let run: ChromiumRun;
let library: LibraryPage;

beforeAll(async () => {
  run = await ChromiumRun.start();
  library = await LibraryPage.open(run);
  await library.page.getByRole('link', { name: 'Map' }).click();
});
afterAll(() => endQuietly(run));

const picture = () => library.page.getByRole('application');
const card = () => library.page.getByRole('article');

/** Whether the canvas shows anything. */
const isDrawn = () =>
  library.page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const { data = [] } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    return data.some((value) => value > 0);
  });

describe('the map', () => {
  it('shows the papers that come with Paperkin', async () => {
    await library.page.getByText('Papers: 71').waitFor();
    await expect.poll(isDrawn, { timeout: 10_000 }).toBe(true);
  });

  it('goes from paper to paper by the arrow keys, says which, saves, and closes the card', async () => {
    await picture().focus();
    await expect
      .poll(async () => {
        await library.page.keyboard.press('ArrowRight');
        return card().count();
      })
      .toBe(1);
    const first = await card().getAttribute('aria-label');
    await library.page.keyboard.press('ArrowUp');
    await library.page.keyboard.press('ArrowLeft');
    expect(await card().getAttribute('aria-label')).not.toBe(first);
    const title = (await card().getAttribute('aria-label')) ?? '';
    expect(await library.page.locator('output').allTextContents()).toContainEqual(
      expect.stringContaining(title),
    );
    await card().getByRole('button', { name: 'Save' }).waitFor();
    await library.page.keyboard.press('s');
    await card().getByRole('radio', { name: 'To read' }).waitFor();
    await library.page.keyboard.press('Escape');
    await card().waitFor({ state: 'detached' });
  });

  it('shows the reading list, and nothing at all kindly', async () => {
    await library.page.getByLabel('Papers of').selectOption('Reading list');
    await library.page.getByText('Papers: 1', { exact: true }).waitFor();
    expect(await library.page.evaluate(() => location.hash)).toBe('#map');
  });

  it('opens the card of the paper under the pointer', async () => {
    const { width = 0, height = 0 } = (await picture().boundingBox()) ?? {};
    await picture().hover({ position: { x: width / 2, y: height / 2 } });
    await card().waitFor();
  });

  it('is saved as an SVG that shows every paper', async () => {
    await library.page.getByLabel('Papers of').selectOption({ index: 1 });
    await library.page.getByText('Papers: 71').waitFor();
    const [download] = await Promise.all([
      library.page.waitForEvent('download'),
      library.page.getByRole('button', { name: 'Save as SVG' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('paperkin-map.svg');
    const svg = Buffer.concat((await (await download.createReadStream()).toArray()) as Buffer[]).toString();
    expect(svg.match(/<circle/g)).toHaveLength(71);
  });
});
