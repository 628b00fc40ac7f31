import { titleKey } from '../../core/text/title-key';
import { timedCall, timedTitles } from './background-calls';
import { runJob, type BenchBrowser, type BenchTab } from './bench-browser';
import { BENCH_PAGE } from './extension-copy';
import type { FigureKey, Figures } from './figures';
import { runImport } from './import-run';
import type { MadePapers } from './made-papers';
import { NOISE_KINDS } from './noise';
import type { Answered } from './page/job-types';
import { quantile, shareOf } from './quantiles';
import {
  drawnOrdinals,
  noisyTitles,
  pageTitles,
  searchQueries,
  textWithTitles,
  type NoisyTitle,
  type PageKind,
} from './questions';
import { arxivIdOf } from './snapshot-file';

/** One size in one browser. */
export interface Subject {
  readonly browser: BenchBrowser;
  readonly papers: MadePapers;
  readonly count: number;
  readonly say: (line: string) => void;
}

const PAGE_LENGTH = 100;
const WAKINGS = 5;
const AWAKE_TIMES = 20;
const QUESTIONS = 100;
const TEXT_CHARS = 1_000_000;
/** Of each kind of noise, here and for the other libraries. */
export const NOISY_PER_KIND = 50;

const megabytes = (bytes: number | undefined): number | null => (bytes === undefined ? null : bytes / 1e6);

/** Imports a file and measures that, beside reading it alone. */
export async function measureImport(subject: Subject, path: string): Promise<Figures> {
  const { browser, count, say } = subject;
  say('reading alone');
  const { alone, stored: before, seconds: aloneSeconds } = await readAlone(browser, path);
  if (alone.records !== count) throw new Error(`${path} has ${alone.records} records, not ${count}`);
  say(`importing; reading alone took ${(alone.ms / 1_000).toFixed(1)} s`);
  const run = await runImport(browser, path, say);
  const tab = await browser.open(BENCH_PAGE);
  const { papers, bytes } = await runJob(tab, 'corpus', {});
  const after = await runJob(tab, 'space', {});
  await tab.close();
  const importSeconds = (run.peak?.extensionSeconds ?? 0) - (run.before?.extensionSeconds ?? 0);
  const stored = after === null || before === null ? null : after - before;
  return {
    fileMB: alone.bytes / 1e6,
    importS: run.ms / 1_000,
    importReadingS: run.readingMs / 1_000,
    importMergingS: (run.ms - run.readingMs) / 1_000,
    papersPerSecond: (1_000 * papers) / run.ms,
    readAloneS: alone.ms / 1_000,
    importTimes: run.ms / alone.ms,
    importProcessorTimes: aloneSeconds > 0 ? importSeconds / aloneSeconds : null,
    extensionPeakMB: megabytes(run.peak?.extensionBytes),
    extensionOwnPeakMB: megabytes(run.peak?.extensionOwnBytes),
    extensionBeforeMB: megabytes(run.before?.extensionBytes),
    browserPeakMB: megabytes(run.peak?.browserBytes),
    browserBeforeMB: megabytes(run.before?.browserBytes),
    storedBytesPerPaper: stored === null ? null : stored / papers,
    filesBytesPerPaper: bytes / papers,
    storedTimesFile: stored === null ? null : stored / alone.bytes,
  };
}

/** Reads the file in a page of its own, and looks what is stored before there is an import. */
async function readAlone(browser: BenchBrowser, path: string) {
  const tab = await browser.open(BENCH_PAGE);
  // The bundled corpus is installed by the first question.
  await timedCall(tab, 'health', {});
  const stored = await runJob(tab, 'space', {});
  await tab.chooseFile(path);
  const before = await browser.usage();
  const alone = await runJob(tab, 'readFile', {});
  const after = await browser.usage();
  await tab.close();
  return { alone, stored, seconds: (after?.extensionSeconds ?? 0) - (before?.extensionSeconds ?? 0) };
}

