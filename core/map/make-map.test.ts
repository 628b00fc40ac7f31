import { describe, expect, it } from 'vitest';
import { clusterCount, clustersOf } from './clusters';
import { makeMap } from './make-map';
import { kinOnMap, type MapPaper, type PaperMap } from './paper-map';
import { WordVectors } from '../kin/word-vectors';
import { termHash } from '../terms/pair-hash';
import { meaningBy } from './meaning';
import { nearestPapers, type Neighbours } from './neighbours';
import { randomFrom } from './random';
import { textVectors } from './text-vectors';

const SUBJECTS = [
  ['tidal currents', 'estuary', 'salinity gradient', 'mudflats', 'sediment transport'],
  ['sparrow song', 'dialects', 'vocal learning', 'nestlings', 'syllable repertoire'],
  ['stained glass', 'lead cames', 'cathedral windows', 'pigment analysis', 'medieval workshops'],
] as const;

/** Papers of three subjects in turn: each says four of its subject's five things. */
function papersOf(count: number): MapPaper[] {
  const random = randomFrom(3);
  return Array.from({ length: count }, (_, at) => {
    const all = SUBJECTS[at % 3] ?? SUBJECTS[0];
    const missing = Math.floor(random() * all.length);
    const said = all.filter((_phrase, place) => place !== missing);
    const abstract = `We look at ${said.join(' and at ')}. The ${said[at % said.length] ?? ''} vary with the year.`;
    return { id: `p${at}`, title: `On ${said[0] ?? ''} and ${said[1] ?? ''}`, abstract, year: 2000 };
  });
}

const mapOf = (papers: readonly MapPaper[]): PaperMap => makeMap(papers, null);

const meaningOf = ({ title }: Pick<MapPaper, 'title'>): Float32Array =>
  Float32Array.from(/quay|jetty/.test(title) ? [1, 0] : [0, 1]);

describe('makeMap', () => {
  it('has papers beside those of their subject, and groups and kin by it', () => {
    const papers = papersOf(60);
    const map = mapOf(papers);
    const strangers = papers.flatMap((_, at) => kinOnMap(map, at).filter((other) => other % 3 !== at % 3));
    expect(strangers).toEqual([]);
    expect(kinOnMap(map, 4).length).toBeGreaterThan(2);
    const mixed = map.clusters.filter((_, cluster) => {
      const subjects = papers.flatMap((_paper, at) => (map.clusterOf[at] === cluster ? [at % 3] : []));
      return new Set(subjects).size > 1;
    });
    expect(mixed.length).toBeLessThan(2);
  });

  it('names groups by what their papers say and others do not', () => {
    const { clusters } = mapOf(papersOf(90));
    const said = SUBJECTS.flat().join(' ');
    for (const { phrases } of clusters) for (const phrase of phrases) expect(said).toContain(phrase);
    expect(clusters.filter(({ phrases }) => phrases.length > 0).length).toBeGreaterThan(2);
    const names = clusters.flatMap(({ phrases }) => phrases);
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows pictures on the way, the last nearly the map', () => {
    const pictures: PaperMap[] = [];
    const map = makeMap(papersOf(30), null, (news) => news.kind === 'picture' && pictures.push(news.map));
    expect(pictures.length).toBeGreaterThan(10);
    const [last] = pictures.slice(-1);
    const moved = map.positions.map((value, at) => Math.abs(value - (last?.positions[at] ?? 0)));
    expect(Math.max(...moved)).toBeLessThan(5);
  });

  it('is the same map every time', () => {
    expect(mapOf(papersOf(40))).toEqual(mapOf(papersOf(40)));
  });

  it.each([0, 1, 2, 5])('makes a map of %i papers', (count) => {
    const map = mapOf(papersOf(count));
    expect(map.positions).toHaveLength(2 * count);
    expect([...map.positions].every(Number.isFinite)).toBe(true);
  });

  it('places papers without a word, and many that say the same', () => {
    const same = { title: 'On tides and mud', abstract: 'Tides move mud.', year: null };
    const papers = [
      ...Array.from({ length: 20 }, (_, at) => ({ id: `s${at}`, ...same })),
      { id: 'empty', title: '', abstract: null, year: null },
    ];
    const { positions } = mapOf(papers);
    expect([...positions].every(Number.isFinite)).toBe(true);
    const places = new Set(
      Array.from({ length: 21 }, (_, at) => `${positions[2 * at]} ${positions[2 * at + 1]}`),
    );
    expect(places.size).toBe(21);
  });

  it('asks what words mean, where it is known: papers without a common word lie together', () => {
    const words = [
      ['quay', 'jetty'],
      ['wren', 'finch'],
    ];
    const papers = Array.from({ length: 24 }, (_, at) => {
      const title = `${words[at % 2]?.[(at >> 1) % 2] ?? ''} ${at % 4 < 2 ? 'alpha' : 'beta'}${at}`;
      return { id: `${at}`, title, abstract: null, year: null };
    });
    const map = makeMap(papers, meaningOf);
    expect(papers.flatMap((_, at) => kinOnMap(map, at).filter((other) => other % 2 !== at % 2))).toEqual([]);
  });
});

const sum = ({ nearness }: Neighbours): number => nearness.reduce((total, near) => total + near, 0);

describe('meaningBy', () => {
  it('is the direction of a text by those of its words, and nothing where none is known', () => {
    const stems = ['tide', 'wren'].toSorted((a, b) => termHash(a) - termHash(b));
    const vectors = new WordVectors({
      dimensions: 2,
      papers: 10,
      hashes: Uint32Array.from(stems, termHash),
      scales: new Float32Array(2).fill(0.5),
      frequencies: new Uint8Array(2),
      values: Int8Array.from(stems.flatMap((stem) => (stem === 'tide' ? [60, 0] : [0, 80]))),
    });
    const meaning = meaningBy(vectors);
    expect([...(meaning({ title: 'Tides', abstract: 'The tide.' }) ?? [])]).toEqual([1, 0]);
    const both = meaning({ title: 'Tides and wrens', abstract: null });
    expect(both?.[0]).toBeCloseTo(0.6);
    expect(both?.[1]).toBeCloseTo(0.8);
    expect(meaning({ title: 'Of the unknown', abstract: null })).toBeNull();
  });
});

describe('nearestPapers', () => {
  it('finds among cells nearly what all pairs would find', () => {
    const vectors = textVectors(papersOf(500), null);
    const [exact, quick] = [nearestPapers(vectors, 5), nearestPapers(vectors, 5, undefined, 100)];
    expect(sum(quick) / sum(exact)).toBeGreaterThan(0.95);
    expect(sum(quick)).toBeLessThanOrEqual(sum(exact) + 1e-3);
  });
});

describe('clustersOf', () => {
  it('parts what lies apart', () => {
    const positions = Float32Array.from([0, 0, 1, 1, 50, 50, 51, 50, 0, 99, 1, 98]);
    const { clusterOf } = clustersOf(positions, 3);
    expect(new Set(clusterOf).size).toBe(3);
    expect([0, 2, 4].every((at) => clusterOf[at] === clusterOf[at + 1])).toBe(true);
  });

  it('has as many groups as can be read', () => {
    expect([0, 11, 71, 10_000, 2_000_000].map(clusterCount)).toEqual([1, 1, 6, 28, 28]);
  });
});
