import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedTermsOf } from '../kin/shared-terms';
import { FilesInMemory } from '../corpus/corpus-files';
import type { Paper } from '../paper';
import { countTerms } from '../search/paper-terms';
import { searchIndex } from '../search/search';
import { buildTextIndex } from '../search/text-index';
import { IMPACTS } from './impacts';
import { contents, filesOf, indexOf, paper, papersAt } from './papers-under-test';
import { eachPosting } from './postings';
import { TermsIndex } from './terms-index';
import { TermsStore } from './terms-store';

const WORDS =
  'map maps folding folded paper crane tide moon sea deep learning self-supervised network Müller 学习 GPT-3.5 the of and café'.split(
    ' ',
  );
const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS, '.', '—', ' '), { maxLength }).map((words) => words.join(' '));

/** Without repeats: of a title's words the index counts no more than two. */
const someTitle = (maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength }).map((words) => words.join(' '));

/** Papers of few words, so that they share many. */
const somePapers: fc.Arbitrary<readonly Paper[]> = fc
  .array(
    fc.record({
      title: someTitle(6),
      abstract: fc.option(text(25), { nil: null }),
      authors: fc.uniqueArray(fc.constantFrom('Ana Müller', 'Deep Sea', 'Kaiming He'), { maxLength: 3 }),
      year: fc.option(fc.integer({ min: 1950, max: 2026 }), { nil: null }),
      venue: fc.constantFrom(null, 'NeurIPS 2020', 'Annals of Maps'),
    }),
    { maxLength: 20 },
  )
  .map((records) =>
    records.map(({ title, abstract, ...rest }, at) => paper(`p${at}`, title, abstract, rest)),
  );

/** Queries of the same words, the last one often unfinished. */
const someQuery: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }), fc.nat(3))
  .map(([words, cut]) => words.join(' ').slice(0, -cut || undefined));

describe('TermsPart', () => {
  it('makes the same files of any papers, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(somePapers, fc.integer({ min: 1, max: 6 }), async (papers, length) => {
        expect(await contents(await filesOf(papers, length))).toEqual(await contents(await filesOf(papers)));
      }),
      { numRuns: 40 },
    );
  });

  it('holds every term of every paper as often as it is said, up to what an impact tells', async () => {
    await fc.assert(
      fc.asyncProperty(somePapers, async (papers) => {
        const store = new TermsStore(await filesOf(papers, 3));
        for (const [ordinal, one] of papers.entries()) {
          const { counts } = countTerms(one);
          const terms = [...counts.keys()].filter((term) => !term.includes(' '));
          const found = await store.find(terms);
          const postings = await store.postings([...found.values()], () => false);
          for (const term of terms) {
            const impacts: number[] = [];
            const place = found.get(term);
            for (const bytes of place ? postings(place) : []) {
              eachPosting(bytes, (at, impact) => void (at === ordinal && impacts.push(impact)));
            }
            const { title, authors, abstract } = counts.get(term) ?? { title: 0, authors: 0, abstract: 0 };
            const inAbstract = abstract < 3 ? abstract : abstract < 5 ? 3 : 5;
            const expected = { inTitle: Math.min(2, title), inAuthors: authors > 0, inAbstract };
            expect(impacts.map((impact) => IMPACTS[impact])).toMatchObject([expected]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('TermsIndex', () => {
  it('gives the papers and scores of the brute-force index', async () => {
    await fc.assert(
      fc.asyncProperty(somePapers, someQuery, async (papers, query) => {
        const reference = searchIndex(buildTextIndex(papers), `${query} `, 30);
        const found = await (await indexOf(papers, 4)).search(`${query} `, { limit: 30 });
        expect(found.map(({ ordinal }) => papers[ordinal]?.id).toSorted()).toEqual(
          reference.map(({ id }) => id).toSorted(),
        );
        for (const { id, score } of reference) {
          const same = found.find(({ ordinal }) => papers[ordinal]?.id === id);
          expect(same?.score).toBeCloseTo(score, 3);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('misses no kin that weighing every paper would find', async () => {
    await fc.assert(
      fc.asyncProperty(somePapers, async (papers) => {
        const index = await indexOf(papers, 4);
        for (const one of papers) {
          const found = await index.kin(one, { limit: 30, wordVectors: null, sharedTermsOf });
          expect(found).toEqual(
            await index.kinAmong(one, papers, { limit: 30, wordVectors: null, sharedTermsOf }),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never throws nor hangs on damaged files', async () => {
    const papers = fc.sample(somePapers, { numRuns: 1, seed: 4 })[0] ?? [];
    const whole = await filesOf(papers);
    const names = [...whole.sizes().keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.uint8Array({ maxLength: 12 }),
        async (name, at, bytes) => {
          const files = new FilesInMemory();
          await files.write(await whole.readMany(names));
          const damaged = Uint8Array.from((await whole.read(name)) ?? []);
          damaged.set(bytes.slice(0, damaged.length), at % Math.max(1, damaged.length - bytes.length));
          await files.write(new Map([[name, damaged]]));
          const read = async (ordinals: readonly number[]) => papersAt(papers, ordinals);
          const index = new TermsIndex(files, { papers: read, briefs: read });
          const found = await index.search('map fold', {
            limit: 3,
            filters: { yearFrom: 1990, venue: 'annals' },
          });
          expect(found.length).toBeLessThanOrEqual(3);
          const kin = await index.kin(paper('x', 'Map folding', 'Maps.'), {
            limit: 3,
            wordVectors: null,
            sharedTermsOf,
          });
          expect(kin.length).toBeLessThanOrEqual(3);
        },
      ),
      { numRuns: 150 },
    );
  });
});
