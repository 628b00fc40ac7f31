import { expect, it } from 'vitest';
import { listAction, type ListPress } from './list-keys';

const press = (key: string, held: Partial<ListPress> = {}): ListPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

it.each([
  [press('ArrowDown'), { kind: 'move', by: 1, extend: false }],
  [press('ArrowUp', { shiftKey: true }), { kind: 'move', by: -1, extend: true }],
  [press('PageDown'), { kind: 'move', by: 12, extend: false }],
  [press('End'), { kind: 'move', by: 'end', extend: false }],
  [press('2'), { kind: 'status', status: 'reading' }],
  [press('*', { shiftKey: true }), { kind: 'star' }],
  [press('a', { ctrlKey: true }), { kind: 'select-all' }],
  [press('z', { metaKey: true }), { kind: 'undo' }],
  [press('z', { metaKey: true, shiftKey: true }), null],
  [press('a'), null],
  [press('p', { altKey: true }), null],
  [press('p', { ctrlKey: true }), null],
  [press('k'), { kind: 'kin' }],
  [press('v'), { kind: 'views' }],
  [press('toString'), null],
])('%j is %j', (key, action) => expect(listAction(key, 12)).toEqual(action));
