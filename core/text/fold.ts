import { NAME_OF_GREEK } from './greek';

/** Small capitals of Unicode, which have no decomposition, and the letters that they are drawn for. */
const SMALL_CAPITALS = Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', (capital, at): [string, string] => [
  capital,
  'abcdefghijklmnopqrstuvwyz'.charAt(at),
]);

/**
 * What a character becomes in a key when Unicode's own decompositions do not say. `&` and `+` are the two signs that
 * are spoken and that tell papers apart (AutoAugment, AutoAugment++); the mathematical ones are those that titles spell out.
 */
const SPOKEN: ReadonlyMap<string, string> = new Map<string, string>([
  ...NAME_OF_GREEK,
  ...SMALL_CAPITALS,
  ...Object.entries({
    '&': 'and',
    '+': 'plus',
    '∧': 'and',
    '∞': 'infinity',
    '√': 'sqrt',
    '∇': 'nabla',
    '∂': 'partial',
    '∆': 'delta',
    '×': 'x',
    '⨯': 'x',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ŋ: 'ng',
    ı: 'i',
    ȷ: 'j',
  }),
]);

/** Letters, digits, and the marks that are letters' other half in Indic, Thai and Japanese writing. */
const KEPT = /[\p{L}\p{N}\p{M}]/u;

/**
 * Marks that writers leave out (accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels), variation
 * selectors, and modifier letters such as ˆ, which PDF text holds in place of accents.
 */
const DROPPED = new RegExp(
  [
    '[\\u02B0-\\u036F]|[\\u0483-\\u0489]|[\\u0591-\\u05C7]|[\\u0610-\\u061A]|\\u0640|[\\u064B-\\u065F]|\\u0670',
    '[\\u1AB0-\\u1AFF]|[\\u1DC0-\\u1DFF]|[\\u20D0-\\u20FF]|[\\uFE00-\\uFE0F]|[\\uFE20-\\uFE2F]|[\\u{E0100}-\\u{E01EF}]',
  ].join('|'),
  'u',
);

/** A search, D Lite and C are other things than A*, D* Lite and C#: signs that belong to a one-letter name are spoken. */
const SIGNED_LETTER = /(?<![\p{L}\p{N}])(\p{L})\^?([*∗⋆★#♯])/gu;

/** "™" would decompose to "TM", and a degree sign mistyped as the ordinal "º" to "o". */
const MUTE = /[™℠]|(?<=\d)º/g;

function spoken(character: string): string {
  const word = SPOKEN.get(character);
  if (word !== undefined) return word;
  return KEPT.test(character) && !DROPPED.test(character) ? character : '';
}

/** Plain text as letters and digits only: compatibility forms, case and accents folded, signs spoken or dropped. */
export function foldText(text: string): string {
  return text
    .replace(MUTE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(
      SIGNED_LETTER,
      (_whole, letter: string, mark: string) => letter + (/[#♯]/.test(mark) ? 'sharp' : 'star'),
    )
    .replace(/[^a-z0-9]/gu, spoken)
    .normalize('NFC');
}
