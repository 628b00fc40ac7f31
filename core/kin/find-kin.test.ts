import { describe, expect, it } from 'vitest';
import type { Paper } from '../paper';
import { buildTextIndex } from '../search/text-index';
import { wordsOf } from '../text/words';
import { findKin } from './find-kin';

const paper = (id: string, title: string, abstract: string | null): Paper => ({
  id,
  title,
  abstract,
  otherTitles: [],
  authors: [],
  year: null,
  month: null,
  venue: null,
  arxiv: null,
  doi: null,
  url: null,
  pdf: null,
  code: null,
});

const PAPERS = [
  paper(
    'a',
    'Folding maps',
    'We study supervised contrastive learning of folded maps. Maps crease; $\\gamma$ is 42.',
  ),
  paper(
    'b',
    'Creases of maps',
    'Supervised contrastive learning helps maps. Our method improves results by 42 with $\\gamma$.',
  ),
  paper('c', 'Ovens for bread', 'Sourdough bread rises in warm ovens. Our method improves results.'),
  paper('d', 'Bread without ovens', null),
  paper('e', 'Tides', 'The moon pulls the sea. Our method improves results. We propose a novel model.'),
];
const index = buildTextIndex(PAPERS);
const kinOf = (id: string) => {
  const found = PAPERS.find((one) => one.id === id);
  return found ? findKin(index, found, 3) : [];
};

describe('findKin', () => {
  it('finds the nearest and gives the phrase they share as it is written', () => {
    const [first] = kinOf('a');
    expect(first).toMatchObject({ id: 'b', reason: { kind: 'shared-terms' } });
    expect(first?.reason.terms).toContain('supervised contrastive learning');
    expect(first?.score).toBeGreaterThan(0.07);
    expect(first?.score).toBeLessThanOrEqual(1);
  });

  it('repeats no word of a phrase, and names neither formulas, numbers nor what any abstract says', () => {
    const terms = kinOf('a')[0]?.reason.terms ?? [];
    expect(terms.length).toBeLessThanOrEqual(3);
    const words = terms.flatMap((term) => wordsOf(term).map(({ stem }) => stem));
    expect(new Set(words).size).toBe(words.length);
    for (const junk of ['gamma', '42', 'method', 'result', 'improv']) expect(words).not.toContain(junk);
  });

  it('takes the same words for no kinship when every abstract has them', () => {
    expect(kinOf('e')).toEqual([]);
    expect(kinOf('c').map(({ id }) => id)).toEqual(['d']);
  });

  it('uses the title alone when there is no abstract', () => {
    expect(kinOf('d').map(({ id }) => id)).toEqual(['c']);
  });

  it('never returns the paper itself, nor its double under another id', () => {
    for (const { id } of PAPERS) expect(kinOf(id).map((kin) => kin.id)).not.toContain(id);
    const double = paper('other', 'FOLDING  Maps.', PAPERS[0]?.abstract ?? null);
    expect(findKin(index, double, 5).map(({ id }) => id)).toEqual(['b']);
  });

  it('scores a pair the same from both sides', () => {
    expect(kinOf('a')[0]?.score).toBeCloseTo(kinOf('b')[0]?.score ?? 0, 5);
  });

  it('answers for a paper that is not in the index', () => {
    const stranger = paper('x', 'Baking bread', 'Warm ovens and sourdough bread.');
    expect(findKin(index, stranger, 1)[0]).toMatchObject({ id: 'c' });
  });

  it('only gives reasons that both papers hold', () => {
    for (const one of PAPERS) {
      for (const { id, reason } of findKin(index, one, 5)) {
        const other = PAPERS.find((candidate) => candidate.id === id);
        for (const text of [one, other].map((each) => `${each?.title ?? ''} . ${each?.abstract ?? ''}`)) {
          const stems = wordsOf(text).map(({ stem }) => stem);
          for (const term of reason.terms) {
            expect(` ${stems.join(' ')} `).toContain(
              ` ${wordsOf(term)
                .map(({ stem }) => stem)
                .join(' ')} `,
            );
          }
        }
      }
    }
  });

  it('bears odd papers, limits and an empty index', () => {
    const odd = ['', '!?', '\ud800', 'maps '.repeat(20_000), 'x'.repeat(100_000)];
    for (const text of odd) expect(findKin(index, paper('x', text, text), 2).length).toBeLessThanOrEqual(2);
    expect(findKin(index, paper('x', 'Folding creased maps', null), 0)).toEqual([]);
    expect(findKin(buildTextIndex([]), paper('x', 'Maps', null), 3)).toEqual([]);
    expect(
      findKin(buildTextIndex(odd.map((text, at) => paper(String(at), text, text))), paper('x', '', ''), 3),
    ).toEqual([]);
  });
});
