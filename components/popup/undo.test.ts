import { describe, expect, it } from 'vitest';
import { entry } from '../../tests/popup/fake-ports';
import { UNDO_MIN_MS, expire, moveOn, offerUndo } from './undo';

describe('the offer to undo', () => {
  const offer = offerUndo(null, entry('a'), 1_000);

  it('stays for good while the reader does nothing else', () => {
    expect(expire(offer, 1_000 + 100 * UNDO_MIN_MS)).toBe(offer);
  });

  it('stays its least time even when the reader goes on at once', () => {
    const left = moveOn(offer, 1_001);
    expect(left?.entries).toHaveLength(1);
    expect(expire(left, 1_000 + UNDO_MIN_MS - 1)).not.toBeNull();
    expect(expire(left, 1_000 + UNDO_MIN_MS)).toBeNull();
  });

  it('ends with the next action after its least time', () => {
    expect(moveOn(offer, 1_000 + UNDO_MIN_MS)).toBeNull();
  });

  it('takes earlier removals along and starts its time anew', () => {
    const both = offerUndo(moveOn(offer, 2_000), entry('b'), 9_000);
    expect(both.entries.map(({ paper }) => paper.id)).toEqual(['a', 'b']);
    expect(moveOn(both, 9_000 + UNDO_MIN_MS - 1)).not.toBeNull();
  });
});
