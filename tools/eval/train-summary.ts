import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WeightsFile } from '../../core/summary/weights';
import type { Evaluation } from './evaluation';
import { readSummaryCases } from './summary-cases';
import { trainSummary, type Trained } from './summary-training/train';

const SEED = 1;
const TARGET = join(import.meta.dirname, '../../core/summary/weights.json');

/**
 * Learns the weights of the summary from files of SciTLDR or of `{title, abstract, tldr}` lines and writes them into the
 * product. The same files in the same order give the same bytes.
 */
export function trainSummaryWeights(paths: readonly string[], target = TARGET): Evaluation {
  const trained = trainSummary(
    paths.flatMap((path) => readSummaryCases(path)),
    SEED,
  );
  const text = `${JSON.stringify(weightsFile(trained, paths), null, 2)}\n`;
  writeFileSync(target, text);
  const { examples, forms, heldOut } = trained;
  const lines = [
    `${forms} forms of sentences of ${examples} abstracts`,
    `held out: ${heldOut.wordLoss.toFixed(4)} nats a word, mean ROUGE ${(100 * heldOut.rouge).toFixed(2)}`,
    `${target}: ${(text.length / 1_000).toFixed(1)} kB`,
  ];
  return { lines, figures: { examples, forms, ...heldOut, bytes: text.length } };
}

function weightsFile({ weights, examples, forms, heldOut }: Trained, paths: readonly string[]): WeightsFile {
  const byWeight: Record<string, string> = {};
  for (const [stem, weight] of [...weights.worth.lexicon].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    byWeight[weight] = byWeight[weight] === undefined ? stem : `${byWeight[weight]} ${stem}`;
  }
  return {
    provenance: {
      command: `npm run eval -- train-summary ${paths.map((path) => basename(path)).join(' ')}`,
      data: paths.map((path) => ({
        file: basename(path),
        sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
      })),
      examples,
      forms,
      seed: SEED,
      heldOut,
    },
    words: weights.worth.words,
    pairs: weights.worth.pairs,
    lexicon: byWeight,
    forms: weights.forms,
  };
}
