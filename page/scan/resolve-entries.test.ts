import { describe, expect, it } from 'vitest';
import type { Params } from '../../messaging/protocol';
import type { ErrorCode } from '../../messaging/result';
import type { Call } from '../call';
import { mentionOf, resolutionOf } from '../testing';
import type { Entry } from './registry';
import { CHUNK_MENTIONS, resolveEntries } from './resolve-entries';

type Sent = Params<'page/resolve'>['mentions'];

const entryOf = (title: string, facts = {}): Entry => ({
  mention: mentionOf(title, facts),
  target: [],
  resolution: undefined,
});

/** A background that knows every title but those that say "unknown". */
function background(error: ErrorCode | null = null) {
  const sent: Sent[] = [];
  const call = ((_name: string, { mentions }: { mentions: Sent }) => {
    sent.push(mentions);
    if (error) return Promise.resolve({ ok: false, error: { code: error, message: '' } });
    const value = mentions.map(({ title }) =>
      title === null || title.startsWith('unknown') ? null : resolutionOf(title),
    );
    return Promise.resolve({ ok: true, value });
  }) as unknown as Call;
  return { call, sent };
}

describe('resolveEntries', () => {
  it('sends one message, each paper once, and answers every entry', async () => {
    const entries = [entryOf('A'), entryOf('unknown'), entryOf('A'), entryOf('B')];
    const { call, sent } = background();
    expect(await resolveEntries(entries, call)).toBe(true);
    expect(sent.map((mentions) => mentions.map(({ title }) => title))).toEqual([['A', 'unknown', 'B']]);
    expect(entries.map(({ resolution }) => resolution?.title ?? null)).toEqual(['A', null, 'A', 'B']);
  });

  it('tells apart papers that share a title but not an id', async () => {
    const { call, sent } = background();
    await resolveEntries([entryOf('A', { arxiv: '2101.00001' }), entryOf('A')], call);
    expect(sent[0]).toHaveLength(2);
  });

  it('tells apart papers that share a title but not their page', async () => {
    const { call, sent } = background();
    const pages = ['https://openreview.net/forum?id=one', 'https://openreview.net/forum?id=other'];
    await resolveEntries(
      pages.map((url) => entryOf('A', { url })),
      call,
    );
    expect(sent[0]?.map(({ url }) => url)).toEqual(pages);
  });

  it('leaves the abstracts at home', async () => {
    const { call, sent } = background();
    const entry = entryOf('A', { abstract: 'Long.' });
    await resolveEntries([entry], call);
    expect(sent[0]?.[0]?.abstract).toBeNull();
    expect(entry.mention.abstract).toBe('Long.');
  });

  it('cuts a huge page into messages of bounded size', async () => {
    const { call, sent } = background();
    const entries = Array.from({ length: CHUNK_MENTIONS * 2 + 1 }, (_, i) => entryOf(`T${i}`));
    await resolveEntries(entries, call);
    expect(sent.map(({ length }) => length)).toEqual([CHUNK_MENTIONS, CHUNK_MENTIONS, 1]);
    expect(entries.at(-1)?.resolution?.title).toBe(`T${CHUNK_MENTIONS * 2}`);
  });

  it('says so when the background is gone', async () => {
    expect(await resolveEntries([entryOf('A')], background('unreachable').call)).toBe(false);
  });

  it('takes nothing back for other trouble', async () => {
    const [known, unasked] = [entryOf('A'), entryOf('B')];
    await resolveEntries([known], background().call);
    expect(await resolveEntries([known, unasked], background('storage').call)).toBe(true);
    expect(known.resolution?.title).toBe('A');
    expect(unasked.resolution).toBeUndefined();
  });
});
