/**
 * Measures a corpus that `load.ts` put into a Chromium profile, in the built extension's own background worker:
 * `npx tsx tools/bench/made/measure.ts PROFILE PAPERS TITLES COUNT [PARTS]`, PARTS being letters
 * of `PARTS` below, and `r` for restarts.
 */
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import { build } from 'vite';
import type { Mention } from '../../../core/match/mention';
import { titleKey } from '../../../core/text/title-key';
import { chanceFrom, NOISES } from '../../eval/noisy-titles';
import { BenchBrowser, memoryOf } from './profile-browser';
import { MadePapers } from '../made-papers';
import { TitledPapers } from './titled-papers';

const PAGE_TITLES = 100;
const COLD_TIMES = 7;
const RESTARTS = 4;
const TITLES_PER_NOISE = 60;
const QUESTIONS = 60;
const TEXT_CHARS = 1_000_000;
const SCANS = 9;

const [profile, papersFile, titlesFile, count, letters] = process.argv.slice(2);
if (!profile || !papersFile || !titlesFile || !count)
  throw new Error('usage: measure.ts PROFILE PAPERS TITLES COUNT [PARTS]');
const papers = new TitledPapers(new MadePapers(papersFile), titlesFile);
const chance = chanceFrom(Date.now());
const anyPaper = () => papers.at(Math.floor(chance() * Number(count)));
/** Of made titles many begin alike, so that of a cut one there is no saying which it was. */
const anyTitle = () => papers.at(Math.floor(chance() * Math.min(Number(count), papers.real))).title;

const mentionOf = (title: string): Mention => ({
  title,
  arxiv: null,
  doi: null,
  abstract: null,
  authors: [],
  year: null,
  venue: null,
  url: null,
  pdf: null,
});

const noisy = (title: string): string => {
  const noises = Object.values(NOISES);
  return noises[Math.floor(chance() * noises.length)]?.(title, chance) ?? title;
};

/** Pages of 100 titles that nobody asked for before. */
const PAGES: Readonly<Record<string, () => string>> = {
  known: () => anyPaper().title,
  noisy: () => noisy(anyPaper().title),
  unknown: () => `${anyPaper().title.split(' ').toReversed().join(' ')} once more`,
};

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
function spread(numbers: readonly number[], digits = 0): string {
  const ordered = sorted(numbers);
  const at = (share: number) => (ordered[Math.floor((ordered.length - 1) * share)] ?? 0).toFixed(digits);
  return `min ${at(0)} p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms`;
}
const print = (name: string, figures: string) => console.log(`${name.padEnd(44)} ${figures}`);

async function page(run: BenchBrowser, titles: readonly string[]): Promise<number> {
  const { ms, value } = await run.call('page/resolve', { mentions: titles.map(mentionOf) });
  if (!Array.isArray(value)) throw new Error('no answer');
  return ms;
}

async function pages(run: BenchBrowser): Promise<void> {
  for (const [name, title] of Object.entries(PAGES)) {
    const cold: number[] = [];
    let processor = 0;
    const warm: number[] = [];
    const awake: number[] = [];
    for (let time = 0; time < COLD_TIMES; time += 1) {
      const titles = Array.from({ length: PAGE_TITLES }, title);
      await run.stopWorker();
      processor -= await run.processorMs();
      cold.push(await page(run, titles));
      processor += await run.processorMs();
      warm.push(await page(run, titles));
      awake.push(await page(run, Array.from({ length: PAGE_TITLES }, title)));
    }
    print(
      `page of 100 ${name} titles, asleep`,
      `${spread(cold)}, processor ${Math.round(processor / COLD_TIMES)} ms`,
    );
    print(`  the worker awake, other titles`, spread(awake));
    print(`  the same titles again`, spread(warm));
  }
}

async function inject(worker: CDPSession): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: join(import.meta.dirname, 'in-worker.ts'), formats: ['iife'], name: 'inWorker' },
    },
  });
  const [first] = [built].flat();
  const code = first && 'output' in first ? first.output[0].code : '';
  await evaluate(worker, code);
  await evaluate(worker, `bench('made').then((made) => { globalThis.made = made; })`);
}

