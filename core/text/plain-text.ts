import { decodeEntities } from './entities';
import { texToText } from './tex';
import { clip, wellFormed } from './well-formed';

/** Most characters of raw markup that are read; the longest real title seen has 400. */
const RAW_CHARS_MAX = 4_000;

/** Elements of HTML, JATS and MathML that records carry inside titles. Any other "<word>" is text ("The <mask> token"). */
export const INLINE_TAG =
  /<\/?(?:(?:jats|mml):)?(?:b|br|i|u|p|a|em|strong|bold|italic|sub|sup|inf|sc|scp|small|tt|code|span|font|mark|div|tex|tex-math|inline-formula|formula|alternatives|math|mrow|mstyle|mi|mn|mo|ms|mtext|msub|msup|msubsup|mfrac|msqrt|semantics|annotation)(?:\s[^<>]{0,300})?\/?>/gi;

/**
 * A formula that stands two or three times without a gap, as the text of a MathJax or KaTeX element does: once drawn,
 * once for screen readers, once as source ("z=1.37z=1.37"). At least three characters; words such as "couscous" lack
 * the operator that `isFormula` asks for.
 */
const REPEATED = /(?<=^|[\s([“"'—–-])(\S{3,60}?)\1{1,2}/gu;
const MAY_REPEAT_FORMULA = /[=^_\\≤≥≈∼∈√]|\)\w{0,20}\(/;
const isFormula = (text: string) => /[=^_\\≤≥≈∼∈√]|\p{L}\(/u.test(text) && /[\p{L}\p{N}]/u.test(text);

/**
 * Zero-width, bidirectional and other characters without a shape, among them the tags, in which a text can be hidden from people and
 * not from language models. ZWJ and ZWNJ stay: scripts and emoji need them.
 */
export const SHAPELESS =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFFC\u{E0000}-\u{E007F}]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what it is for
const SPACES = /[\s\u0000-\u001F\u007F-\u009F]+/g;

/** Ligatures, fullwidth letters and digits, and mathematical alphabets: letters in another dress. */
const DRESSED_LETTERS = /[\uFB00-\uFB06\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]+/gu;

/** Nothing in it that any of the steps would change, as in most names and titles: words of ASCII with single blanks. */
const PLAIN = /^(?! )(?:[A-Za-z0-9.,:;!?"/+*#@%|[\]]|[ -](?![ -]|$))*$/;

function withoutRepeatedFormulas(text: string): string {
  if (!MAY_REPEAT_FORMULA.test(text)) return text;
  return text.replace(REPEATED, (whole: string, once: string) => (isFormula(once) ? once : whole));
}

/** "finetun-⏎ing" keeps its hyphen, which may be a real one; only the gap goes. */
function joinedLines(text: string): string {
  return text.includes('\n') ? text.replace(/(\p{L})-[ \t\r]{0,20}\n\s{0,20}(?=\p{Ll})/gu, '$1-') : text;
}

/** Text that says that it is plain already, made a line that can be shown: nothing in it is taken for mark-up. */
export function plainLine(text: string): string {
  return wellFormed(text).replace(SPACES, ' ').replace(SHAPELESS, '').normalize('NFC').trim();
}

/**
 * A line of foreign text as plain Unicode text: one line, entities, inline tags and TeX turned into the characters
 * they stand for. Never throws, whatever it is given; linear in the length, and long input is cut.
 */
export function plainText(raw: string): string {
  if (raw.length <= RAW_CHARS_MAX && PLAIN.test(raw)) return raw;
  const decoded = decodeEntities(joinedLines(wellFormed(clip(raw, RAW_CHARS_MAX))));
  const untagged = decoded.includes('<')
    ? decoded.replace(INLINE_TAG, (tag) => (/^<\/?(?:br|p|div)\b/i.test(tag) ? ' ' : ''))
    : decoded;
  const line = untagged.replace(SPACES, ' ').replace(SHAPELESS, '');
  return texToText(withoutRepeatedFormulas(line))
    .normalize('NFC')
    .replace(DRESSED_LETTERS, (letters) => letters.normalize('NFKC'))
    .replace(SPACES, ' ')
    .trim();
}
