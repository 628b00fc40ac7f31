import type { Span } from './summary';

/** A name with a year, or only a year or numbers: "(Kim et al., 2019; Lee, 2020)", "(2016)", "[3, 7]". */
const CITED = /\b(?:19|20)\d\d[a-z]?\b|^\s*\d+(?:\s*[,;–-]\s*\d+)*\s*$/;
const EXAMPLE =
  /^(?:e\.?\s?g|i\.?\s?e|see|cf|viz|for example|for instance|such as|Figure|Fig|Table|Section)\b/i;
/** "(i) to see, (ii) to sort": numbers of a list, without which it cannot be read. */
const LIST_NUMBER = /^(?:[ivx]{1,4}|[a-h]|\d{1,2})$/i;
const ROUND = /\s\(([^()]{1,240})\)(?=[\s.,;:!?]|$)/g;
const SQUARE = /\s?\[(?:\d+|[A-Z][A-Za-z+]{0,10}\d{2})(?:\s*[,;–-]\s*(?:\d+|[A-Z][A-Za-z+]{0,10}\d{2}))*\]/g;
const TEX_CITATION = /[\s~]{0,3}\\cite[a-z]{0,3}\*?\{[^{}]{0,200}\}/g;
/** Between two commas, only how the sentence hangs on the one before. */
const ADVERBIAL =
  /,\s(?:however|therefore|thus|hence|in turn|for example|for instance|moreover|furthermore|consequently|nevertheless|to (?:the best of )?our knowledge),(?=\s)/gi;
/** "We also propose": the summary has no sentence before it. */
const ALSO =
  /(?<=(?:^|,\s)we\s)(?:also|further|furthermore|additionally|thus|therefore|hence|consequently|finally|instead|then|first(?!.*\b(?:then|second|next|finally|afterwards)\b))\s(?=\p{Ll}{3})/giu;

/** "in these settings": what the sentence before spoke of, and this one is whole without it. */
const OF_BEFORE =
  /\s(?:in|for|under|within) (?:this|these|those|such an?|such) (?:[\p{L}-]+ )?(?:problems?|settings?|tasks?|contexts?|challenges?|issues?|regard|respect|direction|domains?|areas?|scenarios?|cases?|purposes?|situations?|regimes?|conditions?|paper|work|study|article)(?=[,.;:]|$| and (?:show|propose|prove|present|demonstrate))/giu;

/** Each after a sign that all that it finds has. */
const ELSEWHERE: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['[', SQUARE],
  ['\\cite', TEX_CITATION],
  [', ', ADVERBIAL],
  ['', ALSO],
  ['', OF_BEFORE],
];

/**
 * What a sentence can do without wherever it stands: citations, examples and glosses in brackets, adverbs that lean on
 * the sentence before. In order, without overlaps. Brackets with a number that is no citation stay, and so do short
 * forms that the title or the rest of the sentence uses.
 */
export function asidesOf(sentence: string, title: string): readonly Span[] {
  const found: Span[] = [];
  for (const match of sentence.includes('(') ? sentence.matchAll(ROUND) : []) {
    const end = match.index + match[0].length;
    // "as in Kim et al. (2019).": without the year two full stops would meet.
    const partsStops = sentence[match.index - 1] === '.' && sentence[end] === '.';
    if (!partsStops && isAside(match[1] ?? '', sentence, end, title)) found.push(spanOf(match));
  }
  for (const [sign, pattern] of ELSEWHERE) {
    // Most sentences have none of these, and looking for a sign is cheap.
    for (const match of sentence.includes(sign) ? sentence.matchAll(pattern) : []) found.push(spanOf(match));
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter(({ start }, at) => at === 0 || start >= (found[at - 1]?.end ?? 0));
}

const spanOf = (match: RegExpMatchArray & { readonly index?: number }): Span => {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
};

function isAside(inside: string, sentence: string, end: number, title: string): boolean {
  if (LIST_NUMBER.test(inside)) return false;
  if (CITED.test(inside) || EXAMPLE.test(inside)) return true;
  if (/\d/.test(inside)) return false;
  const isShortForm = /^[\p{L}\p{N}][\p{L}\p{N}+-]{0,20}$/u.test(inside);
  return !isShortForm || !(title.includes(inside) || sentence.includes(inside.replace(/s$/, ''), end));
}
