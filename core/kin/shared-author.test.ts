import { expect, it } from 'vitest';
import { sharedAuthor } from './shared-author';

it('knows a name written out in both, whatever its order, initials and accents', () => {
  expect(sharedAuthor(['Ana Müller', 'Edward J. Hu'], ['Hu, Edward', 'X Y'])).toBe('Hu, Edward');
  expect(sharedAuthor(['Ana Muller'], ['Ana Müller'])).toBe('Ana Müller');
});

it('takes no initial for a name, nor other middle names', () => {
  expect(sharedAuthor(['E. Hu'], ['E. Hu'])).toBeNull();
  expect(sharedAuthor(['Edward J. Hu'], ['Edward K. Hu'])).toBeNull();
  expect(sharedAuthor(['Edward Hu'], ['Edward Huang'])).toBeNull();
  expect(sharedAuthor(['OpenAI'], ['OpenAI'])).toBeNull();
});

it('says nothing of papers of hundreds', () => {
  const many = Array.from({ length: 300 }, (_, at) => `Ada Quay${at}`);
  expect(sharedAuthor(many, many)).toBeNull();
  expect(sharedAuthor([], ['Ada Quay'])).toBeNull();
  expect(sharedAuthor(['', '\ud800', 'x'.repeat(100_000)], ['', '\ud800'])).toBeNull();
});
