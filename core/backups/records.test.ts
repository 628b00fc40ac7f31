import { describe, expect, it } from 'vitest';
import { BACKUP_INTERVAL_MS, backupDueIn, RECORDS, shouldRemind } from './records';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const changed = (count: number, firstAt = NOW - DAY) => ({ [RECORDS.changes]: { count, firstAt } });
const backedUp = (changes: number, triedAt: number) => ({ [RECORDS.backup]: { changes, triedAt } });

const exported = (changes: number, at: number) => ({ [RECORDS.exported]: { changes, at } });
const dismissed = (changes: number, at: number) => ({ [RECORDS.dismissed]: { changes, at } });

describe('a backup', () => {
  it.each([
    ['is not due where nothing changed', {}, null],
    ['is due at once after the first change', changed(1), 0],
    ['is not due where the last has all', { ...changed(4), ...backedUp(4, 0) }, null],
    ['waits after another', { ...changed(5), ...backedUp(4, NOW - 1) }, BACKUP_INTERVAL_MS - 1],
    ['is due after the wait', { ...changed(5), ...backedUp(4, NOW - BACKUP_INTERVAL_MS) }, 0],
    ['does not wait for a clock that was set back', { ...changed(5), ...backedUp(4, NOW + 9 * DAY) }, 0],
    ['is due where records are damaged', { ...changed(5), [RECORDS.backup]: 'x' }, 0],
  ])('%s', (_what, kept, expected) => {
    expect(backupDueIn(kept, NOW)).toBe(expected);
  });
});

describe('the reminder', () => {
  it.each([
    ['is quiet where nothing was ever changed', {}, false],
    ['is quiet at the start', changed(49), false],
    ['comes after 50 changes', changed(50), true],
    ['comes 30 days after the first change', changed(1, NOW - 30 * DAY), true],
    ['counts from the last export', { ...changed(80), ...exported(31, NOW - DAY) }, false],
    ['comes again', { ...changed(81), ...exported(31, NOW - DAY) }, true],
    ['comes 30 days after it', { ...changed(32), ...exported(31, NOW - 30 * DAY) }, true],
    ['is quiet while the export has all', { ...changed(31), ...exported(31, NOW - 90 * DAY) }, false],
    ['stays away when sent away', { ...changed(90), ...dismissed(90, NOW) }, false],
    ['stays away for long only', { ...changed(140), ...dismissed(90, NOW) }, true],
    ['is not moved by a clock that was set back', { ...changed(10), ...exported(2, NOW + 90 * DAY) }, false],
  ])('%s', (_what, kept, expected) => {
    expect(shouldRemind(kept, NOW)).toBe(expected);
  });
});
