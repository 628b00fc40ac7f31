import { featuresOf } from '../../../core/summary/features';
import { weighedForm } from '../../../core/summary/rank';
import type { SummaryWeights } from '../../../core/summary/weights';
import { worthOf, type WorthWeights } from '../../../core/summary/worth';
import type { SummaryCase } from '../summary-cases';
import { chanceOf } from '../chance';
import { exampleOf, type Example } from './example';
import { fitForms, type Choice } from './fit-forms';
import { fitWorth, wordLoss } from './fit-worth';

export interface Trained {
  readonly weights: SummaryWeights;
  readonly examples: number;
  readonly forms: number;
  /** Log loss of words never seen in the fit, in nats, and the mean ROUGE of what is chosen from abstracts never seen. */
  readonly heldOut: { readonly wordLoss: number; readonly rouge: number };
}

/** Parts of which each is judged by what was learned of the others, so that what a form is worth is not known too well. */
const FOLDS = 3;

/** Learns from abstracts and the summaries that people wrote of them. The same cases and seed give the same weights. */
export function trainSummary(cases: readonly SummaryCase[], seed: number): Trained {
  const chance = chanceOf(seed);
  const examples = cases.map(exampleOf).filter((one) => one !== null);
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitWorth(
      examples.filter((_one, at) => at % FOLDS !== fold),
      chance,
    ),
  );
  const choices = examples.map((example, at) => choiceOf(example, folds[at % FOLDS]));
  const worth = fitWorth(examples, chance);
  const forms = fitForms(choices, chance);
  return {
    weights: { worth, forms },
    examples: examples.length,
    forms: examples.reduce((sum, { gains }) => sum + gains.length, 0),
    heldOut: { wordLoss: foldLoss(examples, folds), rouge: heldOutRouge(choices, seed) },
  };
}

function choiceOf({ view, gains }: Example, worth: WorthWeights | undefined): Choice {
  return { rows: worth ? featuresOf(view, worthOf(view, worth)) : [], gains };
}

function foldLoss(examples: readonly Example[], folds: readonly WorthWeights[]): number {
  const losses = folds.map((worth, fold) =>
    wordLoss(
      examples.filter((_, at) => at % FOLDS === fold),
      worth,
    ),
  );
  return losses.reduce((sum, loss) => sum + loss, 0) / FOLDS;
}

function heldOutRouge(choices: readonly Choice[], seed: number): number {
  let sum = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitForms(
      choices.filter((_, at) => at % FOLDS !== fold),
      chanceOf(seed),
    );
    for (const { rows, gains } of choices.filter((_, at) => at % FOLDS === fold)) {
      const scores = rows.map((row) => weighedForm(weights, row));
      sum += gains[scores.indexOf(Math.max(...scores))] ?? 0;
    }
  }
  return sum / Math.max(1, choices.length);
}
