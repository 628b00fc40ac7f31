import { describe, expect, it, vi } from 'vitest';
import { BrowserModel } from './browser-model';
import { stubSummarizer, type StubWish } from './summarizer-under-test';

const TASK = { text: 'We average weights.', context: 'An abstract.' };

async function write(wish: StubWish, signal = new AbortController().signal) {
  const { api, log } = stubSummarizer(wish);
  const texts: string[] = [];
  const outcome = await new BrowserModel(api).write(TASK, signal, (text) => texts.push(text));
  return { outcome, texts, log };
}

describe('readiness', () => {
  it.each([
    ['available', 'ready'],
    ['downloadable', 'to-fetch'],
    ['downloading', 'to-fetch'],
    ['unavailable', 'absent'],
    ['readily', 'absent'],
    [new Error('NotSupportedError'), 'absent'],
  ])('of a browser that says %s is %s', async (availability, readiness) => {
    const model = new BrowserModel(stubSummarizer({ availability }).api);
    expect(await model.readiness()).toBe(readiness);
  });

  it('is absent in a browser without one', async () => {
    expect(await BrowserModel.ofWindow().readiness()).toBe('absent');
    expect(await new BrowserModel(null).write(TASK, new AbortController().signal, () => {})).toBe('failed');
  });

  it('is that of the window', async () => {
    vi.stubGlobal('Summarizer', stubSummarizer({ availability: 'downloadable' }).api);
    expect(await BrowserModel.ofWindow().readiness()).toBe('to-fetch');
    vi.unstubAllGlobals();
  });
});

describe('fetch', () => {
  it('tells how much of the model is there', async () => {
    const { api, log } = stubSummarizer({ availability: 'downloadable' });
    const shares: number[] = [];
    const model = new BrowserModel(api);
    expect(await model.fetch(new AbortController().signal, (share) => shares.push(share))).toBe('ready');
    expect(shares).toEqual([0.5, 1]);
    await model.write(TASK, new AbortController().signal, () => {});
    expect(log.created).toHaveLength(1);
  });

  it('is cancelled, and can be begun anew', async () => {
    const { api } = stubSummarizer({ availability: 'downloadable' });
    const model = new BrowserModel(api);
    const first = new AbortController();
    expect(await model.fetch(first.signal, () => first.abort())).toBe('cancelled');
    expect(await model.fetch(new AbortController().signal, () => {})).toBe('ready');
  });

  it('leaves no ended session behind when the signal comes later', async () => {
    const { api, log } = stubSummarizer({});
    const model = new BrowserModel(api);
    const fetching = new AbortController();
    await model.fetch(fetching.signal, () => {});
    fetching.abort();
    await model.write(TASK, new AbortController().signal, () => {});
    expect(log.created).toHaveLength(2);
  });

  it('fails where the browser does', async () => {
    const { api } = stubSummarizer({ create: new DOMException('no space', 'OperationError') });
    expect(await new BrowserModel(api).fetch(new AbortController().signal, () => {})).toBe('failed');
  });
});

describe('write', () => {
  it('streams: all of the text each time there is more', async () => {
    const { outcome, texts, log } = await write({});
    expect(outcome).toBe('written');
    expect(texts).toEqual(['It ', 'It averages ', 'It averages weights.']);
    expect(log.texts).toEqual([TASK.text]);
    expect(log.contexts).toEqual([TASK.context]);
    expect(log.created[0]).toMatchObject({ type: 'tldr', format: 'plain-text', outputLanguage: 'en' });
  });

  it('stops a model that does not end', async () => {
    const { outcome, texts, log } = await write({ pieces: Array(50).fill('on and on and on ') });
    expect(outcome).toBe('written');
    expect(texts.at(-1)?.length).toBeLessThanOrEqual(600);
    expect(log.cancelled).toBe(1);
  });

  it('is cancelled when the paper is left', async () => {
    const leaving = new AbortController();
    const { api } = stubSummarizer({ pieces: ['It '], isEndless: true });
    const outcome = new BrowserModel(api).write(TASK, leaving.signal, () =>
      setTimeout(() => leaving.abort(), 0),
    );
    expect(await outcome).toBe('cancelled');
  });

  it.each([
    ['the stream breaks', { pieces: ['It ', new DOMException('filtered', 'NotReadableError')] }, 'failed'],
    ['nothing comes', { pieces: [] }, 'failed'],
    ['only blanks come', { pieces: [' ', '\n'] }, 'failed'],
    ['the model cannot be made', { create: new Error('OperationError') }, 'failed'],
    ['the browser wants a click', { create: new DOMException('', 'NotAllowedError') }, 'needs-click'],
  ])('says so when %s', async (_what, wish, expected) => {
    expect((await write(wish)).outcome).toBe(expected);
  });

  it('makes one session for many papers, and a new one after one that broke', async () => {
    const { api, log } = stubSummarizer({});
    const model = new BrowserModel(api);
    const go = () => model.write(TASK, new AbortController().signal, () => {});
    await go();
    await go();
    expect(log.created).toHaveLength(1);
    const broken = stubSummarizer({ pieces: [new Error('destroyed')] });
    const other = new BrowserModel(broken.api);
    await other.write(TASK, new AbortController().signal, () => {});
    await other.write(TASK, new AbortController().signal, () => {});
    expect(broken.log.created).toHaveLength(2);
  });
});
