/**
 * Measures the index of words: `npx tsx tools/bench/terms.ts PAPERS [SIZE...] [--minisearch]`, PAPERS being JSON lines of
 * `{title, abstract, year, venue}`, gzipped or not. Sizes by default: 30000.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { TermsIndex } from '../../core/terms/terms-index';
import { TermsPart } from '../../core/terms/terms-part';
import { FilesOnDisk } from './files-on-disk';
import { MadePapers, randomFrom } from './made-papers';

const RUN_BYTES = 24 * 1024 * 1024;
const BATCH = 1000;
const QUERIES = 200;
const KIN_QUERIES = 100;

interface Row {
  readonly engine: string;
  readonly papers: number;
  readonly [figure: string]: string | number;
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
const memory = (): number => megabytes(process.memoryUsage().rss);

/** Half of them titles' words, half of these unfinished; all of papers that are there. */
function queriesOf(made: MadePapers, count: number): readonly string[] {
  const random = randomFrom(7);
  return Array.from({ length: QUERIES }, (_, at) => {
    const { title, abstract } = made.at(Math.floor(random() * count));
    const words = (at % 2 ? title : (abstract ?? title)).match(/\p{L}{3,}/gu) ?? ['model'];
    const from = Math.floor(random() * Math.max(1, words.length - 3));
    const query = words.slice(from, from + 1 + (at % 3)).join(' ');
    return at % 4 < 2 ? query.slice(0, Math.max(3, query.length - 2)) : query;
  });
}

/** Seconds of processor time so far: on a machine that others use too, the clock tells little. */
const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

async function timed(times: number, work: (at: number) => unknown): Promise<string> {
  const taken: number[] = [];
  const before = processor();
  for (let at = 0; at < times; at++) {
    const start = performance.now();
    await work(at);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const quantile = (share: number) => (taken[Math.floor(times * share)] ?? 0).toFixed(2);
  const mean = (1000 * (processor() - before)) / times;
  return `${quantile(0.5)} / ${quantile(0.95)}, ${mean.toFixed(2)} of processor`;
}

async function build(folder: FilesOnDisk, made: MadePapers, count: number) {
  const part = new TermsPart();
  let [runs, peak, adding, ordinal] = [0, 0, 0, 0];
  while (ordinal < count) {
    const papers = Array.from({ length: Math.min(BATCH, count - ordinal) }, (_, at) => made.at(ordinal + at));
    const start = processor();
    for (const paper of papers) part.add(ordinal++, paper);
    if (part.bufferedBytes > RUN_BYTES || ordinal === count) await folder.write(part.flush(runs++));
    adding += processor() - start;
    peak = Math.max(peak, memory());
  }
  const start = processor();
  const sampler = setInterval(() => (peak = Math.max(peak, memory())), 50);
  await part.merge(folder, runs);
  clearInterval(sampler);
  return { runs, peak: Math.max(peak, memory()), adding, merging: processor() - start };
}

async function measureTerms(made: MadePapers, count: number): Promise<Row> {
  const root = mkdtempSync(join(tmpdir(), 'terms-'));
  try {
    const folder = new FilesOnDisk(root);
    const { runs, peak, adding, merging } = await build(folder, made, count);
    const { files, bytes } = folder.size();
    const read = async (ordinals: readonly number[]) => new Map(ordinals.map((one) => [one, made.at(one)]));
    const index = new TermsIndex(folder, { papers: read, briefs: read });
    const queries = queriesOf(made, count);
    const search = (at: number) => index.search(queries[at] ?? '', { limit: 10 });
    const coldSearch = await timed(1, search);
    const searches = [await timed(QUERIES, search), await timed(QUERIES, search)];
    const random = randomFrom(11);
    const kinOf = Array.from({ length: KIN_QUERIES }, () => made.at(Math.floor(random() * count)));
    const kin = (at: number) => index.kin(kinOf[at] ?? made.at(0), 3);
    const kins = [await timed(KIN_QUERIES, kin), await timed(KIN_QUERIES, kin)];
    return {
      engine: 'paperkin',
      papers: count,
      runs,
      'papers/s add': Math.round(count / adding),
      'papers/s merge': Math.round(count / merging),
      'papers/s': Math.round(count / (adding + merging)),
      'B/paper': Math.round(bytes / count),
      files,
      'peak MB': peak,
      'first search ms': coldSearch.split(' ')[0] ?? '',
      'search p50 / p95': searches.join('; again '),
      'kin p50 / p95': kins.join('; again '),
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function measureMiniSearch(made: MadePapers, count: number): Promise<Row> {
  const index = new MiniSearch<{ readonly id: number }>({ fields: ['title', 'authors', 'abstract'] });
  let adding = 0;
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const { title, abstract, authors } = made.at(ordinal);
    const start = performance.now();
    index.add({ id: ordinal, title, abstract, authors: authors.join(' ') } as { readonly id: number });
    adding += performance.now() - start;
  }
  const peak = memory();
  const queries = queriesOf(made, count);
  const search = (at: number) =>
    index.search(queries[at] ?? '', {
      prefix: (_, place, terms) => place === terms.length - 1,
      combineWith: 'AND',
    });
  await timed(20, search);
  return {
    engine: 'minisearch',
    papers: count,
    'papers/s': Math.round((1000 * count) / adding),
    'peak MB': peak,
    'search p50 / p95': await timed(QUERIES, search),
  };
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { minisearch: { type: 'boolean', default: false } },
});
const [file, ...sizes] = positionals;
if (!file) throw new Error('usage: terms.ts PAPERS [SIZE...] [--minisearch]');
const made = new MadePapers(file);
for (const size of sizes.length > 0 ? sizes.map(Number) : [30_000]) {
  const measure = values.minisearch ? measureMiniSearch : measureTerms;
  console.log(await measure(made, size));
}
