import { describe, expect, it } from 'vitest';
import type { CardState } from '../../components/card';
import type { CardData } from '../../core/card';
import type { Result } from '../../messaging/result';
import type { Call } from '../call';
import { mentionOf } from '../testing';
import { CardContents } from './card-contents';

function dataOf(id: string, facts: Partial<CardData> = {}): CardData {
  const paper = {
    id,
    title: `Paper ${id}`,
    otherTitles: [],
    abstract: null,
    authors: [],
    year: null,
    month: null,
    venue: null,
    arxiv: null,
    doi: null,
    url: null,
    pdf: null,
    code: null,
  };
  return { paper, origin: 'corpus', sources: [], rule: null, summary: null, kin: [], status: null, ...facts };
}

const ready = (id: string, facts?: Partial<CardData>): CardState => ({
  kind: 'ready',
  data: dataOf(id, facts),
});

/** A card whose background answers when told to. */
function setUp() {
  const calls: { name: string; params: unknown; answer: (reply: unknown) => Promise<void> }[] = [];
  let isGone = false;
  const call = ((name: string, params: unknown) =>
    new Promise<Result<unknown>>((resolve) => {
      calls.push({
        name,
        params,
        answer: async (reply) => {
          resolve(reply as Result<unknown>);
          await new Promise((done) => setTimeout(done));
        },
      });
    })) as unknown as Call;
  const contents = new CardContents({
    call,
    sourceUrl: () => 'https://example.org/',
    onChange: () => {},
    onUnreachable: () => {
      isGone = true;
    },
  });
  return { contents, calls, isGone: () => isGone };
}

const failure = (code: string) => ({ ok: false, error: { code, message: '' } });
const idShown = ({ state }: CardContents) => (state?.kind === 'ready' ? state.data.paper.id : state?.kind);

const asked = (title: string) => ({ ref: { mention: mentionOf(title) }, rule: null });

describe('CardContents', () => {
  it('shows the title at once and the paper when it comes', () => {
    const { contents } = setUp();
    contents.open(asked('A'), 'A', null);
    expect(contents.state).toEqual({ kind: 'loading', title: 'A' });
    contents.fill(ready('a'));
    expect(idShown(contents)).toBe('a');
  });

  it('goes to a kin and back, and a late answer does not pull the reader back', async () => {
    const { contents, calls } = setUp();
    contents.open(asked('A'), 'A', ready('a'));
    contents.openPaper('k');
    expect(contents.canGoBack).toBe(true);
    contents.fill(ready('a', { status: 'read' }));
    expect(idShown(contents)).toBe('loading');
    await calls[0]?.answer({ ok: true, value: dataOf('k') });
    expect(idShown(contents)).toBe('k');
    contents.back();
    expect(contents.state).toEqual(ready('a', { status: 'read' }));
    expect(contents.canGoBack).toBe(false);
  });

  it('drops the answer for a kin that was left', async () => {
    const { contents, calls } = setUp();
    contents.open(asked('A'), 'A', ready('a'));
    contents.openPaper('k');
    contents.open(asked('B'), 'B', ready('b'));
    await calls[0]?.answer({ ok: true, value: dataOf('k') });
    expect(idShown(contents)).toBe('b');
  });

  it('saves what it shows, once, and shows the status', async () => {
    const { contents, calls } = setUp();
    contents.open(asked('A'), 'A', ready('a'));
    void contents.save();
    void contents.save();
    expect(contents.saving).toBe('saving');
    expect(calls).toHaveLength(1);
    expect(calls[0]?.params).toEqual({
      ref: { mention: mentionOf('A') },
      sourceUrl: 'https://example.org/',
    });
    await calls[0]?.answer({ ok: true, value: { status: 'to-read' } });
    expect(contents.saving).toBe('idle');
    expect(contents.state).toEqual(ready('a', { status: 'to-read' }));
    await contents.save();
    expect(calls).toHaveLength(1);
  });

  it('says when a save failed, and lets the reader try again', async () => {
    const { contents, calls } = setUp();
    contents.open(asked('A'), 'A', ready('a'));
    void contents.save();
    await calls[0]?.answer(failure('storage'));
    expect(contents.saving).toBe('failed');
    void contents.save();
    expect(calls).toHaveLength(2);
  });

  it('saves nothing while it does not know what', async () => {
    const { contents, calls } = setUp();
    contents.open(asked('A'), 'A', null);
    await contents.save();
    expect(calls).toEqual([]);
  });

  it('does not show the end of one save on another paper', async () => {
    const { contents, calls } = setUp();
    contents.open(asked('A'), 'A', ready('a'));
    void contents.save();
    contents.open(asked('B'), 'B', ready('b'));
    await calls[0]?.answer(failure('storage'));
    expect(contents.saving).toBe('idle');
  });

  it('tells when the background is gone', async () => {
    const { contents, calls, isGone } = setUp();
    contents.open(asked('A'), 'A', ready('a'));
    void contents.save();
    await calls[0]?.answer(failure('unreachable'));
    expect(isGone()).toBe(true);
  });
});
