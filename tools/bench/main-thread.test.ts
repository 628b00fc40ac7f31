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
const call = (ts: number, url: string) => event('FunctionCall', ts, { args: { data: { url } } });
const PARSING = event('ParseHTML', 100, { args: { beginData: { url: PAGE } } });

describe('mainThreadOf', () => {
  it('takes tasks with a script of the extension for ours, and those after the document for the longest', () => {
    const events = [
      PARSING,
      task(200, 90),
      call(300, 'chrome-extension://abc/paperkin.js'),
      event('MarkDOMContent', 200_000),
      task(300_000, 20),
      call(300_001, 'chrome-extension://abc/paperkin.js'),
      task(400_000, 40),
      call(400_001, PAGE),
    ];
    expect(mainThreadOf(events, PAGE)).toEqual({ longestMs: 40, longestOursMs: 90, oursMs: 110 });
  });

  it('leaves other threads and what came before the page out', () => {
    const events = [task(0, 500), PARSING, task(200, 300, { tid: 2 }), task(200, 1)];
    expect(mainThreadOf(events, PAGE)).toEqual({ longestMs: 1, longestOursMs: 0, oursMs: 0 });
  });

  it('knows when the page is not in it', () => {
    expect(mainThreadOf([task(0, 5)], PAGE)).toBeNull();
  });
});
