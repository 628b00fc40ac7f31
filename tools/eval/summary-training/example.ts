import { abstractSentences } from '../../../core/summary/abstract-sentences';
import { viewOf, type AbstractView } from '../../../core/summary/abstract-view';
import { eachPair, pairKey, tokensOf } from '../../../core/summary/tokens';
import { wordFeatures, type WordFeatures } from '../../../core/summary/worth';
import { rougeBest } from '../rouge';
import type { SummaryCase } from '../summary-cases';

/** An abstract with what is to be learned of it. */
export interface Example {
  readonly view: AbstractView;
  readonly words: ReadonlyMap<string, WordFeatures>;
  readonly targetStems: ReadonlySet<string>;
  readonly targetPairs: ReadonlySet<string>;
  /** For each form the mean of its three ROUGE measures. */
  readonly gains: readonly number[];
}

/** Null for an abstract that leaves no choice. */
export function exampleOf({ title, abstract, targets }: SummaryCase): Example | null {
  const view = viewOf(
    title,
    abstractSentences(abstract).filter((one) => one.isWhole),
  );
  if (view.forms.length < 2) return null;
  const targetTokens = targets.map(tokensOf);
  const targetPairs = new Set<string>();
  for (const tokens of targetTokens)
    eachPair(tokens, (first, second) => targetPairs.add(pairKey(first, second)));
  const gains = view.forms.map(({ text }) => {
    const { r1, r2, rl } = rougeBest(text, targets);
    return (r1 + r2 + rl) / 3;
  });
  const targetStems = new Set(targetTokens.flat().map((token) => token.stem));
  return { view, words: wordFeatures(view), targetStems, targetPairs, gains };
}
