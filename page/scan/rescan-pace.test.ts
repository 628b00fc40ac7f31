import { describe, expect, it } from 'vitest';
import { RescanPace, SETTLE_MS, WAIT_MAX_MS } from './rescan-pace';

describe('RescanPace', () => {
  it('looks again soon while scans bring news', () => {
    const pace = new RescanPace();
    for (let i = 0; i < 5; i++) pace.scanned(1, true);
    expect(pace.waitMs).toBe(SETTLE_MS);
  });

  it('takes no more than a tenth of the time, news or not', () => {
    const pace = new RescanPace();
    pace.scanned(100, true);
    expect(pace.waitMs).toBe(1_000);
  });

  it('backs off from a page that changes for nothing, and comes back for a new address', () => {
    const pace = new RescanPace();
    const waits = Array.from({ length: 10 }, () => {
      pace.scanned(1, false);
      return pace.waitMs;
    });
    expect(waits.slice(0, 3)).toEqual([400, 800, 1_600]);
    expect(waits.at(-1)).toBe(WAIT_MAX_MS);
    pace.addressChanged();
    expect(pace.waitMs).toBe(SETTLE_MS);
  });
});
