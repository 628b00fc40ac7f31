import type { Features } from './features';
import type { WorthWeights } from './worth';

/** A weight for each feature of a form. */
export type FormWeights = {
  readonly [Group in keyof Features]: Readonly<Record<keyof Features[Group], number>>;
};

/** All that is learned. */
export interface SummaryWeights {
  readonly worth: WorthWeights;
  readonly forms: FormWeights;
}

/** `weights.json`, which `tools/eval/train-summary.ts` writes; the types make a missing weight a compile error. */
export interface WeightsFile {
  readonly provenance: object;
  readonly words: WorthWeights['words'];
  readonly pairs: WorthWeights['pairs'];
  /** By weight, the stems that have it, with blanks between them: half the size of a weight for each stem. */
  readonly lexicon: Readonly<Record<string, string>>;
  readonly forms: SummaryWeights['forms'];
}

export function weightsOf({ words, pairs, lexicon, forms }: WeightsFile): SummaryWeights {
  const weightOf = new Map<string, number>();
  for (const [weight, stems] of Object.entries(lexicon)) {
    for (const stem of stems.split(' ')) weightOf.set(stem, Number(weight));
  }
  return { worth: { words, pairs, lexicon: weightOf }, forms };
}
