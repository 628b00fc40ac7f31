import { plainTitle, titleKey } from '../text/title-key';
import { wordsOf } from '../text/words';
import { letterStream, WORD_BEGINS } from './letter-stream';
import { nearness } from './near-title';
import { errorsAllowed } from './signatures';
import { soughtTitle } from './sought-title';

/** "(extended abstract)", "[demo]": what kind of thing it is, not what it is about. Digits tell volumes apart. */
const REMARK = /\s*[([][^()[\]\d]{2,40}[)\]]|\s+-+\s+book review\s*$/giu;
/** Fewer words of content than this say too little when only the words are the same. */
const SAME_WORDS_MIN = 4;
/** As for a truncated title. */
const BEGINNING_CHARS_MIN = 30;
const ORDINAL_NUMBERS: ReadonlyMap<string, string> = new Map(
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map(
    (word, index) => [word, `${index + 1}${['st', 'nd', 'rd'][index] ?? 'th'}`],
  ),
);

/**
 * How alike the titles of two records are. `same`: but for remarks in brackets. `near`: but for a few letters, small
 * words, the words' order, or where one is cut. `head`: one is what stands before the other's colon, which by itself
 * says nothing.
 */
export function titleLikeness(a: string, b: string): 'same' | 'near' | 'head' | 'other' {
  const [one, other] = [titleKey(a), titleKey(b)];
  if (one === '' || other === '') return 'other';
  if (one === other) return 'same';
  const [bareA, bareB] = [plainTitle(a).replace(REMARK, ''), plainTitle(b).replace(REMARK, '')];
  const [bareOne, bareOther] = [titleKey(bareA), titleKey(bareB)];
  if (bareOne !== '' && [bareOther, other].includes(bareOne)) return 'same';
  if (bareOther !== '' && one === bareOther) return 'same';
  if (isNear(bareA, bareOther) || haveSameWords(bareA, bareB)) return 'near';
  return bareOne.length < bareOther.length ? beginning(bareOne, bareB) : beginning(bareOther, bareA);
}

function isNear(title: string, known: string): boolean {
  const [read] = soughtTitle(title).readings;
  return read !== undefined && errorsAllowed(read.key.length) > 0 && nearness(read, known) !== null;
}

function haveSameWords(a: string, b: string): boolean {
  const [ours, theirs] = [contentWords(a), contentWords(b)];
  return (
    ours.size >= SAME_WORDS_MIN && ours.size === theirs.size && [...ours].every((word) => theirs.has(word))
  );
}

function contentWords(title: string): ReadonlySet<string> {
  const apart = wordsOf(title.replace(/(?<=\p{L})[-‐‑–](?=\p{L})/gu, ' '));
  return new Set(
    apart.filter(({ isStop }) => !isStop).map(({ form, stem }) => ORDINAL_NUMBERS.get(form) ?? stem),
  );
}

const NUMERAL_AT_END = /(?<![\p{L}\p{N}])(?:[IVXLC]+|\d+)$/u;

/** Whether a title is where a longer one was cut within a word, or ends before its subtitle or its authors. */
function beginning(key: string, longer: string): 'near' | 'head' | 'other' {
  if (key === '' || !titleKey(longer).startsWith(key)) return 'other';
  const stream = letterStream(longer);
  const place = stream.origins[key.length] ?? longer.length;
  const isSubtitle = /[:.?!–—-]\s*$/.test(longer.slice(0, place)) || /^by\s/i.test(longer.slice(place));
  // "Part I" is not a "Part II" that was cut, nor "Volume 1" a "Volume 10".
  const isNumeral = NUMERAL_AT_END.test(longer.slice(0, place));
  const isWithinWord = !isNumeral && ((stream.edges[key.length] ?? WORD_BEGINS) & WORD_BEGINS) === 0;
  if (key.length >= BEGINNING_CHARS_MIN && isWithinWord) return 'near';
  return isSubtitle ? 'head' : 'other';
}
