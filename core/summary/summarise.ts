import { abstractSentences, type AbstractSentence } from './abstract-sentences';
import { viewOf, type ViewedForm } from './abstract-view';
import { isEnglish } from './language';
import { formScores } from './rank';
import { secondForm } from './second';
import type { Excerpt, Span, Summary } from './summary';
import { weightsOf } from './weights';
import file from './weights.json';

const WEIGHTS = weightsOf(file);
/** Longer titles are cut, in UTF-16 units. */
const TITLE_MAX = 500;

/**
 * One sentence that says what the paper does: a sentence of the abstract, without what it can do without; null when the
 * abstract has no sentence. A sentence that was cut off (no full stop, an ellipsis) is only taken when it is the only one.
 * Of a text in another language than English it is the first sentence as it stands.
 */
export function summarise(title: string, abstract: string): Summary | null {
  const sentences = abstractSentences(abstract);
  const whole = sentences.filter((one) => one.isWhole);
  if (!isEnglish(abstract)) return asItStands(whole[0] ?? only(sentences), 'first', whole[1]);
  const prose = whole.filter((one) => isProse(one.text));
  if (whole.length === 0) return asItStands(only(sentences), 'sentence');
  const view = viewOf(title.slice(0, TITLE_MAX), prose);
  const scores = formScores(view, WEIGHTS);
  const best = scores.reduce((at, score, other) => (score > (scores[at] ?? 0) ? other : at), 0);
  const form = view.forms[best];
  return form ? chosen(form, secondForm(view, scores, form), prose) : null;
}

const only = (sentences: readonly AbstractSentence[]): AbstractSentence | null =>
  sentences.length === 1 ? (sentences[0] ?? null) : null;

function asItStands(
  sentence: AbstractSentence | null,
  kind: Summary['kind'],
  next?: AbstractSentence,
): Summary | null {
  if (!sentence || !hasWords(sentence.text)) return null;
  const second = next && hasWords(next.text) ? wholeOf(next) : null;
  return { ...wholeOf(sentence), second, kind };
}

const wholeOf = (sentence: AbstractSentence): Excerpt => ({
  text: sentence.text,
  spans: [spanOf(sentence, { start: 0, end: sentence.text.length })],
});

function chosen(
  first: ViewedForm,
  second: ViewedForm | null,
  sentences: readonly AbstractSentence[],
): Summary | null {
  const sentence = sentences[first.at];
  const next = second && sentences[second.at];
  if (!sentence) return null;
  const isWhole = first.pieces.length === 1 && first.text === sentence.text;
  return {
    ...excerptOf(first, sentence),
    second: second && next ? excerptOf(second, next) : null,
    kind: isWhole ? 'sentence' : 'parts',
  };
}

const excerptOf = ({ text, pieces }: ViewedForm, sentence: AbstractSentence): Excerpt => ({
  text,
  spans: pieces.map((piece) => spanOf(sentence, piece)),
});

/** From a sentence back to its abstract. */
function spanOf({ places }: AbstractSentence, { start, end }: Span): Span {
  return { start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 };
}

/** Characters of formulas, mark-up and tables; a sentence has few. */
const MARKS = /[\\{}^_=<>|&$#~\p{N}]/gu;
const MARKS_SHARE_MAX = 0.25;
const WORDS_MIN = 3;

/** Whether a text is more than marks and single letters. */
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Whether a text is language rather than a formula, a row of a table or a line of code. */
function isProse(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  const marks = text.match(MARKS)?.length ?? 0;
  return words >= WORDS_MIN && marks <= text.length * MARKS_SHARE_MAX;
}