async function evaluate<T>(worker: CDPSession, expression: string): Promise<T> {
  const { result, exceptionDetails } = await worker.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

async function singleTitles(worker: CDPSession): Promise<void> {
  const all: number[] = [];
  const colds: number[] = [];
  let right = 0;
  for (const [name, noise] of Object.entries(NOISES)) {
    const titles = Array.from({ length: TITLES_PER_NOISE }, anyTitle);
    const asked = titles.map((title) => noise(title, chance));
    type Found = { ms: number; cold: number; first: number[] }[];
    const found = await evaluate<Found>(worker, `made.titles(${JSON.stringify(asked)})`);
    const ok = found.filter(({ first }, at) => {
      const ordinal = first[0];
      return ordinal !== undefined && titleKey(papers.at(ordinal).title) === titleKey(titles[at] ?? '');
    });
    right += ok.length;
    all.push(...found.map(({ ms }) => ms));
    colds.push(...found.map(({ cold }) => cold));
    print(
      `  title, ${name}`,
      `${spread(
        found.map(({ ms }) => ms),
        3,
      )}, right ${ok.length}/${titles.length}`,
    );
  }
  print('one noisy title, warm', `${spread(all, 3)}, right ${(right / all.length).toFixed(4)}`);
  print('one noisy title, never asked before', spread(colds, 2));
}

/** A text of abstracts with a title in every twentieth place. */
function longText(): string {
  let text = '';
  for (let at = 0; text.length < TEXT_CHARS; at += 1) {
    const { title, abstract } = anyPaper();
    text += at % 4 === 0 ? `${title}. ${abstract}\n` : `${abstract}\n`;
  }
  return text.slice(0, TEXT_CHARS);
}

function queryOf(at: number): string {
  const { title, abstract } = anyPaper();
  const words = (at % 2 ? title : (abstract ?? title)).match(/\p{L}{3,}/gu) ?? ['model'];
  const from = Math.floor(chance() * Math.max(1, words.length - 3));
  const query = words.slice(from, from + 1 + (at % 3)).join(' ');
  return at % 4 < 2 ? query.slice(0, Math.max(3, query.length - 2)) : query;
}

async function questions(run: BenchBrowser): Promise<void> {
  const searches: number[] = [];
  const cards: number[] = [];
  await run.call('search', { query: 'neural model', limit: 10 });
  for (let at = 0; at < QUESTIONS; at += 1) {
    searches.push((await run.call('search', { query: queryOf(at), limit: 10 })).ms);
  }
  print('search (call), awake', spread(searches));
  await run.call('paper/card', { ref: { paperId: anyPaper().id } });
  for (let at = 0; at < QUESTIONS; at += 1) {
    cards.push((await run.call('paper/card', { ref: { paperId: anyPaper().id } })).ms);
  }
  print('card with kin (call), awake', spread(cards));
}

async function coldQuestions(run: BenchBrowser): Promise<void> {
  const [searches, cards]: [number[], number[]] = [[], []];
  for (let time = 0; time < COLD_TIMES; time += 1) {
    await run.stopWorker();
    searches.push((await run.call('search', { query: queryOf(time), limit: 10 })).ms);
    await run.stopWorker();
    cards.push((await run.call('paper/card', { ref: { paperId: anyPaper().id } })).ms);
  }
  print('search (call), asleep', spread(searches));
  print('card with kin (call), asleep', spread(cards));
}

const shown = ({ heap, buffers }: { heap: number; buffers: number }) => `${heap} + ${buffers} MB`;

async function memory(run: BenchBrowser): Promise<void> {
  await run.stopWorker();
  const worker = await run.worker();
  print('memory, objects + buffers: awake', shown(await memoryOf(worker)));
  await page(
    run,
    Array.from({ length: PAGE_TITLES }, () => noisy(anyPaper().title)),
  );
  print('  after a page of 100 titles', shown(await memoryOf(worker)));
  for (let at = 0; at < 20; at += 1) await run.call('search', { query: queryOf(at), limit: 10 });
  print('  after 20 searches', shown(await memoryOf(worker)));
  for (let at = 0; at < 20; at += 1) await run.call('paper/card', { ref: { paperId: anyPaper().id } });
  print('  after 20 cards', shown(await memoryOf(worker)));
  for (let at = 0; at < 20; at += 1)
    await page(
      run,
      Array.from({ length: PAGE_TITLES }, () => noisy(anyPaper().title)),
    );
  print('  after 20 more pages', shown(await memoryOf(worker)));
  await worker.detach();
}

async function inWorker(run: BenchBrowser): Promise<void> {
  const worker = await run.worker();
  await inject(worker);
  await singleTitles(worker);
  const text = longText();
  type Scan = { ms: number; found: number }[];
  const scans = await evaluate<Scan>(worker, `made.scan(${JSON.stringify(text)}, ${SCANS})`);
  print(
    `scan of ${text.length} letters`,
    `${spread(
      scans.map(({ ms }) => ms),
      1,
    )}; first ${scans[0]?.ms.toFixed(0)} ms, ${scans[0]?.found} titles`,
  );
  print('memory, objects + buffers: after the scan', shown(await memoryOf(worker)));
  await worker.detach();
}

/** The first answer of a browser that has just started. */
async function restarts(from: string): Promise<void> {
  const first: number[] = [];
  for (let time = 0; time < RESTARTS; time += 1) {
    const fresh = await BenchBrowser.open(from);
    first.push(
      await page(
        fresh,
        Array.from({ length: PAGE_TITLES }, () => anyPaper().title),
      ),
    );
    await fresh.close();
  }
  print('page of 100 known titles, browser restarted', spread(first));
}

/** Each by a letter, so that one can be measured alone. */
const PARTS: Readonly<Record<string, (run: BenchBrowser) => Promise<void>>> = {
  p: pages,
  q: questions,
  c: coldQuestions,
  m: memory,
  w: inWorker,
};

const parts = letters ?? 'rpqcmw';
if (parts.includes('r')) await restarts(profile);
const run = await BenchBrowser.open(profile);
await run.call('health', {});
for (const [letter, measure] of Object.entries(PARTS)) if (parts.includes(letter)) await measure(run);
await run.close();
