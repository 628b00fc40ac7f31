/** Signs that mean something to TeX; braces by name, since BibTeX counts them whatever stands before them. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['&', '\\&'],
  ['%', '\\%'],
  ['$', '\\$'],
  ['#', '\\#'],
  ['_', '\\_'],
]);

/** Letters of Latin alphabets that are no letter with an accent. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: '{\\ss}',
    æ: '{\\ae}',
    Æ: '{\\AE}',
    œ: '{\\oe}',
    Œ: '{\\OE}',
    ø: '{\\o}',
    Ø: '{\\O}',
    ł: '{\\l}',
    Ł: '{\\L}',
    ı: '{\\i}',
    å: '{\\aa}',
    Å: '{\\AA}',
  }),
);

/** Combining marks and the accent of TeX that makes them. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0301', "'"],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0304', '='],
  ['\u0306', 'u'],
  ['\u0307', '.'],
  ['\u0308', '"'],
  ['\u030A', 'r'],
  ['\u030B', 'H'],
  ['\u030C', 'v'],
  ['\u0323', 'd'],
  ['\u0327', 'c'],
  ['\u0328', 'k'],
]);

const ACCENTED = /[\u00C0-\u024F\u1E00-\u1EFF]/g;
const SIGN = /[\\{}~^&%$#_]/g;
/** A sign that with the next one is a dash or a quotation mark to TeX. */
const DOUBLED = /-(?=-)|'(?=')|`(?=`)|,(?=,)|[?!](?=`)/g;

/**
 * Text as LaTeX that any engine sets as it stands: signs of TeX escaped, Latin letters with accents as commands. Other scripts
 * and symbols stay as they are, which biber and every LaTeX since 2018 read. Never has an unbalanced brace.
 */
export function latexEscaped(text: string): string {
  return text
    .replace(DOUBLED, '$&\0')
    .replace(SIGN, (sign) => SIGNS.get(sign) ?? sign)
    .replaceAll('\0', '{}')
    .replace(ACCENTED, accented);
}

function accented(letter: string): string {
  const own = LETTERS.get(letter);
  if (own !== undefined) return own;
  const [base = '', mark = '', more] = letter.normalize('NFD');
  const accent = ACCENTS.get(mark);
  if (accent === undefined || more !== undefined || !/[A-Za-z]/.test(base)) return letter;
  return /[a-z]/i.test(accent) ? `{\\${accent}{${base}}}` : `{\\${accent}${base}}`;
}

const WORD = /\S+/g;

/** A title as LaTeX, its capitals that styles must not make small in braces: "BERT", "iPhone", and names in a title of small words. */
export function latexTitle(title: string): string {
  const words = [...title.matchAll(WORD)].map(([word]) => word);
  const isTitleCase = words.filter(isLong).filter(startsLarge).length * 2 > words.filter(isLong).length;
  let previous = ':';
  return title.replace(WORD, (word) => {
    const begins = /[:.?!–—]["”’)]?$/u.test(previous);
    previous = word;
    const mustKeep = KEEPS_CAPITALS.test(word) || (startsLarge(word) && !isTitleCase && !begins);
    const tail = /[\p{Po}\p{Pe}\p{Pf}]*$/u.exec(word)?.[0] ?? '';
    const bare = latexEscaped(word.slice(0, word.length - tail.length));
    return (mustKeep && bare !== '' ? `{${bare}}` : bare) + latexEscaped(tail);
  });
}

/** A capital within a word, or one that is a name by itself: "Q-learning", yet not "A" and "I". */
const KEEPS_CAPITALS = /[\p{L}\p{N}]\p{Lu}|^\P{L}*(?![AI])\p{Lu}(?![\p{L}'’])/u;

/** Words that a title in capitals would begin with one. */
const isLong = (word: string, at: number): boolean => at > 0 && word.length > 3 && /^\p{L}/u.test(word);
const startsLarge = (word: string): boolean => /^\P{L}*\p{Lu}/u.test(word);
