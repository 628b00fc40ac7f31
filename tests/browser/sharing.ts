import { test } from 'vitest';
import { beginSharing, endSharing } from './shared-browser';

/** Has browsers shared for as long as the worker lives, of which only a fixture hears the end. */
// oxlint-disable-next-line no-empty-pattern -- vitest reads off the pattern which fixtures it needs
export const sharing = test.extend('sharing', { scope: 'worker' }, ({}, { onCleanup }) => {
  beginSharing();
  onCleanup(endSharing);
});
