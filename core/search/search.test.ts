import { describe, expect, it } from 'vitest';
import type { Paper } from '../paper';
import { searchIndex } from './search';
import { buildTextIndex } from './text-index';

const paper = (id: string, title: string, abstract: string, rest: Partial<Paper> = {}): Paper => ({
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
  ...rest,
});

const PAPERS = [
  paper('long', 'Map folding in the wild, a survey of maps', 'Maps, maps and folding.'),
  paper('exact', 'Map folding', 'Nothing else here.', { authors: ['Ana Müller', 'Kaiming He'] }),
  paper('abstract', 'Paper cranes', 'They need map folding and a steady hand, says Turing.'),
  paper('author', 'Tides of the moon', 'The sea rises.', {
    authors: ['Alan Turing'],
    otherTitles: ['Lunar ebb'],
  }),
  paper('contrast', 'Self-supervised contrastive pictures', 'We use transformers.'),
  paper('chinese', '对比学习', '本文提出了一种方法。'),
];
const index = buildTextIndex(PAPERS);
const ids = (query: string, limit = 10) => searchIndex(index, query, limit).map(({ id }) => id);

describe('searchIndex', () => {
  it('puts the exact title first, then titles, then abstracts', () => {
    expect(ids('map FOLDING.')).toEqual(['exact', 'long', 'abstract']);
  });

  it('finds authors, without their diacritics, before a mention in an abstract', () => {
    expect(ids('turing')).toEqual(['author', 'abstract']);
    expect(ids('muller')).toEqual(['exact']);
    expect(ids('he ')).toEqual(['exact']);
  });

  it('completes the last word only, and not once it is finished', () => {
    expect(ids('contrasti')).toEqual(['contrast']);
    expect(ids('self supervised contr')).toEqual(['contrast']);
    expect(ids('contrasti ')).toEqual([]);
    expect(ids('con pictures')).toEqual(ids('pictures'));
    expect(ids('pictures con')).toEqual(['contrast']);
  });

  it('wants all words, or any when no paper has all', () => {
    expect(ids('folding cranes')).toEqual(['abstract']);
    expect(ids('cranes tides').toSorted()).toEqual(['abstract', 'author']);
  });

  it('meets inflections, compounds either way, other titles and text without spaces', () => {
    expect(ids('folded maps')).toContain('exact');
    expect(ids('selfsupervised')).toEqual(['contrast']);
    expect(ids('transformer')).toEqual(['contrast']);
    expect(ids('lunar ebb')).toEqual(['author']);
    expect(ids('学习')).toEqual(['chinese']);
  });

  it('forgives stop words that a title lacks', () => {
    expect(ids('the folding of a map').toSorted()).toEqual(['abstract', 'exact', 'long']);
  });

  it('keeps to the limit and bears odd queries', () => {
    expect(ids('map', 1)).toHaveLength(1);
    expect(ids('map', 0)).toEqual([]);
    for (const query of ['', ' ', '!?', '\ud800', '-', 'x'.repeat(100_000)]) expect(ids(query)).toEqual([]);
    expect(ids('map '.repeat(50_000))).toContain('exact');
    expect(searchIndex(buildTextIndex([]), 'map', 3)).toEqual([]);
  });
});

describe('buildTextIndex', () => {
  it('survives structured cloning', () => {
    const clone = structuredClone(index);
    expect(clone).toEqual(index);
    expect(searchIndex(clone, 'map folding', 5)).toEqual(searchIndex(index, 'map folding', 5));
  });

  it('keeps the order of the papers', () => {
    expect(index.paperIds).toEqual(PAPERS.map(({ id }) => id));
  });

  it('bears hostile papers', () => {
    const long = 'deep \ud800 learning$ '.repeat(8_000);
    const hostile = buildTextIndex([
      paper('long', long, long, { authors: Array.from({ length: 5_000 }, () => long) }),
      paper('empty', '', ''),
      paper('proto', '__proto__ constructor toString', 'hasOwnProperty'),
    ]);
    expect(searchIndex(hostile, 'constructor', 5).map(({ id }) => id)).toEqual(['proto']);
    expect(searchIndex(hostile, 'deep learning', 5).map(({ id }) => id)).toEqual(['long']);
  });
});
