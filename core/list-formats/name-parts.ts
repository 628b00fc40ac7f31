/** A person's name in the parts that reference managers ask for. */
export interface NameParts {
  /** With its particles: "van der Berg". */
  readonly family: string;
  /** Empty for a name of one word. */
  readonly given: string;
  /** "Jr.", "III"; empty for most. */
  readonly suffix: string;
}

const SUFFIX = /^(?:jr|sr|[ivx]{2,4}|\d(?:nd|rd|th))\.?$/i;

/**
 * A full name in reading order, apart: the last word is the family name, with the small words before it; nobody states
 * more. Joined again in the order given, family, suffix it is the same name.
 */
export function nameParts(name: string): NameParts {
  const words = name
    .replaceAll(',', ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const last = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  let start = Math.max(0, words.length - 1);
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1;
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' '), suffix: last };
}

/** "van", "de", "al-": words of small letters within a name. */
const isParticle = (word: string): boolean => /^\p{Ll}[\p{Ll}'’-]*$/u.test(word);