/** What the background is asked, by number; another number asks for other titles or papers. */
function questionsTo(tab: BenchTab, { papers, count }: Subject) {
  const page = (kind: PageKind, length: number, from: number) => (at: number) =>
    timedTitles(tab, pageTitles(papers, count, kind, from + at, length));
  const queries = searchQueries(papers, count, AWAKE_TIMES);
  const ids = drawnOrdinals(count, AWAKE_TIMES).map((ordinal) => `arxiv:${arxivIdOf(ordinal)}`);
  return {
    health: () => timedCall(tab, 'health', {}),
    page,
    search: (at: number) => timedCall(tab, 'search', { query: queries[at] ?? '', limit: 20 }),
    card: (at: number) => timedCall(tab, 'paper/card', { ref: { paperId: ids[at] ?? '' } }),
  };
}

/** Measures how long the first answer of a background takes that has to be started for it. */
export async function measureSleepingBackground(subject: Subject): Promise<Figures> {
  subject.say('the background, asleep');
  const { browser } = subject;
  const tab = await browser.open(BENCH_PAGE);
  const { health, page } = questionsTo(tab, subject);
  const asleep = (ask: Ask) => medianOf(WAKINGS, ask, browser.stopBackground);
  const figures: Figures = {
    wakeHealthMs: await asleep(health),
    wakeOneMs: await asleep(page('known', 1, 0)),
    wakeKnownMs: await asleep(page('known', PAGE_LENGTH, 100)),
    wakeNoisyMs: await asleep(page('noisy', PAGE_LENGTH, 200)),
    wakeUnknownMs: await asleep(page('unknown', PAGE_LENGTH, 300)),
  };
  await tab.close();
  return figures;
}

/** Measures the answers of a background that runs, and what it holds in memory after a few of them. */
export async function measureWakingBackground(subject: Subject): Promise<Figures> {
  subject.say('the background, awake');
  const { browser } = subject;
  const tab = await browser.open(BENCH_PAGE);
  const { page, search, card } = questionsTo(tab, subject);
  await browser.stopBackground();
  await page('noisy', PAGE_LENGTH, 400)(0);
  await search(0);
  await card(0);
  const heap = await browser.backgroundHeap();
  const awake = (ask: Ask) => medianOf(AWAKE_TIMES, ask, async () => undefined);
  const figures: Figures = {
    heapMB: megabytes(heap?.heapBytes),
    buffersMB: megabytes(heap?.bufferBytes),
    awakeOneMs: await awake(page('known', 1, 500)),
    awakeKnownMs: await awake(page('known', PAGE_LENGTH, 600)),
    awakeNoisyMs: await awake(page('noisy', PAGE_LENGTH, 700)),
    awakeUnknownMs: await awake(page('unknown', PAGE_LENGTH, 800)),
    awakeSearchMs: await awake(search),
    awakeCardMs: await awake(card),
  };
  await tab.close();
  return figures;
}

type Ask = (at: number) => Promise<{ readonly ms: number }>;

async function medianOf(times: number, ask: Ask, before: () => Promise<void>): Promise<number | null> {
  const taken: number[] = [];
  for (let at = 0; at < times; at++) {
    await before();
    taken.push((await ask(at)).ms);
  }
  return quantile(taken, 0.5);
}

