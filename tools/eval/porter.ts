/**
 * Porter's stemmer as published (M. F. Porter, "An algorithm for suffix stripping", Program 14, 1980), all five steps.
 * It belongs to the ROUGE measure and is apart from the product's own stemmer, so that the measure stays put when
 * the product changes.
 */
export function porterStem(word: string): string {
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word;
  let stem = step1(word);
  stem = replaceSuffix(stem, STEP_2, 0);
  stem = replaceSuffix(stem, STEP_3, 0);
  stem = dropSuffix(stem);
  return step5(stem);
}

type Rule = readonly [suffix: string, replacement: string];
const rules = (text: string): Rule[] =>
  text.split(' ').map((rule) => {
    const [suffix = '', replacement = ''] = rule.split('>');
    return [suffix, replacement];
  });
const STEP_2 = rules(
  'ational>ate tional>tion enci>ence anci>ance izer>ize abli>able alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble',
);
const STEP_3 = rules('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>');
const STEP_4 = rules(
  'al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ion> ou> ism> ate> iti> ous> ive> ize>',
);

function shape(word: string): string {
  let out = '';
  for (const letter of word) {
    out += 'aeiou'.includes(letter) || (letter === 'y' && out.endsWith('c')) ? 'v' : 'c';
  }
  return out;
}
const measure = (word: string): number => (shape(word).match(/v+c+/g) ?? []).length;
const hasVowel = (word: string): boolean => shape(word).includes('v');
const endsDouble = (word: string): boolean => /(.)\1$/.test(word) && shape(word).endsWith('c');
const endsCvc = (word: string): boolean => shape(word).endsWith('cvc') && !/[wxy]$/.test(word);

function step1(word: string): string {
  const plural = word.replace(/sses$/, 'ss').replace(/ies$/, 'i');
  const stem = plural === word ? word.replace(/([^s])s$/, '$1') : plural;
  const tense = step1b(stem);
  return tense.endsWith('y') && hasVowel(tense.slice(0, -1)) ? `${tense.slice(0, -1)}i` : tense;
}

function step1b(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const base = word.replace(/(?:ed|ing)$/, '');
  if (base === word || !hasVowel(base)) return word;
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  if (endsDouble(base) && !/[lsz]$/.test(base)) return base.slice(0, -1);
  return measure(base) === 1 && endsCvc(base) ? `${base}e` : base;
}

/** The rule of the longest suffix that fits, if what is left has a measure above `least`. */
function replaceSuffix(word: string, table: readonly Rule[], least: number): string {
  const rule = longestRule(word, table);
  if (!rule) return word;
  const base = word.slice(0, -rule[0].length);
  return measure(base) > least ? base + rule[1] : word;
}

function dropSuffix(word: string): string {
  const rule = longestRule(word, STEP_4);
  if (rule?.[0] === 'ion' && !/[st]ion$/.test(word)) return word;
  return replaceSuffix(word, STEP_4, 1);
}

function longestRule(word: string, table: readonly Rule[]): Rule | null {
  const fitting = table.filter(([suffix]) => word.endsWith(suffix));
  return fitting.toSorted((a, b) => b[0].length - a[0].length)[0] ?? null;
}

function step5(word: string): string {
  const base = word.slice(0, -1);
  const m = measure(base);
  const bare = word.endsWith('e') && (m > 1 || (m === 1 && !endsCvc(base))) ? base : word;
  return measure(bare) > 1 && bare.endsWith('ll') ? bare.slice(0, -1) : bare;
}
