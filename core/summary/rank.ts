import { wordsOf } from '../text/words';
import {
  contentPairs,
  contentStems,
  featuresOf,
  spreadOf,
  type FeatureName,
  type Features,
} from './features';
import file from './weights.json';

/** Fitted by `tools/eval/fit-summary.ts`; the file says on what. The type makes a missing weight a compile error. */
const WEIGHTS: Readonly<Record<FeatureName, number>> = file.weights;

/** Features of each sentence of an abstract, in order. */
export function abstractFeatures(title: string, sentences: readonly string[]): readonly Features[] {
  const titleWords = wordsOf(title);
  const shared = { title: contentStems(titleWords), titlePairs: contentPairs(titleWords) };
  const spread = spreadOf(sentences);
  return sentences.map((_, at) => featuresOf({ ...shared, spread, sentences, at }));
}

/** How well each sentence would do as the summary: a linear score, comparable only within one abstract. */
export function sentenceScores(title: string, sentences: readonly string[]): readonly number[] {
  return abstractFeatures(title, sentences).map((features) => weigh(features));
}

/**
 * What ROUGE cannot see: a card shows the sentence alone, so it must not lean on the one before, and it should be about
 * what the paper does rather than what others did or what may come. Set by hand on the scale of ROUGE-1 (0.05 is five
 * points), before and apart from the fit; they cost 0.1 points of ROUGE-1 on the dev part of SciTLDR.
 */
const READER_RULES: Partial<Record<FeatureName, number>> = {
  anaphora: -0.06,
  connective: -0.03,
  detail: -0.05,
  pointsBack: -0.02,
  hopes: -0.1,
  code: -0.05,
};
const NOT_OF_THE_AUTHORS = -0.05;
const AUTHORS_ACTS: readonly FeatureName[] = ['proposes', 'shows', 'studies', 'thisPaper', 'ourMethod'];

function weigh(features: Features): number {
  let sum = AUTHORS_ACTS.some((act) => features[act] > 0) ? 0 : NOT_OF_THE_AUTHORS;
  for (const name of Object.keys(WEIGHTS) as FeatureName[]) {
    sum += (WEIGHTS[name] + (READER_RULES[name] ?? 0)) * features[name];
  }
  return sum;
}
