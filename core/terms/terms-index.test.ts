import { describe, expect, it } from 'vitest';
import { sharedTermsOf } from '../kin/shared-terms';
import { FilesInMemory } from '../corpus/corpus-files';
import { filesOf, indexOf, paper } from './papers-under-test';
import { TermsIndex } from './terms-index';

const nothing = async () => new Map();
const wish = (limit: number) => ({ limit, wordVectors: null, sharedTermsOf });

const PAPERS = [
  paper('long', 'Map folding in the wild, a survey of maps', 'Maps, maps and folding.', {
    year: 2001,
    venue: 'NeurIPS 2001',
  }),
  paper('exact', 'Map folding', 'Nothing else here.', { authors: ['Ana Müller', 'Kaiming He'], year: 2010 }),
  paper('abstract', 'Paper cranes', 'They need map folding and a steady hand, says Turing.', { year: 2015 }),
  paper('author', 'Tides of the moon', 'The sea rises.', {
    authors: ['Alan Turing'],
    otherTitles: ['Lunar ebb'],
    venue: 'Annals of the Sea',
  }),
  paper('contrast', 'Self-supervised contrastive pictures', 'We use transformers.'),
  paper('chinese', '对比学习', '本文提出了一种方法。'),
];

async function idsOf(query: string, options: Parameters<TermsIndex['search']>[1] = { limit: 10 }) {
  const index = await indexOf(PAPERS, 2);
  return (await index.search(query, options)).map(({ ordinal }) => PAPERS[ordinal]?.id);
}

describe('TermsIndex.search', () => {
  it('puts the exact title first, then titles, then abstracts', async () => {
    expect(await idsOf('map FOLDING.')).toEqual(['exact', 'long', 'abstract']);
  });

  it('finds authors before a mention in an abstract', async () => {
    expect(await idsOf('turing')).toEqual(['author', 'abstract']);
    expect(await idsOf('muller')).toEqual(['exact']);
    expect(await idsOf('he ')).toEqual(['exact']);
  });

  it('completes the last word only, and not once it is finished', async () => {
    expect(await idsOf('contrasti')).toEqual(['contrast']);
    expect(await idsOf('contrasti ')).toEqual([]);
    expect(await idsOf('self supervised contr')).toEqual(['contrast']);
    expect(await idsOf('con pictures')).toEqual(['contrast']);
    expect(await idsOf('foldin')).toEqual(await idsOf('folding '));
  });

  it('wants all words, or any when no paper has all', async () => {
    expect(await idsOf('folding cranes')).toEqual(['abstract']);
    expect((await idsOf('cranes tides')).toSorted()).toEqual(['abstract', 'author']);
  });

  it('meets inflections, compounds either way, other titles, text without spaces and stop words a title lacks', async () => {
    expect(await idsOf('folded maps')).toContain('exact');
    expect(await idsOf('selfsupervised')).toEqual(['contrast']);
    expect(await idsOf('lunar ebb')).toEqual(['author']);
    expect(await idsOf('学习')).toEqual(['chinese']);
    expect((await idsOf('the folding of a map')).toSorted()).toEqual(['abstract', 'exact', 'long']);
  });

  it('filters by year, author and venue; what is unknown does not pass', async () => {
    expect(await idsOf('map', { limit: 9, filters: { yearFrom: 2010 } })).toEqual(['exact', 'abstract']);
    expect(await idsOf('map', { limit: 9, filters: { yearFrom: 2002, yearTo: 2014 } })).toEqual(['exact']);
    expect(await idsOf('tides', { limit: 9, filters: { yearTo: 3000 } })).toEqual([]);
    expect(await idsOf('map', { limit: 9, filters: { author: 'ana muller' } })).toEqual(['exact']);
    expect(await idsOf('map', { limit: 9, filters: { author: 'Turing' } })).toEqual([]);
    expect(await idsOf('map', { limit: 9, filters: { venue: 'neurips' } })).toEqual(['long']);
    expect(await idsOf('sea', { limit: 9, filters: { venue: 'Annals of the sea' } })).toEqual(['author']);
    expect(await idsOf('tides', { limit: 9, filters: { author: 'al', venue: 'annals of the se' } })).toEqual([
      'author',
    ]);
    expect(await idsOf('tides', { limit: 9, filters: { author: 'al turing' } })).toEqual([]);
    expect(await idsOf('', { limit: 9, filters: { yearFrom: 2010 } })).toEqual(['abstract', 'exact']);
    expect(await idsOf('', { limit: 1, filters: { author: 'turing' } })).toEqual(['author']);
    expect(await idsOf('?', { limit: 9, filters: { yearFrom: 2010 } })).toEqual([]);
    expect(await idsOf('map', { limit: 9, filters: {} })).toEqual(['long', 'exact', 'abstract']);
  });

  it('keeps to the limit and bears odd queries', async () => {
    expect(await idsOf('map', { limit: 1 })).toEqual(['long']);
    expect(await idsOf('map', { limit: 0 })).toEqual([]);
    for (const query of ['', ' ', '!?', '\ud800', '-', 'x'.repeat(100_000), '@annals']) {
      expect(await idsOf(query)).toEqual([]);
    }
    expect(await idsOf('map '.repeat(50_000))).toContain('exact');
  });
});

describe('TermsIndex.kin', () => {
  it('finds candidates for a text that is in no corpus', async () => {
    const index = await indexOf(PAPERS);
    const [first] = await index.kinCandidates({ title: 'Folding a map', abstract: null }, 3);
    expect(PAPERS[first?.ordinal ?? -1]?.id).toBe('exact');
    expect(await index.kinCandidates({ title: 'Folding a map', abstract: null }, 0)).toEqual([]);
    expect(await index.kin(paper('x', '', null), wish(3))).toEqual([]);
  });
});

describe('an index in a bad state', () => {
  it('finds nothing where there is no index, or no paper', async () => {
    for (const files of [new FilesInMemory(), await filesOf([])]) {
      const index = new TermsIndex(files, { papers: nothing, briefs: nothing });
      expect(await index.search('map', { limit: 3 })).toEqual([]);
      expect(await index.kin(paper('x', 'Map folding', 'Maps.'), wish(3))).toEqual([]);
    }
  });

  it('bears hostile papers', async () => {
    const long = 'deep \ud800 learning$ '.repeat(8_000);
    const papers = [
      paper('long', long, long, {
        authors: Array.from({ length: 5_000 }, () => long),
        venue: long,
        year: 1e9,
      }),
      paper('empty', '', '', { year: -5 }),
      paper('proto', '__proto__ constructor toString', 'hasOwnProperty'),
      paper('one', 'x'.repeat(100_000), '😀'.repeat(1000) + '𝒳𝒴'.repeat(10)),
    ];
    const index = await indexOf(papers);
    const ids = async (query: string) =>
      (await index.search(query, { limit: 5 })).map(({ ordinal }) => papers[ordinal]?.id);
    expect(await ids('constructor')).toEqual(['proto']);
    expect(await ids('deep learning')).toEqual(['long']);
    const query = paper('x', 'Learning', long);
    expect((await index.kin(query, wish(3))).map((kin) => kin.paper.id)).toEqual([]);
    expect(await index.kin(paper('x', 'Learning', null), wish(3))).toHaveLength(1);
  });

  it('bears papers that cannot be read', async () => {
    const index = new TermsIndex(await filesOf(PAPERS), { papers: nothing, briefs: nothing });
    expect(await index.search('map', { limit: 3 })).toHaveLength(3);
    expect(await index.kin(paper('x', 'Map folding', 'Maps.'), wish(3))).toEqual([]);
  });
});
