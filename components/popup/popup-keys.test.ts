import { describe, expect, it } from 'vitest';
import { paperAction, rowAfter } from './popup-keys';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('rowAfter', () => {
  it('goes down into the list, along it, and stops at its end', () => {
    expect([-1, 0, 2].map((at) => rowAfter('ArrowDown', at, 3))).toEqual([0, 1, 2]);
  });

  it('goes up, and out of the list at its top', () => {
    expect([2, 1, 0, -1].map((at) => rowAfter('ArrowUp', at, 3))).toEqual([1, 0, null, null]);
  });

  it('does nothing without rows or with other keys', () => {
    expect([rowAfter('ArrowDown', -1, 0), rowAfter('a', 0, 3)]).toEqual([null, null]);
  });
});

describe('paperAction', () => {
  it('knows the keys of a paper', () => {
    expect(paperAction(press('s'))).toEqual({ kind: 'save' });
    expect(paperAction(press('3'))).toEqual({ kind: 'status', status: 'read' });
    expect(paperAction(press('4'))).toBeNull();
  });

  it("leaves the browser's own shortcuts alone", () => {
    expect(paperAction(press('s', { ctrlKey: true }))).toBeNull();
  });
});
