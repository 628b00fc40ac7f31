import { stem } from '../text/stem';

/** "this method", "these issues", "such a gap": a word that points, and up to three words of what it points to. */
const POINTS =
  /\b(?:this|these|those|such an?|the (?:above|aforementioned|former|latter|said)) (?!paper|work|article|study|survey|thesis|report|tutorial|review|end\b|that\b|of\b|who\b|which\b|from\b|in\b)((?:[\p{L}-]+ ?){1,3})/giu;

/** "We unite the two": two of what? */
const THE_TWO = /\bthe (?:two|three|both)(?=[.,;]| (?:via|by|into|in|with|to|is|are|can|from)\b)/i;

/** Whether a sentence points to something that it does not name itself before: alone, its reader cannot know what is meant. */
export function leansBack(sentence: string): boolean {
  for (const match of sentence.matchAll(POINTS)) {
    const before = new Set(stemsOf(sentence.slice(0, match.index)));
    if (!stemsOf(match[1] ?? '').some((word) => before.has(word))) return true;
  }
  return THE_TWO.test(sentence);
}

const stemsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map((word) => stem(word));
