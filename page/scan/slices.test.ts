import { describe, expect, it, vi } from 'vitest';
import { runEagerly, walkInSlices } from './slices';

/** A clock on which each visited item costs a millisecond, and free time that comes at once. */
function bench() {
  let time = 0;
  let slices = 0;
  return {
    now: () => time,
    cost: (ms: number) => void (time += ms),
    runLater: (task: () => void) => {
      slices++;
      queueMicrotask(task);
    },
    slices: () => slices,
  };
}

function* broken() {
  yield 1;
  throw new Error('odd mark-up');
}

describe('walkInSlices', () => {
  it('visits everything in order, eight milliseconds at a time', async () => {
    const b = bench();
    const seen: number[] = [];
    const items = Array.from({ length: 80 }, (_, i) => i);
    const spent = await walkInSlices(
      items,
      (item) => {
        seen.push(item);
        b.cost(1);
      },
      { ...b, signal: new AbortController().signal },
    );
    expect(seen).toEqual(items);
    // The tenth slice is full; it takes an eleventh to learn that there is no more.
    expect(b.slices()).toBe(11);
    expect(spent).toBe(80);
  });

  it('needs a single slice for a page without papers', async () => {
    const b = bench();
    await walkInSlices([], () => {}, { ...b, signal: new AbortController().signal });
    expect(b.slices()).toBe(1);
  });

  it('looks no further after an abort', async () => {
    const b = bench();
    const stop = new AbortController();
    let seen = 0;
    const endless = {
      *[Symbol.iterator]() {
        while (true) yield 0;
      },
    };
    await walkInSlices(
      endless,
      () => {
        b.cost(8);
        if (++seen === 3) stop.abort();
      },
      { ...b, signal: stop.signal },
    );
    expect(seen).toBe(3);
  });

  it('keeps what it found when the page breaks the walk', async () => {
    const b = bench();
    const seen: number[] = [];
    await walkInSlices(broken(), (item) => seen.push(item), { ...b, signal: new AbortController().signal });
    expect(seen).toEqual([1]);
  });
});

describe('runEagerly', () => {
  it('runs the first task at once and the others in later turns, in their order', async () => {
    const ran: number[] = [];
    const runLater = runEagerly();
    for (const task of [1, 2, 3]) runLater(() => void ran.push(task));
    expect(ran).toEqual([1]);
    await vi.waitFor(() => expect(ran).toEqual([1, 2, 3]));
  });
});
