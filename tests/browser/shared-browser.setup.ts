import { test } from 'vitest';
import { beginSharing, endSharing } from './shared-browser';

/** For as long as the worker lives, of which only a fixture hears the end. */
const sharing = test.extend('sharing', { scope: 'worker' }, ({}, { onCleanup }) => {
  beginSharing();
  onCleanup(endSharing);
});
sharing.beforeAll(({ sharing: begun }) => begun);
