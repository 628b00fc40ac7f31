import { readFileSync } from 'node:fs';
import { builtCorpus } from '../../../tests/browser/built-corpus';
import { buildExtension } from '../../start/build';
import type { EvaluationOptions } from '../evaluation';
import { BundledTitles } from './bundled-titles';
import { Finder } from './finder';

interface Looked<Score> {
  readonly scores: readonly Score[];
  readonly bundled: BundledTitles;
  /** Which extension looked, at how much, in what time. */
  readonly head: string;
}

/**
 * Builds the extension as it ships, starts one browser with it, imports the corpus of titles where one is named, and has
 * `look` score each case. A case without an answer ends the evaluation: it would count as a page without papers.
 */
export async function withFinder<Gold, Score>(
  golds: readonly Gold[],
  { corpus }: EvaluationOptions,
  look: (gold: Gold, finder: Finder, bundled: BundledTitles) => Promise<Score>,
): Promise<Looked<Score>> {
  await buildExtension('chromium', 'production');
  const bundled = new BundledTitles(builtCorpus());
  const finder = await Finder.start();
  try {
    const loaded = corpus === null ? '' : await load(finder, corpus);
    const start = performance.now();
    const scores: Score[] = [];
    for (const gold of golds) scores.push(await look(gold, finder, bundled));
    const head = `${golds.length} looked at in ${secondsSince(start)} s${loaded}`;
    return { scores, bundled, head };
  } finally {
    await finder.close();
  }
}

async function load(finder: Finder, file: string): Promise<string> {
  const titles = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const start = performance.now();
  await finder.importTitles(titles);
  return `, after ${titles.length} more titles were imported in ${secondsSince(start)} s`;
}

const secondsSince = (start: number): string => ((performance.now() - start) / 1000).toFixed(0);
