import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, OPEN_DELAYS_MS, settingsOf, siteOf } from './settings';

describe('settingsOf', () => {
  it.each([undefined, null, {}, [], 'no', 7])('is the defaults where %j is kept', (kept) => {
    expect(settingsOf(kept)).toEqual(DEFAULT_SETTINGS);
  });

  it.each(OPEN_DELAYS_MS)('keeps what the reader chose, a delay of %i ms too', (openDelayMs) => {
    const chosen = {
      marks: false,
      openDelayMs,
      onlyWithAlt: true,
      readingOnOpen: false,
      modelSummary: true,
      keepVisited: true,
      visitedDays: 365,
    };
    expect(settingsOf(chosen)).toEqual(chosen);
  });

  it.each([null, 'no', -5, 1e9, Number.NaN, {}, []])('takes the default for %j', (odd) => {
    const names = Object.keys(DEFAULT_SETTINGS);
    expect(settingsOf(Object.fromEntries(names.map((name) => [name, odd])))).toEqual(DEFAULT_SETTINGS);
  });
});

describe('siteOf', () => {
  it.each([
    ['https://arxiv.org/abs/2106.09685?x#y', 'arxiv.org'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['https://reader:word@www.example.org:444/', 'www.example.org'],
    ['file:///home/reader/notes.html', ''],
    ['about:blank', ''],
    ['no address', ''],
  ])('of %s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });
});
