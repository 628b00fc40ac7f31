import { wordsOf } from '../text/words';
import { contentStems, featuresOf, spreadOf, type FeatureName, type Features } from './features';
import file from './weights.json';

/** Fitted by `tools/eval/fit-summary.ts`; the file says on what. The type makes a missing weight a compile error. */
const WEIGHTS: Readonly<Record<FeatureName, number>> = file.weights;

/** Features of each sentence of an abstract, in order. */
export function abstractFeatures(title: string, sentences: readonly string[]): readonly Features[] {
  const titleStems = contentStems(wordsOf(title));
  const spread = spreadOf(sentences);
  return sentences.map((_, at) => featuresOf({ title: titleStems, spread, sentences, at }));
}

/** How well each sentence would do as the summary: a linear score, comparable only within one abstract. */
export function sentenceScores(title: string, sentences: readonly string[]): readonly number[] {
  return abstractFeatures(title, sentences).map((features) => weigh(features));
}

function weigh(features: Features): number {
  let sum = 0;
  for (const name of Object.keys(WEIGHTS) as FeatureName[]) sum += WEIGHTS[name] * features[name];
  return sum;
}
