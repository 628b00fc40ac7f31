import { asidesOf } from './asides';
import { endingsOf, hasSecondThat } from './endings';
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
}

/** Most endings tried for one opening. */
const ENDINGS_MAX = 6;

/**
 * The forms of a sentence, whole and shortened. `sentence` has single spaces for all white space; `title` is the paper's.
 * Every form is a sentence again: only what stands before or after a whole clause is dropped, and asides inside it.
 */
export function formsOf(sentence: string, title: string): readonly Form[] {
  const asides = asidesOf(sentence, title);
  const forms = new Map<string, Form>();
  for (const opening of openingsOf(sentence)) {
    const mayBeWhole = opening.kind !== 'claim' || !hasSecondThat(sentence, opening.at);
    const endings = endingsOf(sentence, opening.at).slice(0, ENDINGS_MAX);
    for (const end of [...(mayBeWhole ? [sentence.length] : []), ...endings]) {
      const pieces = remaining(opening.at, end, asides)
        .map((piece) => trimmed(sentence, piece))
        .filter((piece) => piece.end > piece.start);
      const text = shown(sentence, pieces);
      if (text === '' || forms.has(text)) continue;
      const isCut = end < sentence.length;
      forms.set(text, { pieces, text, opening: opening.kind, isCut, isDangling: isDangling(text) });
    }
  }
  return [...forms.values()];
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
const withStop = (text: string): string => (/[.!?。！？｡．]["'”’»)\]」』）】*]*$/u.test(text) ? text : `${text}.`);
