import { describe, expect, it } from 'vitest';
import { sharedTermsOf } from '../kin/shared-terms';
import { WordVectors } from '../kin/word-vectors';
import { wordsOf } from '../text/words';
import { termHash } from './pair-hash';
import { indexOf, paper } from './papers-under-test';

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

const kinOf = async (
  query: Parameters<typeof paper>,
  papers = PAPERS,
  wordVectors: WordVectors | null = null,
) => (await indexOf(papers)).kin(paper(...query), { limit: 5, wordVectors, sharedTermsOf });
const idsOf = async (...query: Parameters<typeof kinOf>) =>
  (await kinOf(...query)).map((kin) => kin.paper.id);
const textOf = (id: string): Parameters<typeof paper> => {
  const found = PAPERS.find((one) => one.id === id);
  return [id, found?.title ?? '', found?.abstract ?? null];
};

describe('kin by words', () => {
  it('are the nearest, with the phrase they share as it is written', async () => {
    const [first] = await kinOf(textOf('a'));
    expect(first?.paper.id).toBe('b');
    expect(first?.terms).toContain('supervised contrastive learning');
    expect(first?.score).toBeGreaterThan(0.1);
    expect(first?.score).toBeLessThanOrEqual(1);
    expect((await kinOf(textOf('b')))[0]?.score).toBeCloseTo(first?.score ?? 0, 5);
  });

  it('share neither formulas, numbers nor what any abstract says, and no word twice', async () => {
    const terms = (await kinOf(textOf('a')))[0]?.terms ?? [];
    const words = terms.flatMap((term) => wordsOf(term).map(({ stem }) => stem));
    expect(new Set(words).size).toBe(words.length);
    for (const junk of ['gamma', '42', 'method', 'result', 'improv']) expect(words).not.toContain(junk);
  });

  it('are found by titles alone', async () => {
    expect(await idsOf(textOf('d'))).toEqual(['c']);
    expect(await idsOf(['x', 'Baking bread', 'Warm ovens and sourdough bread.'])).toEqual(['c', 'd']);
  });

  it('are neither the paper, nor a version of it, nor two versions of one', async () => {
    const [, title, abstract] = textOf('a');
    expect(await idsOf(['other', title.toUpperCase(), abstract])).toEqual(['b']);
    expect(await idsOf(['other', 'Maps, folded anew', abstract])).toEqual(['b']);
    const [, , ofB] = textOf('b');
    const twice = [...PAPERS, paper('b2', 'How maps crease', `${ofB} Indeed.`)];
    expect(await idsOf(textOf('a'), twice)).toHaveLength(1);
  });

  it('bear odd papers', async () => {
    const odd = ['', '!?', '\ud800', 'maps '.repeat(20_000), 'x'.repeat(100_000)];
    for (const text of odd) expect((await kinOf(['x', text, text])).length).toBeLessThanOrEqual(2);
    const papers = odd.map((text, at) => paper(String(at), text, text));
    expect(await idsOf(['x', '', ''], papers)).toEqual([]);
  });
});

/** Two directions: what is about the sea, and what is baked; winter is neither. */
function vectorsOf(sea: readonly string[], baked: readonly string[], share: number): WordVectors {
  const directed = [...sea.map((word) => [word, 100, 0]), ...baked.map((word) => [word, 0, 100])] as const;
  const words = [...directed, ['winter', 0, 0]] as const;
  const rows = words
    .map(([word, ...values]) => ({ hash: termHash(String(word)), values: values.map(Number) }))
    .toSorted((a, b) => a.hash - b.hash);
  const papers = 100_000;
  return new WordVectors({
    dimensions: 2,
    papers,
    hashes: Uint32Array.from(rows, ({ hash }) => hash),
    scales: new Float32Array(rows.length).fill(0.01),
    frequencies: new Uint8Array(rows.length).fill(Math.round(20 * Math.log(share * papers))),
    values: Int8Array.from(rows.flatMap(({ values }) => values)),
  });
}

describe('kin by meaning', () => {
  const papers = [
    paper('ship', 'Ships', 'Ships and harbours in winter.'),
    paper('loaf', 'Loaves', 'Loaves and ovens in winter.'),
    ...Array.from({ length: 20 }, (_, at) => paper(`other${at}`, `Other${at}`, 'Nothing of the kind.')),
  ];
  const query: Parameters<typeof paper> = ['x', 'Tides', 'Tides in winter.'];

  it('are told from those that share as many words', async () => {
    const [sea, baked] = [
      ['ship', 'harbour'],
      ['loave', 'oven'],
    ] as const;
    expect(await idsOf(query, papers, vectorsOf(['tide', ...sea], baked, 0.05))).toEqual(['ship']);
    expect(await idsOf(query, papers, vectorsOf(sea, ['tide', ...baked], 0.05))).toEqual(['loaf']);
  });

  it('count for nothing where the corpus uses its words in quite another way', async () => {
    const strange = vectorsOf(['tide', 'ship', 'harbour'], ['oven'], 0.00001);
    const scores = async (vectors: WordVectors | null) =>
      (await kinOf(query, papers, vectors)).map(({ score }) => score);
    expect(await scores(strange)).toEqual(await scores(null));
  });
});
