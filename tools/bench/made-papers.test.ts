import { describe, expect, it } from 'vitest';
import { MadePapers, readPaperSource, type PaperSource } from './made-papers';

const SOURCE: PaperSource = {
  titles: ['On the Patience of Lighthouse Keepers', 'Mapping Tidal Harbours with Slow Instruments'],
  abstracts: [
    ['Keepers wait.', 'We ask how long.', 'They wait for years.'],
    ['Harbours have tides.', 'We map them.'],
  ],
};

describe('made papers', () => {
  const papers = new MadePapers(SOURCE);

  it('begin with the real titles', () => {
    expect([0, 1].map((ordinal) => papers.at(ordinal).title)).toEqual(SOURCE.titles);
  });

  it('are the same for the same ordinal, whoever makes them', () => {
    const others = new MadePapers(SOURCE);
    for (const ordinal of [0, 2, 77, 2_699_999]) expect(others.at(ordinal)).toEqual(papers.at(ordinal));
    expect(others.fingerprint).toBe(papers.fingerprint);
    expect(new MadePapers({ ...SOURCE, titles: ['Another'] }).fingerprint).not.toBe(papers.fingerprint);
  });

  it('have titles of halves of real ones, kept apart by a coined name where there are few', () => {
    const titles = Array.from({ length: 2_000 }, (_, at) => papers.at(2 + at).title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles[0]).toMatch(/^[A-Z][a-z]+: (On the Patience|Mapping Tidal Harbours) (of|with) /);
  });

  it('have abstracts of real sentences, and authors', () => {
    const { abstract, authors } = papers.at(5);
    expect(abstract).toMatch(/^(Keepers wait\.|Harbours have tides\.) .*We call it [A-Z][a-z]+\.$/);
    expect(authors.length).toBeGreaterThan(0);
  });
});

it('without files they are made of the bundled papers', () => {
  const { titles, abstracts } = readPaperSource(null, null);
  expect(titles.length).toBeGreaterThan(50);
  expect(abstracts.every((sentences) => sentences.length > 0)).toBe(true);
});
