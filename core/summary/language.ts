/** The commonest words of English; 35 to 45 % of an English abstract, under 5 % of one in another language. */
const COMMON = new Set(
  'the of and to in is we that for with this are by be as it from which our can these on have an has or not their'.split(
    ' ',
  ),
);
const COMMON_SHARE_MIN = 0.12;
/** Of fewer words the share says nothing. */
const WORDS_MIN = 15;
/** So much of a text tells its language, in UTF-16 units. */
const SAMPLE_MAX = 2_000;

const OTHER_SCRIPT = /[^\p{Script=Latin}\P{L}]/u;
const LATIN_SHARE_MIN = 0.7;

/** Whether a text reads as English, which the rules of shortening and the ranker know alone. In doubt it does. */
export function isEnglish(text: string): boolean {
  const sample = text.slice(0, SAMPLE_MAX);
  if (OTHER_SCRIPT.test(sample) && !isMostlyLatin(sample)) return false;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => COMMON.has(word)).length;
  return words.length < WORDS_MIN || common >= words.length * COMMON_SHARE_MIN;
}

function isMostlyLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin >= letters * LATIN_SHARE_MIN;
}
