import type { AbstractView, ViewedForm } from './abstract-view';
import { isOwnAct } from './cues';
import { featuresOf, type Features } from './features';
import type { Token } from './tokens';
import { weighed, worthOf } from './worth';
import type { FormWeights, SummaryWeights } from './weights';

/**
 * What ROUGE cannot see: a card shows the summary alone, so it must not lean on a sentence that is not there, and it should
 * say what the paper does rather than what others did or what may come. Set by hand on the scale of ROUGE (0.05 is five
 * points), apart from the fit. What dangles comes last.
 */
const READER_RULES = { isDangling: -1, leansBack: -0.15, hopes: -0.2, code: -0.2, question: -0.05 } as const;
const NOT_OF_THE_AUTHORS = -0.06;
/** The title stands above the summary: a form with fewer words of a subject that are not in it says nothing new. */
const NEW_WORDS_MIN = 2;
const NOTHING_NEW = -0.02;
const FRAGMENT = -0.8;
/** "OBJECTIVE: To compare two drugs." is no sentence, nor is a question put indirectly. */
const IS_FRAGMENT = /^(?:to|whether|how|which) [^,]*$/i;
const SECTION_RULES = {
  background: -0.1,
  aim: 0,
  methods: -0.03,
  results: 0,
  conclusion: 0.02,
  aside: -0.5,
} as const;

/** How well each form of a view would do as the summary, comparable within one abstract only. */
export function formScores(view: AbstractView, weights: SummaryWeights): readonly number[] {
  const rows = featuresOf(view, worthOf(view, weights.worth));
  return rows.map((features, at) => {
    const form = view.forms[at];
    return weighedForm(weights.forms, features) + (form ? readerRules(view, form) : 0);
  });
}

/** The score by what is learned alone. */
export function weighedForm(weights: FormWeights, features: Features): number {
  return (
    weighed(weights.cues, features.cues) +
    weighed(weights.expected, features.expected) +
    weighed(weights.beside, features.beside) +
    weighed(weights.places, features.places) +
    weighed(weights.shape, features.shape)
  );
}

function readerRules({ sentences, cues: whole, titleStems }: AbstractView, form: ViewedForm): number {
  const { cues, tokens } = form;
  const isNew = ({ kind, stem }: Token) => kind === 'telling' && !titleStems.has(stem);
  const newWords = new Set(tokens.filter(isNew).map(({ stem }) => stem));
  const section = sentences[form.at]?.section ?? null;
  return (
    (form.isDangling ? READER_RULES.isDangling : 0) +
    (form.leansBack ? READER_RULES.leansBack : 0) +
    (cues.hopes ? READER_RULES.hopes : 0) +
    (cues.code ? READER_RULES.code : 0) +
    (cues.question ? READER_RULES.question : 0) +
    (isOwnAct(cues) || whole[form.at]?.thisPaper === true ? 0 : NOT_OF_THE_AUTHORS) +
    (IS_FRAGMENT.test(form.text) ? FRAGMENT : 0) +
    (newWords.size < NEW_WORDS_MIN ? NOTHING_NEW : 0) +
    (section === null ? 0 : SECTION_RULES[section])
  );
}
