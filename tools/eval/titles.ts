import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FilesInMemory } from '../../core/corpus/corpus-files';
import { isSamePaper } from '../../core/titles/same-paper';
import { titleKey } from '../../core/text/title-key';
import { TitleIndex } from '../../core/titles/title-index';
import { measureNoisyTitles } from './noisy-titles';
import { pairCases, type PairCase } from './pair-cases';
import { referenceFinder } from './reference-finder';
import { buildTitles } from './titles-in-memory';

interface Reference {
  readonly text: string;
  readonly title: string;
}

/** Precision, recall and their harmonic mean, 0 to 1. */
interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Quality of finding papers by title in `DIR`: `references.jsonl` (the title in a reference string, among all titles
 * of the file and of `titles-large.txt`), `pairs.jsonl` (same paper or not), and seven kinds of noise in titles.
 */
export async function evaluateTitles(dir: string) {
  const references = linesOf(dir, 'references.jsonl').map((line) => JSON.parse(line) as Reference);
  const large = linesOf(dir, 'titles-large.txt');
  const {
    index,
    titles,
    lines: building,
  } = await builtIndex([...references.map(({ title }) => title), ...large]);
  const ours = await foundTitles(references, referenceFinder(index, titles));
  const plain = await foundTitles(references, exactFinder(titles));
  const pairs = measurePairs(linesOf(dir, 'pairs.jsonl'));
  const noisy = await measureNoisyTitles(large);
  return {
    lines: [
      ...building,
      row('references', ours.all),
      row('  even lines', ours.even),
      row('  odd lines', ours.odd),
      row('  exact pieces', plain.all),
      `${'  time'.padEnd(18)} ${ours.microseconds.toFixed(0)} µs a reference`,
      ...pairs.lines,
      ...noisy,
    ],
    figures: {
      referencesF1: ours.all.f1,
      pairsF1: pairs.f1,
      microsecondsPerReference: ours.microseconds,
    },
  };
}

function measurePairs(lines: readonly string[]) {
  const pairs = pairCases(lines);
  const among = (counts: (one: PairCase) => boolean) =>
    qualityOf(pairs.filter(counts), ({ a, b }) => isSamePaper(a, b));
  const all = among(() => true);
  const exact = qualityOf(pairs, ({ a, b }) => titleKey(a.title) === titleKey(b.title));
  return {
    f1: all.f1,
    lines: [
      row('pairs', all),
      row(
        '  even lines',
        among(({ line }) => line % 2 === 0),
      ),
      row(
        '  odd lines',
        among(({ line }) => line % 2 === 1),
      ),
      row('  exact form', exact),
    ],
  };
}

async function builtIndex(all: readonly string[]) {
  const titles = [...new Map(all.map((title) => [titleKey(title), title])).values()];
  const folder = new FilesInMemory();
  const start = performance.now();
  await buildTitles(folder, titles);
  const ms = performance.now() - start;
  const bytes = [...folder.sizes().values()].reduce((sum, size) => sum + size, 0);
  const index = await TitleIndex.open(folder);
  if (!index) throw new Error('the title index that was just built does not open');
  const perTitle = (bytes / titles.length).toFixed(1);
  const lines = [`${titles.length} titles, built in ${(ms / 1000).toFixed(1)} s, ${perTitle} bytes a title`];
  return { index, titles, lines };
}

/** The longest piece between stops that is a title: what exact look-up alone can do. */
function exactFinder(titles: readonly string[]) {
  const known = new Map(titles.map((title) => [titleKey(title), title]));
  return async (text: string): Promise<string | null> => {
    const keys = text.split(/[.,:;"“”()]\s/).map(titleKey);
    const [longest] = keys.filter((key) => known.has(key)).toSorted((a, b) => b.length - a.length);
    return (longest !== undefined && known.get(longest)) || null;
  };
}

async function foundTitles(references: readonly Reference[], find: (text: string) => Promise<string | null>) {
  const start = performance.now();
  const found: (string | null)[] = [];
  for (const { text } of references) found.push(await find(text));
  const microseconds = ((performance.now() - start) * 1000) / references.length;
  const half = (which: (at: number) => boolean) => referenceQuality(references, found, which);
  const [all, even, odd] = [half(() => true), half((at) => at % 2 === 0), half((at) => at % 2 === 1)];
  return { all, even, odd, microseconds };
}

function referenceQuality(
  references: readonly Reference[],
  found: readonly (string | null)[],
  counts: (at: number) => boolean,
): Quality {
  let [asked, answered, right] = [0, 0, 0];
  for (const [at, { title }] of references.entries()) {
    if (!counts(at)) continue;
    const answer = found[at] ?? null;
    asked += 1;
    if (answer !== null) answered += 1;
    if (answer !== null && titleKey(answer) === titleKey(title)) right += 1;
  }
  return quality(right, answered, asked);
}

function qualityOf<Case extends { readonly same: boolean }>(
  cases: readonly Case[],
  says: (one: Case) => boolean,
): Quality {
  const said = cases.filter(says);
  const right = said.filter(({ same }) => same).length;
  return quality(right, said.length, cases.filter(({ same }) => same).length);
}

function quality(right: number, answered: number, asked: number): Quality {
  const precision = right / Math.max(1, answered);
  const recall = right / Math.max(1, asked);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

const row = (name: string, { precision, recall, f1 }: Quality): string =>
  `${name.padEnd(18)} P ${precision.toFixed(4)}  R ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}`;

function linesOf(dir: string, file: string): string[] {
  return readFileSync(join(dir, file), 'utf8').trim().split('\n');
}
