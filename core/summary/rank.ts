import type { AbstractView, ViewedForm } from './abstract-view';
import { isOwnAct } from './cues';
import { featuresOf, type Features } from './features';
import { weighed, worthOf } from './worth';
import type { SummaryWeights } from './weights';

/**
 * What ROUGE cannot see: a card shows the summary alone, so it must not lean on a sentence that is not there, and it should
 * say what the paper does rather than what others did or what may come. Set by hand on the scale of ROUGE (0.05 is five
 * points), apart from the fit. What dangles comes last.
 */
const READER_RULES = { dangles: -1, pointsBack: -0.1, hopes: -0.1, code: -0.2, question: -0.05 } as const;
const NOT_OF_THE_AUTHORS = -0.03;
const FRAGMENT = -0.8;
/** "OBJECTIVE: To compare two drugs." is no sentence, nor is a question put indirectly. */
const IS_FRAGMENT = /^(?:to|whether|how|which) [^,]*$/i;
const SECTION_RULES = { background: -0.1, aim: 0, methods: -0.03, results: 0, conclusion: 0.02, aside: -0.5 } as const;

/** How well each form of a view would do as the summary, comparable within one abstract only. */
export function formScores(view: AbstractView, weights: SummaryWeights): readonly number[] {
  const rows = featuresOf(view, worthOf(view, weights.worth));
  return rows.map((features, at) => {
    const form = view.forms[at];
    return weighed(weights.forms, features) + (form ? readerRules(view, form, features) : 0);
  });
}

function readerRules({ sentences }: AbstractView, form: ViewedForm, features: Features): number {
  let sum = 0;
  for (const [name, rule] of Object.entries(READER_RULES)) sum += rule * features[name as keyof typeof READER_RULES];
  if (!isOwnAct(form.text)) sum += NOT_OF_THE_AUTHORS;
  if (IS_FRAGMENT.test(form.text)) sum += FRAGMENT;
  const section = sentences[form.at]?.section ?? null;
  return sum + (section === null ? 0 : SECTION_RULES[section]);
}
