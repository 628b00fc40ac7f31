/** A number from 0 to 1, another with each call. */
export type Chance = () => number;

const CUT_SHARE = 0.7;
const CUT_CHARS_MIN = 45;

const LIGATURES: ReadonlyMap<string, string> = new Map([
  ['ffi', 'ﬃ'],
  ['ffl', 'ﬄ'],
  ['ff', 'ﬀ'],
  ['fi', 'ﬁ'],
  ['fl', 'ﬂ'],
]);

/** The seven kinds of noise that titles on pages and in documents have, and that other libraries were measured with. */
export const NOISES = {
  exact: (title) => title,
  'upper case': (title) => title.toUpperCase(),
  'punctuation lost': (title) => title.replace(/[^\p{L}\p{N}\s&+*\\$^_{}]/gu, ''),
  truncated: (title) => `${title.slice(0, Math.max(CUT_CHARS_MIN, Math.floor(title.length * CUT_SHARE)))}…`,
  'a letter lost': (title, chance) => {
    const at = Math.floor(chance() * title.length);
    return title.slice(0, at) + title.slice(at + 1);
  },
  numbered: (title, chance) => `${1 + Math.floor(chance() * 99)}. ${title}`,
  ligatures: (title) => title.replace(/ffi|ffl|ff|fi|fl/g, (letters) => LIGATURES.get(letters) ?? letters),
} as const satisfies Readonly<Record<string, (title: string, chance: Chance) => string>>;

/** `exact`, `upper case`, and so on. */
export type NoiseKind = keyof typeof NOISES;

/** All seven, in the order of the tables. */
export const NOISE_KINDS = Object.keys(NOISES) as readonly NoiseKind[];
