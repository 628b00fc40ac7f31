import { GREEK_BY_NAME } from './greek';

/**
 * Names that occur in titles, beside Greek and accented letters, which follow rules of their own. The full list of
 * HTML has 2,231 names and would cost the background a sixth of its size budget.
 */
const BY_NAME: ReadonlyMap<string, string> = new Map<string, string>([
  ...GREEK_BY_NAME,
  ...Object.entries({
    amp: '&',
    // Strictly "∧". In bibliographic data it is a mangled "&" (fuzzycat's list of odd titles).
    and: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    shy: '',
    zwj: '',
    zwnj: '',
    ndash: '–',
    mdash: '—',
    hyphen: '-',
    minus: '−',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    sbquo: '‚',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    hellip: '…',
    middot: '·',
    bull: '•',
    prime: '′',
    deg: '°',
    micro: 'µ',
    plus: '+',
    plusmn: '±',
    times: '×',
    divide: '÷',
    frac12: '½',
    sup1: '¹',
    sup2: '²',
    sup3: '³',
    infin: '∞',
    radic: '√',
    part: '∂',
    nabla: '∇',
    sum: '∑',
    le: '≤',
    ge: '≥',
    ne: '≠',
    asymp: '≈',
    isin: '∈',
    larr: '←',
    rarr: '→',
    harr: '↔',
    copy: '©',
    reg: '®',
    trade: '™',
    sect: '§',
    para: '¶',
    dagger: '†',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oelig: 'œ',
    OElig: 'Œ',
    oslash: 'ø',
    Oslash: 'Ø',
    lstrok: 'ł',
    Lstrok: 'Ł',
    dstrok: 'đ',
    eth: 'ð',
    ETH: 'Ð',
    thorn: 'þ',
    THORN: 'Þ',
    inodot: 'ı',
  }),
]);

const MARK_BY_SUFFIX: ReadonlyMap<string, string> = new Map(
  Object.entries({
    grave: '\u0300',
    acute: '\u0301',
    circ: '\u0302',
    tilde: '\u0303',
    macr: '\u0304',
    breve: '\u0306',
    dot: '\u0307',
    uml: '\u0308',
    ring: '\u030A',
    dblac: '\u030B',
    caron: '\u030C',
    cedil: '\u0327',
    ogon: '\u0328',
  }),
);

/** Characters 128 to 159 of Windows-1252, in which old records write dashes and quotes; HTML reads references so. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}

function decodeOne(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
  if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10));
  const known = BY_NAME.get(name ?? '');
  if (known !== undefined) return known;
  const mark = MARK_BY_SUFFIX.get((name ?? '').slice(1));
  return mark === undefined ? whole : ((name ?? '').charAt(0) + mark).normalize('NFC');
}

/** "&amp;amp;lt;" has been encoded three times; nothing seen in real data has been encoded more often. */
const ROUNDS_MAX = 3;

/** The text with HTML character references decoded, also doubly encoded ones; unknown names stay as they are. */
export function decodeEntities(text: string): string {
  let decoded = text;
  for (let round = 0; round < ROUNDS_MAX && decoded.includes('&'); round += 1) {
    const next = decoded.replace(
      /&(?:#[xX]([\dA-Fa-f]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z\d]{1,9}));/g,
      decodeOne,
    );
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}
