import { describe, expect, it } from 'vitest';
import { mainThreadOf, type TraceEvent } from './main-thread';

const PAGE = 'https://arxiv.org/list';
const event = (name: string, ts: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts,
  ...more,
});
const task = (ts: number, ms: number, more: Partial<TraceEvent> = {}) =>
  event('RunTask', ts, { dur: ms * 1_000, ...more });
const call = (ts: number, ms: number, url?: string) =>
  event('FunctionCall', ts, { dur: ms * 1_000, args: { data: url === undefined ? {} : { url } } });
const OURS = 'chrome-extension://abc/paperkin.js';
const PARSING = event('ParseHTML', 100, { args: { beginData: { url: PAGE } } });

describe('mainThreadOf', () => {
  it('adds up the stretches of our scripts, those within another once, and no others', () => {
    const events = [
      PARSING,
      call(300, 30, OURS),
      call(1_000, 5, OURS),
      call(200_000, 90, PAGE),
      call(300_000, 12),
      event('RunPostTaskCallback', 400_000, { dur: 8_000 }),
      call(400_100, 7, OURS),
    ];
    expect(mainThreadOf(events, PAGE)).toMatchObject({ longestOursMs: 30, oursMs: 50 });
  });

  it('takes tasks after the document, and the first picture of it', () => {
    const events = [
      PARSING,
      task(200, 90),
      event('Commit', 300, { dur: 10 }),
      event('MarkDOMContent', 200_000),
      task(300_000, 20),
      event('Commit', 310_000, { dur: 2_000 }),
    ];
    expect(mainThreadOf(events, PAGE)).toMatchObject({ longestMs: 20, firstFrameMs: 112 });
  });

  it('leaves other threads and what came before the page out', () => {
    const events = [
      task(0, 500),
      call(10, 5, OURS),
      PARSING,
      event('MarkDOMContent', 150),
      task(200, 300, { tid: 2 }),
      task(200, 1),
    ];
    expect(mainThreadOf(events, PAGE)).toEqual({
      longestMs: 1,
      longestOursMs: 0,
      oursMs: 0,
      firstFrameMs: null,
    });
  });

  it('knows when the page is not in it', () => {
    expect(mainThreadOf([task(0, 5)], PAGE)).toBeNull();
  });
});
