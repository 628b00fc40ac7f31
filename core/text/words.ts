import { stem } from './stem';
import { STOP_WORDS } from './stop-words';

/** One word of a text. Offsets in UTF-16 units of the text it came from: `text.slice(start, end)` is how it is written. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, without diacritics, hyphen compounds in one ("fine-tuning" is "finetuning"). */
  readonly form: string;
  readonly stem: string;
  /** The forms of a hyphen compound's parts ("self-supervised" has "self" and "supervised"); else empty. */
  readonly parts: readonly string[];
  readonly isStop: boolean;
}

/** Only so much of a text is read, in UTF-16 units: five times the longest abstract among 30,000. */
export const WORD_TEXT_MAX = 32_000;
/** No word of a language is longer; what is, is dropped. */
const WORD_LENGTH_MAX = 60;

// Letters, digits and their marks, joined by hyphens, an apostrophe or the point of a number ("GPT-3.5"); a single pass without backtracking choices.
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:[-‐‑–'’]|(?<=\p{N})\.(?=\p{N}))[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const HYPHENS = /[-‐‑–]/;
const POSSESSIVE = /['’]s$/i;
/** Scripts that write words without spaces: a run of them is cut into overlapping pairs of characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The words of a text in order, of its first `WORD_TEXT_MAX` units. Never throws, whatever the text. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(0, WORD_TEXT_MAX).matchAll(WORD)) {
    const written = match[0].replace(POSSESSIVE, '');
    if (UNSPACED.test(written)) words.push(...pairsOf(written, match.index));
    else if (written.length <= WORD_LENGTH_MAX) words.push(wordAt(written, match.index));
  }
  return words;
}

/** Lower case without diacritics and compatibility forms: "Müller" is "muller", "ﬁne" is "fine". */
export function foldCase(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

// oxlint-disable-next-line no-control-regex -- all of ASCII, which folds to itself
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

function wordAt(written: string, start: number): Word {
  const pieces = foldCase(written)
    .replace(/['’]/g, '')
    .split(HYPHENS)
    .filter((piece) => piece !== '');
  const form = pieces.join('');
  return {
    start,
    end: start + written.length,
    form,
    stem: stem(form),
    parts: pieces.length > 1 ? pieces : [],
    isStop: STOP_WORDS.has(form),
  };
}

function pairsOf(written: string, start: number): Word[] {
  const chars = [...written];
  const words: Word[] = [];
  let at = start;
  for (let i = 0; i < Math.max(1, chars.length - 1); i++) {
    const pair = chars.slice(i, i + 2).join('');
    const form = foldCase(pair);
    words.push({ start: at, end: at + pair.length, form, stem: form, parts: [], isStop: false });
    at += chars[i]?.length ?? 0;
  }
  return words;
}
