import { expect, it } from 'vitest';
import { nameParts } from './name-parts';

it.each([
  ['Ada Quay', 'Quay', 'Ada', ''],
  ['Jan van der Berg', 'van der Berg', 'Jan', ''],
  ['Martin Luther King Jr.', 'King', 'Martin Luther', 'Jr.'],
  ['Plato', 'Plato', '', ''],
  ['de Sade', 'Sade', 'de', ''],
  ['Barnes, Noble', 'Noble', 'Barnes', ''],
  ['', '', '', ''],
])('takes %s apart', (name, family, given, suffix) => {
  expect(nameParts(name)).toEqual({ family, given, suffix });
});
