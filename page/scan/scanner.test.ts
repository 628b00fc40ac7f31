// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../call';
import { mentionOf, resolutionOf } from '../testing';
import { Registry } from './registry';
import { FIRST_MENTIONS, Scanner } from './scanner';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(code: 'unreachable' | null = null) {
  document.body.innerHTML = '<h2>A</h2>';
  const registry = new Registry();
  const stop = new AbortController();
  const sent: (string | null)[][] = [];
  const events: string[] = [];
  const atOnce = { now: 0, max: 0 };
  const call = (async (_name: string, { mentions }: { mentions: { title: string }[] }) => {
    sent.push(mentions.map(({ title }) => title));
    atOnce.max = Math.max(atOnce.max, ++atOnce.now);
    await Promise.resolve();
    atOnce.now--;
    return code
      ? { ok: false, error: { code, message: '' } }
      : { ok: true, value: mentions.map(({ title }) => resolutionOf(title)) };
  }) as unknown as Call;
  const scanner = new Scanner({
    win: window,
    registry,
    hasText: () => false,
    call,
    signal: stop.signal,
    *readPage(_url, doc) {
      yield null;
      for (const heading of doc.querySelectorAll('h2')) {
        yield { mention: mentionOf(heading.textContent), target: [heading] };
      }
    },
    onChange: () => void events.push('change'),
    onUnreachable: () => void events.push('unreachable'),
    runLater: (task) => task(),
  });
  return { scanner, registry, stop, sent, events, atOnce };
}

describe('Scanner', () => {
  it('asks once for a page, and later only for what is new', async () => {
    const { scanner, registry, sent } = setUp();
    await scanner.scan();
    document.body.insertAdjacentHTML('beforeend', '<h2>B</h2>');
    scanner.nodesChanged();
    scanner.nodesChanged();
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual([['A'], ['B']]);
    expect(registry.all().map(({ resolution }) => resolution?.title)).toEqual(['A', 'B']);
  });

  it('scans once more for changes that came during a scan', async () => {
    const { scanner, sent } = setUp();
    const scanning = scanner.scan();
    document.body.insertAdjacentHTML('beforeend', '<h2>B</h2>');
    scanner.nodesChanged();
    await scanning;
    expect(sent).toEqual([['A']]);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual([['A'], ['B']]);
  });

  it('scans a flood of empty changes ever more seldom', async () => {
    const { scanner, events } = setUp();
    await scanner.scan();
    for (let i = 0; i < 600; i++) {
      scanner.nodesChanged();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(events.length).toBeGreaterThan(3);
    expect(events.length).toBeLessThan(12);
  });

  it('is quick again once the page stood still', async () => {
    const { scanner, sent } = setUp();
    await scanner.scan();
    for (let i = 0; i < 100; i++) {
      scanner.nodesChanged();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(60_000);
    document.body.insertAdjacentHTML('beforeend', '<h2>B</h2>');
    scanner.nodesChanged();
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual([['A'], ['B']]);
  });

  it('is quick for a known title that was written over, on a page that never rests, and not put off by it', async () => {
    const { scanner, sent } = setUp();
    await scanner.scan();
    for (let i = 0; i < 100; i++) {
      scanner.nodesChanged();
      await vi.advanceTimersByTimeAsync(100);
    }
    const heading = document.querySelector('h2') ?? document.body;
    heading.textContent = 'B';
    for (let i = 0; i < 12; i++) {
      scanner.nodesChanged([heading]);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(sent).toEqual([['A'], ['B']]);
  });

  it('asks for everything again when the list changed', async () => {
    const { scanner, sent } = setUp();
    await scanner.scan();
    await scanner.resolveAll();
    expect(sent).toEqual([['A'], ['A']]);
  });

  it('asks for one answer after the other', async () => {
    const { scanner, sent, atOnce } = setUp();
    await scanner.scan();
    await Promise.all([scanner.resolveAll(), scanner.resolveAll()]);
    expect(sent).toHaveLength(3);
    expect(atOnce.max).toBe(1);
  });

  it('has the first of a long page answered and shown while it still reads the rest', async () => {
    const { scanner, registry, sent, events } = setUp();
    document.body.innerHTML = Array.from({ length: FIRST_MENTIONS * 3 }, (_, n) => `<h2>${n}</h2>`).join('');
    await scanner.scan();
    expect(sent.map(({ length }) => length)).toEqual([FIRST_MENTIONS, FIRST_MENTIONS * 2]);
    expect(events).toEqual(['change', 'change']);
    expect(registry.all().every(({ resolution }) => resolution)).toBe(true);
  });

  it('keeps what it knows of the rest of a long page while it asks for new entries before it', async () => {
    const { scanner, registry, sent } = setUp();
    await scanner.scan();
    const fresh = Array.from({ length: FIRST_MENTIONS + 1 }, (_, n) => `<h2>${n}</h2>`).join('');
    document.body.insertAdjacentHTML('afterbegin', fresh);
    await scanner.scan();
    expect(sent.map(({ length }) => length)).toEqual([1, FIRST_MENTIONS, 1]);
    expect(registry.inPageOrder().at(-1)?.resolution?.title).toBe('A');
  });

  it('asks early once, however many known entries follow the new ones', async () => {
    const { scanner, registry } = setUp();
    document.body.innerHTML = '<h2>A</h2><h2>B</h2><h2>C</h2>';
    await scanner.scan();
    const fresh = Array.from({ length: FIRST_MENTIONS }, (_, n) => `<h2>${n}</h2>`).join('');
    document.body.insertAdjacentHTML('afterbegin', fresh);
    const filings = vi.spyOn(registry, 'fileSoFar');
    await scanner.scan();
    expect(filings).toHaveBeenCalledTimes(1);
  });

  it('tells when the background is gone', async () => {
    const { scanner, events } = setUp('unreachable');
    await scanner.scan();
    expect(events).toEqual(['unreachable']);
  });

  it('does nothing after the end', async () => {
    const { scanner, stop, sent } = setUp();
    scanner.nodesChanged();
    stop.abort();
    scanner.nodesChanged();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
  });
});
