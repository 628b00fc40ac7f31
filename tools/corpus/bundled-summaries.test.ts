import { describe, expect, it } from 'vitest';
import { isBalanced } from '../../core/summary/balance';
import { summarise } from '../../core/summary/summarise';
import { readBundledCorpus } from '../build-corpus';

const DANGLES = /^(?:it|its|they|their|these|those|such|both|he|she|this (?!paper|work|study|article))\b/i;
const TIES = /^(?:however|moreover|thus|therefore|in this paper|to this end|specifically|finally)\b/i;
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

describe('summaries of the bundled papers', () => {
  const { papers } = readBundledCorpus();
  it.each(papers.map((paper) => [paper.title, paper.abstract ?? ''] as const))('%s', (title, abstract) => {
    const summary = summarise(title, abstract);
    const text = summary?.text ?? '';
    expect(text).toMatch(/^[\p{Lu}\p{N}“"`']/u);
    expect(text).toMatch(/[.!?]["”']?$/);
    expect(text).not.toMatch(DANGLES);
    expect(text).not.toMatch(TIES);
    expect(text).not.toMatch(/ [,.;]| {2}|[,;:]\.$/);
    expect(isBalanced(text)).toBe(true);
    expect(text.split(' ').length).toBeGreaterThanOrEqual(6);
    expect(text.length).toBeLessThanOrEqual(400);
    const parts = (summary?.spans ?? []).map(({ start, end }) => abstract.slice(start, end));
    expect(letters(parts.join(''))).toBe(letters(text));
  });
});
