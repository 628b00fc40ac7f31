import { describe, expect, it } from 'vitest';
import { indexOfTitles } from './build-for-test';
import { referredTitle } from './reference-title';
import { findAllInText } from './titles-in-text';

const TITLES = [
  'Songs of finches',
  'Journal of Garden Birds',
  'Birds of the garden and their songs: a handbook',
  'The dialects of migrating starlings',
];

async function referred(text: string): Promise<string | null> {
  const index = await indexOfTitles(TITLES);
  const sighting = referredTitle(text, await findAllInText(index, text));
  return TITLES[sighting?.ordinals[0] ?? -1] ?? null;
}

describe('referredTitle', () => {
  it.each([
    ['Vireo A, Lark B (2003) Songs of\nfinches. Journal of Garden Birds 12:3-9', TITLES[0]],
    [
      'Vireo, A. “Songs of finches.” In Birds of the Garden and Their Songs: A Handbook, 3–9. Berlin, 1999.',
      TITLES[0],
    ],
    ['Vireo, A. (Ed.) 1999. Birds of the garden and their songs: a handbook. Berlin.', TITLES[2]],
    ['Lark B. The dialects of migrat-\ning starlings, J. Birds, 2001', TITLES[3]],
  ])('finds the title of %j', async (text, title) => {
    expect(await referred(text)).toBe(title);
  });

  it('finds none where none stands', async () => {
    expect(await referred('Wren C. Nests of robins. 2001.')).toBeNull();
  });
});
