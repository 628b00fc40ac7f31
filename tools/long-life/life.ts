import type { CDPSession } from 'playwright-core';
import { ExtensionPage } from '../../tests/browser/extension-page';
import type { ChromiumRun } from '../../tests/browser/chromium';
import type { ChromiumPage } from '../../tests/browser/chromium-page';
import { KNOWN_PAPERS, knownPaper, linkTo, type KnownPaper } from '../../tests/browser/known-papers';
import type { Chance } from '../bench/noise';
import { timersOf } from './timers';
import { heapOfWorker } from './worker-heap';

export interface LifeOptions {
  /** Changes of what the tab that stays shows, as pages do that load nothing anew. */
  readonly visits: number;
  /** Other tabs, opened and closed between them. */
  readonly tabs: number;
  readonly hovers: number;
  readonly samples: number;
  readonly chance: Chance;
}

/** How the tab that stays and the worker are, after a forced collection of garbage, with no card open. */
export interface LifeSample {
  readonly visits: number;
  readonly tabBytes: number;
  readonly workerBytes: number;
  /** Of the whole document, ours and its own. */
  readonly listeners: number;
  readonly nodes: number;
  readonly hosts: number;
  /** That wait to run, ours and the page's own. */
  readonly timers: number;
}

const ROWS = 8;
/** Beside everything: far from every title. */
const NOWHERE = { x: 990, y: 790 };
const TWO_FRAMES =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

function papersOf(chance: Chance): readonly KnownPaper[] {
  const first = Math.floor(chance() * KNOWN_PAPERS.length);
  return Array.from({ length: ROWS }, (_, at) => knownPaper((first + at * 7) % KNOWN_PAPERS.length));
}

const rowsOf = (papers: readonly KnownPaper[]): string =>
  papers.map((paper, at) => `<p>${linkTo(paper, `row${at}`)}</p>`).join('');

async function sample(page: ChromiumPage, run: ChromiumRun, visits: number): Promise<LifeSample> {
  await page.page.mouse.move(NOWHERE.x, NOWHERE.y);
  await page.waitForNoCard();
  // What draws the card, and the browser, let go of it with the frame after: on a busy machine that comes late.
  await page.page.evaluate(TWO_FRAMES);
  const { cdp } = page;
  await collect(cdp);
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  const hosts = (await page.shadow.roots()).length;
  return {
    visits,
    tabBytes: usedSize,
    workerBytes: await heapOfWorker(run),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    hosts,
    // Last: a look at the whole heap leaves traces in it.
    timers: await timersOf(cdp),
  };
}

/** Twice: what the first finds to be finalised is free after the second. */
async function collect(cdp: CDPSession): Promise<void> {
  for (let time = 0; time < 2; time++) await cdp.send('HeapProfiler.collectGarbage');
}

/** As pages do that load nothing anew. */
async function showOthers(page: ChromiumPage, papers: readonly KnownPaper[], path: string): Promise<void> {
  await page.page.evaluate(
    ([html, to]) => {
      history.pushState(null, '', to);
      const main = document.querySelector('main');
      if (main) main.innerHTML = html ?? '';
    },
    [rowsOf(papers), path],
  );
  await page.waitForMarks();
}

async function hoverOver(page: ChromiumPage, papers: readonly KnownPaper[], row: number): Promise<void> {
  // The last card may lie over the row.
  await page.page.keyboard.press('Escape');
  await page.hover(`#row${row}`);
  await page.waitForCard(papers[row]?.title);
}

/** Lives a long life in short: shows other papers in one tab over and over, hovers, opens and closes others, and looks how it is on the way. */
export async function live(run: ChromiumRun, options: LifeOptions): Promise<readonly LifeSample[]> {
  const { visits, tabs, hovers, chance } = options;
  const page = await run.open(
    'https://arxiv.org/stay',
    `<!doctype html><main>${rowsOf(papersOf(chance))}</main>`,
  );
  await page.cdp.send('Performance.enable');
  await page.waitForMarks();
  const own = await ExtensionPage.open(run);
  await page.page.bringToFront();
  const samples: LifeSample[] = [];
  const every = Math.max(1, Math.floor(visits / options.samples));
  let [hovered, opened, row] = [0, 0, 0];
  for (let visit = 1; visit <= visits; visit++) {
    const papers = papersOf(chance);
    await showOthers(page, papers, `/stay/${visit}`);
    for (; hovered < (visit / visits) * hovers; hovered++) {
      // Another row than the last: what comes to lie under a pointer at rest opens no card.
      row = (row + 1 + Math.floor(chance() * (ROWS - 1))) % ROWS;
      await hoverOver(page, papers, row);
    }
    for (; opened < (visit / visits) * tabs; opened++) {
      const other = await run.open(
        `https://arxiv.org/other/${opened}`,
        `<!doctype html>${rowsOf(papersOf(chance))}`,
      );
      await other.waitForMarks();
      await other.page.close();
      await page.page.bringToFront();
    }
    if (visit % every === 0) {
      await own.call('health', {});
      samples.push(await sample(page, run, visit));
    }
  }
  await own.close();
  return samples;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a value grows by in a thousand visits: the line of least squares. */
export function slope(samples: readonly LifeSample[], of: (sample: LifeSample) => number): number {
  const [x, y] = [samples.map(({ visits }) => visits / 1_000), samples.map(of)];
  const [meanX, meanY] = [mean(x), mean(y)];
  const spread = x.reduce((sum, each) => sum + (each - meanX) ** 2, 0);
  return x.reduce((sum, each, at) => sum + (each - meanX) * ((y[at] ?? 0) - meanY), 0) / spread;
}
