import { describe, expect, it } from 'vitest';
import { limitedToList, passesFilters, readSearchQuery } from './search-query';

describe('a query', () => {
  it.each([
    ['deep learning', 'deep learning', null],
    ['deep learning ', 'deep learning ', null],
    ['author:ng deep learning', 'deep learning', { author: 'ng' }],
    ['deep author:"andrew ng" learning', 'deep  learning', { author: 'andrew ng' }],
    ['Author:ng author:koller', '', { author: 'ng koller' }],
    ['deep venue:neurips year:2020', 'deep', { venue: 'neurips', yearFrom: 2020, yearTo: 2020 }],
    ['year:2020-2022', '', { yearFrom: 2020, yearTo: 2022 }],
    ['year:2020- deep', 'deep', { yearFrom: 2020 }],
    ['year:-2019 deep', 'deep', { yearTo: 2019 }],
    // Still being typed.
    ['deep year:20', 'deep ', null],
    ['deep author:', 'deep ', null],
    ['deep author:"andrew n', 'deep', { author: 'andrew n' }],
    // Titles with a colon.
    ['BERT: pre-training', 'BERT: pre-training', null],
    ['The author: a history', 'The  a history', null],
    ['coauthor:ng', 'coauthor:ng', null],
  ])('%j asks for %j with %j', (typed, text, filters) => {
    expect(readSearchQuery(typed)).toEqual({ text, filters, isOnList: false });
  });
});

it.each([
  ['in:list', '', true],
  ['soups in:list ', 'soups', true],
  ['IN:List weights', 'weights', true],
  ['in:', '', false],
  ['in:space', '', false],
  ['found in: list', 'found  list', false],
])('%j asks for %j, of the list alone: %j', (typed, text, isOnList) => {
  expect(readSearchQuery(typed)).toMatchObject({ text, isOnList });
});

it('is limited to the list and let out again', () => {
  expect(limitedToList('model soups', true)).toBe('model soups in:list');
  expect(limitedToList('in:list model soups', true)).toBe('model soups in:list');
  expect(limitedToList('model soups in:list', false)).toBe('model soups');
  expect(limitedToList('', true)).toBe('in:list');
});

it('lets those papers pass that have what is asked for', () => {
  const paper = { year: 2020, authors: ['Ana Müller', 'Jean-Luc Roux'], venue: 'NeurIPS 2020' };
  const passes = (filters: Parameters<typeof passesFilters>[1]) => passesFilters(paper, filters);
  expect(
    [{ author: 'muller' }, { author: 'ana mul' }, { author: 'luc' }, { venue: 'neur' }].map(passes),
  ).toEqual([true, true, true, true]);
  expect([{ author: 'mul ana' }, { author: 'he' }, { venue: 'icml' }, { yearTo: 2019 }].map(passes)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(passes({ yearFrom: 2020, yearTo: 2020, author: 'roux' })).toBe(true);
  expect(passesFilters({ ...paper, year: null }, { yearFrom: 1900 })).toBe(false);
});
