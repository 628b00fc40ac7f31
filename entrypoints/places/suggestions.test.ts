// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { translateFrom } from '../../components/messages';
import type { SearchHit } from '../../core/search/hit';
import en from '../../locales/en.json';
import { paper } from '../../tests/popup/fake-ports';
import { suggestionsOf } from './suggestions';

const hit = (facts: Partial<SearchHit['paper']> = {}, status: SearchHit['status'] = null): SearchHit => ({
  paper: { ...paper('p'), arxiv: '2110.06014', ...facts },
  status,
});
const suggest = (hits: readonly SearchHit[], isMarkup = true) =>
  suggestionsOf(hits, translateFrom(en), isMarkup);

/** As Chromium reads a description. */
function shown(description = ''): string {
  const parsed = new DOMParser().parseFromString(`<d>${description}</d>`, 'text/xml');
  if (parsed.querySelector('parsererror')) throw new Error(description);
  return parsed.documentElement.textContent ?? '';
}

describe('suggestions', () => {
  it('are five, each with the page it leads to', () => {
    const hits = Array.from({ length: 9 }, (_, at) => hit({ arxiv: `2110.0601${at}` }));
    expect(suggest(hits).map(({ content }) => content)).toEqual(
      [0, 1, 2, 3, 4].map((at) => `https://arxiv.org/abs/2110.0601${at}`),
    );
  });

  it('leave out a paper that there is no page of', () => {
    expect(suggest([hit({ arxiv: null })])).toEqual([]);
    expect(suggest([hit({ arxiv: null, pdf: 'https://x.example/a.pdf' })])).toHaveLength(1);
    expect(suggest([hit({ arxiv: null, url: 'javascript:alert(1)' })])).toEqual([]);
  });

  it('say title, people, place and what the list says', () => {
    const facts = { title: 'Soups', authors: ['A. One', 'B. Two', 'C. Three'], venue: 'ICML', year: 2022 };
    const [marked] = suggest([hit(facts, 'reading')]);
    expect(marked?.description).toContain('◐ Soups <dim>');
    expect(shown(marked?.description)).toBe('◐ Soups A. One and 2 more · ICML · 2022');
    expect(suggest([hit(facts)], false)[0]?.description).toBe('Soups - A. One and 2 more · ICML · 2022');
  });

  it('stay what Chromium can parse whatever a title holds', () => {
    const title = `<match>&amp; "P < NP" & 'x' </dim>\u0000\u0008\uFFFE\uD800 \u{1F35C}]]>`;
    const [marked] = suggest([hit({ title, authors: ['<b>A & B</b>'], venue: null, year: null })]);
    expect(shown(marked?.description)).toContain(`<match>&amp; "P < NP" & 'x' </dim>`);
    expect(shown(marked?.description)).toContain('\u{1F35C}]]> <b>A & B</b>');
    expect(suggest([hit({ title: '<b>' })], false)[0]?.description).toMatch(/^<b>/);
  });

  it('are bounded', () => {
    const [long] = suggest([hit({ title: 'x'.repeat(100_000), authors: ['y'.repeat(100_000)] })]);
    expect(long?.description.length).toBeLessThan(1_000);
  });
});
