import { describe, expect, it } from 'vitest';
import { WrittenSummaries } from '../../store/written-summaries';
import { BrowserModel } from './browser-model';
import { stubSummarizer, type StubWish } from './summarizer-under-test';
import { connectWriter } from './writer';

const PAPER = {
  id: 'arxiv:1',
  title: 'Soups',
  abstract: 'We show that the average of weights does well. '.repeat(6),
};

function setUp(wish: StubWish = {}, isWanted = () => true) {
  const { api, log } = stubSummarizer(wish);
  const all = new Map<string, string>();
  const written = new WrittenSummaries({
    getItem: (name) => all.get(name) ?? null,
    setItem: (name, text) => void all.set(name, text),
    removeItem: (name) => void all.delete(name),
  });
  const write = connectWriter({ model: new BrowserModel(api), written, isWanted: async () => isWanted() });
  return { log, written, go: (change: object = {}, isClicked = false) => run(write, change, isClicked) };
}

async function run(write: ReturnType<typeof connectWriter>, change: object, isClicked: boolean) {
  const texts: string[] = [];
  const { signal } = new AbortController();
  const outcome = await write(
    { ...PAPER, ...change },
    { signal, isClicked, onText: (text) => texts.push(text) },
  );
  return { outcome, texts };
}

describe('a written summary', () => {
  it('comes in pieces after a word that it comes, and is remembered', async () => {
    const { go, log } = setUp();
    const first = await go();
    expect(first.outcome).toBe('written');
    expect(first.texts[0]).toBe('');
    expect(first.texts.at(-1)).toBe('It averages weights.');
    expect(await go()).toEqual({ outcome: 'written', texts: ['It averages weights.'] });
    expect(log.texts).toHaveLength(1);
    await go({ abstract: `${PAPER.abstract} And more.` });
    expect(log.texts).toHaveLength(2);
  });

  it.each([
    ['the reader does not want one', {}, false, {}],
    ['the browser has no model', { availability: 'unavailable' }, true, {}],
    ['there is no abstract', {}, true, { abstract: null }],
    ['the abstract is in another language', {}, true, { abstract: '我们研究模型的平均。'.repeat(40) }],
  ])('is not spoken of where %s', async (_what, wish, isWanted, change) => {
    const { go, log } = setUp(wish, () => isWanted);
    expect(await go(change)).toEqual({ outcome: 'off', texts: [] });
    expect(log.created).toEqual([]);
  });

  it('has nothing fetched without a click', async () => {
    const { go, log } = setUp({ availability: 'downloadable' });
    expect(await go()).toEqual({ outcome: 'needs-click', texts: [] });
    expect(log.created).toEqual([]);
    expect((await go({}, true)).outcome).toBe('written');
  });

  it('does not ask for click after click', async () => {
    const { go } = setUp({ create: new DOMException('', 'NotAllowedError') });
    expect((await go()).outcome).toBe('needs-click');
    expect((await go({}, true)).outcome).toBe('failed');
  });

  it('is not remembered where another window switched it off meanwhile', async () => {
    const wishes = [true, false];
    const { go, written } = setUp({}, () => wishes.shift() ?? false);
    expect((await go()).outcome).toBe('written');
    expect(written.find(PAPER)).toBeNull();
  });

  it('that failed is not remembered', async () => {
    const { go, written } = setUp({ pieces: ['It ', new Error('lost')] });
    expect((await go()).outcome).toBe('failed');
    expect(written.find(PAPER)).toBeNull();
  });
});
