import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { freshEntry } from '../../core/reading-list/entry';
import { samplePaper } from '../../tests/samples/papers';
import { ListRows } from './list-rows';

it('wants the focus for its row until it goes elsewhere', () => {
  const rows = new ListRows(signal([freshEntry(samplePaper({}), 0, null)]), 'en');
  expect(rows.takeFocusWish()).toBeNull();
  rows.wantFocus();
  const isWanted = rows.takeFocusWish();
  expect(isWanted?.()).toBe(true);
  expect(rows.takeFocusWish()).toBeNull();
  rows.dropFocusWish();
  expect(isWanted?.()).toBe(false);
});
