import { expect, it } from 'vitest';
import { waitingChanges } from './visited-due';

it.each([
  ['all papers, where there is no corpus', 7, 3, null, 3],
  ['what was changed since', 9, 3, '7', 2],
  ['nothing, where nothing was', 7, 3, '7', 0],
  ['something, where the store was lost and counts as far as the corpus', 7, 0, '7', 1],
  ['something, where the store was lost and the clock set back', 5, 3, '7', 1],
])('for a corpus waits %s', (_, changes, papers, version, waiting) => {
  expect(waitingChanges({ changes, papers }, version === null ? null : { version })).toBe(waiting);
});
