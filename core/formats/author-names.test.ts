import { expect, it } from 'vitest';
import { nameInReadingOrder, namesJoinedByAnd, namesOfCell } from './author-names';

it.each([
  ['Berg, Jan', 'Jan Berg'],
  ['Jan Berg', 'Jan Berg'],
  ['van der Berg, Jan A.', 'Jan A. van der Berg'],
  ['King, Jr., Martin Luther', 'Martin Luther King Jr.'],
  ['King, Martin Luther, Jr.', 'Martin Luther King Jr.'],
  ['King, III', 'King III'],
  ['Berg,', 'Berg'],
  [' , ', ''],
])('puts %j into reading order', (name, expected) => {
  expect(nameInReadingOrder(name)).toBe(expected);
});

it('parts names at "and", but not in braces or inside a word', () => {
  expect(namesJoinedByAnd('Alexander Brand and\n{Birds and Sons} AND Anders Land and others')).toEqual([
    'Alexander Brand',
    '{Birds and Sons}',
    'Anders Land',
  ]);
  expect(namesJoinedByAnd('')).toEqual([]);
});

it.each([
  ['Berg, Jan; Lovelace, Ada', ['Berg, Jan', 'Lovelace, Ada']],
  ['Jan Berg, Ada Lovelace and Ida Wren', ['Jan Berg', 'Ada Lovelace', 'Ida Wren']],
  ['Berg J., Lovelace A.', ['Berg J.', 'Lovelace A.']],
  ['Berg, J., Lovelace, A.B.', ['Berg, J.', 'Lovelace, A.B.']],
  ['Berg, Jan', ['Berg, Jan']],
  ['Jan Berg | Ada Lovelace', ['Jan Berg', 'Ada Lovelace']],
  ['Jan Berg', ['Jan Berg']],
  ['', []],
])('parts the cell %j', (cell, names) => {
  expect(namesOfCell(cell)).toEqual(names);
});
