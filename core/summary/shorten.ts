import { asidesOf } from './asides';
import { isClause, placesToEnd, secondThat } from './endings';
import { leansBack } from './leans-back';
import { isDangling, openingsOf, type Opening } from './openings';
import type { Span } from './summary';

/** A form of a sentence that can stand for it: some of its words, in their order. */
export interface Form {
  /** The parts that remain, in UTF-16 units of the sentence. */
  readonly pieces: readonly Span[];
  /** As it is shown: a capital first, a full stop last. */
  readonly text: string;
  readonly opening: Opening['kind'];
  /** Whether its end was left out. */
  readonly isCut: boolean;
  /** Whether it begins with a word for something named before. */
  readonly isDangling: boolean;
  /** Whether it points to something named before, further on. */
  readonly leansBack: boolean;
}

/** Most endings tried for one opening. */
const ENDINGS_MAX = 6;

/**
 * The forms of a sentence, whole and shortened. `sentence` has single spaces for all white space; `title` is the paper's.
 * Every form is a sentence again: only what stands before or after a whole clause is dropped, and asides inside it.
 */
export function formsOf(sentence: string, title: string): readonly Form[] {
  const asides = asidesOf(sentence, title);
  const openings = openingsOf(sentence);
  const first = openings[0]?.at ?? 0;
  const places = placesToEnd(sentence.slice(first)).map((place) => first + place);
  const forms = new Map<string, Form>();
  for (const opening of openings) {
    for (const end of endingsFor(sentence, opening, places)) {
      const form = formOf(sentence, opening, end, asides);
      if (form && !forms.has(form.text)) forms.set(form.text, form);
    }
  }
  return [...forms.values()];
}

/** The longest first: the sentence's own end, where that is possible, and those of its beginnings that are whole clauses. */
function endingsFor(sentence: string, { at, kind }: Opening, places: readonly number[]): readonly number[] {
  const second = kind === 'claim' ? secondThat(sentence.slice(at)) : null;
  const last = second === null ? sentence.length : at + second;
  const inside = places.filter((place) => place > at && place < last);
  const ends = second === null ? inside : [last, ...inside];
  const clauses: number[] = second === null ? [sentence.length] : [];
  for (const end of ends) {
    if (clauses.length > ENDINGS_MAX) break;
    if (isClause(sentence.slice(at, end))) clauses.push(end);
  }
  return clauses;
}

function formOf(sentence: string, opening: Opening, end: number, asides: readonly Span[]): Form | null {
  const pieces = remaining(opening.at, end, asides)
    .map((piece) => trimmed(sentence, piece))
    .filter((piece) => piece.end > piece.start);
  const text = shown(sentence, pieces);
  if (text === '') return null;
  return {
    pieces,
    text,
    opening: opening.kind,
    isCut: end < sentence.length,
    isDangling: isDangling(text),
    leansBack: leansBack(text),
  };
}

/** What is left of `from` to `to` without the asides. */
function remaining(from: number, to: number, asides: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  let at = from;
  for (const { start, end } of asides) {
    if (end <= at || start >= to) continue;
    if (start > at) pieces.push({ start: at, end: start });
    at = end;
  }
  if (at < to) pieces.push({ start: at, end: to });
  return pieces;
}

function trimmed(sentence: string, { start, end }: Span): Span {
  const piece = sentence.slice(start, end);
  return { start: end - piece.trimStart().length, end: start + piece.trimEnd().length };
}

/** The text of pieces as one sentence. */
function shown(sentence: string, pieces: readonly Span[]): string {
  let text = '';
  for (const { start, end } of pieces) {
    const piece = sentence.slice(start, end);
    text += text === '' || /^[,.;:!?%)]/.test(piece) ? piece : ` ${piece}`;
  }
  const bare = text.replace(/[\s,;:–—-]+$/u, '');
  return bare === '' ? '' : withStop(withCapital(bare));
}

// "iPad" and "x-ray" would be misspelt, "p(x)" would be another thing.
const withCapital = (text: string): string =>
  /^\p{Ll}(?:\p{Ll}+(?:[\s,'’-]|$)|\s)/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
const withStop = (text: string): string =>
  /[.!?。！？｡．]["'”’»)\]」』）】*]*$/u.test(text) ? text : `${text}.`;