/** Measures noisy titles in a page of the extension. */
export async function measureTitles({ browser, papers, count, say }: Subject): Promise<Figures> {
  say('noisy titles');
  const tab = await browser.open(BENCH_PAGE);
  const noisy = noisyTitles(papers, count, NOISY_PER_KIND);
  const titles = noisy.map(({ asked }) => asked);
  const single = titles.map((title) => [title]);
  const pages = Array.from({ length: Math.floor(titles.length / PAGE_LENGTH) }, (_, at) =>
    titles.slice(at * PAGE_LENGTH, (at + 1) * PAGE_LENGTH),
  );
  const first = await runJob(tab, 'lookUp', { titles });
  const index = await runJob(tab, 'lookUp', { titles });
  await runJob(tab, 'resolve', { pages: single });
  const engine = await runJob(tab, 'resolve', { pages: single });
  const inPages = await runJob(tab, 'resolve', { pages });
  await tab.close();
  const isRight = judge(noisy, index);
  const isRightByEngine = judge(noisy, engine);
  return {
    indexFirstP50: quantile(times(first), 0.5),
    indexFirstP95: quantile(times(first), 0.95),
    indexWarmP50: quantile(times(index), 0.5),
    indexWarmP95: quantile(times(index), 0.95),
    indexRight: shareOf(noisy, (_, at) => isRight(at)),
    engineWarmP50: quantile(times(engine), 0.5),
    engineWarmP95: quantile(times(engine), 0.95),
    engineInHundred: (quantile(times(inPages), 0.5) ?? 0) / PAGE_LENGTH,
    engineRight: shareOf(noisy, (_, at) => isRightByEngine(at)),
    engineWrong: shareOf(noisy, (_, at) => engine[at]?.titles[0] !== null && !isRightByEngine(at)),
    ...rightByKind(noisy, isRight),
  };
}

const times = (answers: readonly Answered[]): readonly number[] => answers.map(({ ms }) => ms);

function judge(noisy: readonly NoisyTitle[], answers: readonly Answered[]): (at: number) => boolean {
  const right = noisy.map(({ title }, at) => titleKey(answers[at]?.titles[0] ?? '') === titleKey(title));
  return (at) => right[at] === true;
}

function rightByKind(noisy: readonly NoisyTitle[], isRight: (at: number) => boolean): Figures {
  const ordered = noisy.map((one, at) => ({ ...one, right: isRight(at) }));
  return Object.fromEntries(
    NOISE_KINDS.map((kind): [FigureKey, number | null] => {
      const ofKind = ordered.filter((one) => one.kind === kind);
      return [`right ${kind}`, shareOf(ofKind, ({ right }) => right)];
    }),
  );
}

/** The first reads files; of three after it the middle one says more of the machine's other work than of the scan. */
const SCANS = 9;

/** Measures the scan of a text, search and cards in a page of the extension. */
export async function measureReading({ browser, papers, count, say }: Subject): Promise<Figures> {
  say('scan, search, related');
  const tab = await browser.open(BENCH_PAGE);
  const { text, titles } = textWithTitles(papers, count, TEXT_CHARS);
  const scans: Answered[] = [];
  for (let time = 0; time < SCANS; time++) scans.push(await runJob(tab, 'scan', { text }));
  const found = new Set(scans[0]?.titles.map((title) => titleKey(title ?? '')));
  const queries = searchQueries(papers, count, QUESTIONS);
  await runJob(tab, 'search', { queries });
  const searches = await runJob(tab, 'search', { queries });
  const ids = drawnOrdinals(count, QUESTIONS).map((ordinal) => `arxiv:${arxivIdOf(ordinal)}`);
  const first = await runJob(tab, 'card', { ids });
  const cards = (await runJob(tab, 'card', { ids })).map(({ ms }) => ms);
  await runJob(tab, 'kin', { ids });
  const kin = await runJob(tab, 'kin', { ids });
  await tab.close();
  return {
    scanFirstMs: scans[0]?.ms ?? null,
    scanWarmMs: quantile(times(scans.slice(1)), 0.5),
    scanFound: shareOf(titles, (title) => found.has(titleKey(title))),
    searchP50: quantile(searches, 0.5),
    searchP95: quantile(searches, 0.95),
    cardFirstP50: quantile(
      first.map(({ ms }) => ms),
      0.5,
    ),
    cardP50: quantile(cards, 0.5),
    cardP95: quantile(cards, 0.95),
    kinP50: quantile(kin, 0.5),
    kinP95: quantile(kin, 0.95),
  };
}
