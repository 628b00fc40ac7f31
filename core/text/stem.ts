/** Longer "words" are not words; they stay as they are. */
const STEM_WORD_MAX = 40;

/**
 * A word without its inflection, lower case in and out: "networks" and "network", "pretrained" and "pretraining"
 * become equal. Plurals after Harman's S-stemmer ("How effective is suffixing?", JASIS 42, 1991), then -ed, -ing
 * and a final -e after steps 1b and 5a of Porter ("An algorithm for suffix stripping", Program 14, 1980). Derivation
 * is left alone, so that "supervised" and "supervisor" stay two things. Words of up to three letters or with other than a to z are kept.
 */
export function stem(word: string): string {
  if (word.length <= 3 || word.length > STEM_WORD_MAX || !/^[a-z]+$/.test(word)) return word;
  return withoutFinalE(withoutTense(singular(word)));
}

function singular(word: string): string {
  if (word.endsWith('ies')) return /[ae]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  // "sses" and "xes" are not in Harman's table: "classes" and "boxes" would not meet their singular.
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('es')) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
  return /[^us]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const base = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : null;
  if (base === null || !/[aeiouy]/.test(base)) return word;
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  if (/([^aeioulsz])\1$/.test(base)) return base.slice(0, -1);
  return measure(base) === 1 && endsConsonantVowelConsonant(base) ? `${base}e` : base;
}

// Step 5a: "improve" has to meet "improving", which lost its e.
function withoutFinalE(word: string): string {
  if (!word.endsWith('e')) return word;
  const base = word.slice(0, -1);
  const m = measure(base);
  return m > 1 || (m === 1 && !endsConsonantVowelConsonant(base)) ? base : word;
}

/** Porter's m: how often a vowel is followed by a consonant; y counts as a vowel after a consonant. */
function measure(word: string): number {
  return (shape(word).match(/v+c/g) ?? []).length;
}

function endsConsonantVowelConsonant(word: string): boolean {
  return shape(word).endsWith('cvc') && !/[wxy]$/.test(word);
}

function shape(word: string): string {
  let out = '';
  for (const letter of word) {
    const vowel = 'aeiou'.includes(letter) || (letter === 'y' && out.endsWith('c'));
    out += vowel ? 'v' : 'c';
  }
  return out;
}
