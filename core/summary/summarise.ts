import { SENTENCE_TEXT_MAX, sentenceSpans } from '../text/sentences';
import { sentenceScores } from './rank';
import type { Span, Summary } from './summary';

/** A longer "sentence" is a text without full stops, which no card has room for. In UTF-16 units. */
const SENTENCE_MAX = 1_500;
/** Abstracts have 4 to 15 sentences; a text with more is ranked by its first ones only. */
const RANKED_SENTENCES_MAX = 60;

/** Headings of structured abstracts; not part of the sentence they stand before. */
const LABEL =
  /^\[?(?:abstract|background|motivation|objectives?|aims?|purpose|introduction|methods?|results?|findings|conclusions?|summary|availability(?: and implementation)?|摘要)(?:\s?[:：.—-]|\])\s+(?=\p{Lu}|\p{Lo})/iu;
const FINISHED = /[.!?。！？｡．]["'”’»)\]」』）】]*$/;
const TRAILS_OFF = /(?:\.\.\.|…)["'”’)\]]*$/;

/**
 * One sentence of the abstract that says what the paper does, whole and as it stands; null when the abstract has no
 * sentence. A ranker linear in the features of `features.ts` chooses it. A sentence that was cut off (no full stop,
 * an ellipsis) is only taken when it is the only one.
 */
export function summarise(title: string, abstract: string): Summary | null {
  const spans = sentenceSpans(abstract)
    .slice(0, RANKED_SENTENCES_MAX)
    .map((span) => withoutLabel(abstract, span))
    .filter(({ start, end }) => end - start <= SENTENCE_MAX && end < SENTENCE_TEXT_MAX);
  const whole = spans.filter((span) => isWhole(abstract.slice(span.start, span.end)));
  const chosen = best(title, abstract, whole) ?? (spans.length === 1 ? (spans[0] ?? null) : null);
  return chosen && { text: textOf(abstract, chosen), spans: [chosen] };
}

function best(title: string, abstract: string, spans: readonly Span[]): Span | null {
  const scores = sentenceScores(
    title,
    spans.map((span) => textOf(abstract, span)),
  );
  return spans[scores.indexOf(Math.max(...scores))] ?? null;
}

const isWhole = (sentence: string): boolean => FINISHED.test(sentence) && !TRAILS_OFF.test(sentence);
const textOf = (abstract: string, { start, end }: Span): string =>
  abstract.slice(start, end).replace(/\s+/g, ' ');

function withoutLabel(abstract: string, { start, end }: Span): Span {
  const label = LABEL.exec(abstract.slice(start, Math.min(end, start + 40)));
  return { start: start + (label?.[0].length ?? 0), end };
}
