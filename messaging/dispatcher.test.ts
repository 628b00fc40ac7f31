import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sampleMention, samplePaper } from '../tests/samples/papers';
import { freshEntry, NOTE_LENGTH_MAX } from '../core/reading-list/entry';
import { TAG_LENGTH_MAX } from '../core/reading-list/tags';
import { createDispatcher, type Handlers } from './dispatcher';
import { PARAMS } from './schemas';

type Sender = 'page' | 'popup';

const handler = async () => null as never;
const handlers = Object.fromEntries(
  Object.keys(PARAMS).map((name) => [name, handler]),
) as unknown as Handlers;
const throwsAtOnce = () => {
  throw new Error('at once');
};
const onDefect = vi.fn<(error: unknown) => void>();

function send(call: unknown, params: unknown, sender: Sender = 'popup', own: Partial<Handlers> = {}) {
  const dispatch = createDispatcher<Sender>({
    handlers: { ...handlers, ...own },
    isExtensionPage: (from) => from === 'popup',
    onDefect,
  });
  return dispatch({ paperkin: 1, call, params }, sender);
}

const mention = sampleMention({ title: 'On Ropes' });
const entry = { ...freshEntry(samplePaper(), 1, null), tags: ['a/b'], note: '*n*' };

describe('a well-formed call', () => {
  it.each([
    ['page/resolve', { mentions: [mention] }],
    ['page/known-count', { count: 3 }],
    ['page/load-card-view', {}],
    ['paper/card', { ref: { mention } }],
    ['paper/card', { ref: { paperId: 'arxiv:2401.00001' } }],
    ['list/save', { ref: { mention }, sourceUrl: 'https://arxiv.org/' }],
    ['list/set-status', { paperId: 'x', status: 'reading' }],
    ['list/all', {}],
    [
      'list/edit',
      { edits: [{ paperIds: ['x'], change: { starred: true, openedAt: null, addTags: ['a'] } }] },
    ],
    ['list/remove', { paperIds: ['x'] }],
    ['list/restore', { entries: [entry] }],
    ['list/revert', { joined: [{ before: null, after: entry }] }],
    ['search', { query: 'ropes', limit: 5 }],
    ['corpora/all', {}],
    ['corpora/change', { corpusId: 'x', name: 'Field', enabled: null }],
    ['corpora/remove', { corpusId: 'x' }],
    ['corpora/abandon', { corpusId: 'x' }],
    ['corpora/errors', { corpusId: 'x' }],
    ['corpora/changed', {}],
    ['health', {}],
  ])('%s reaches its handler', async (call, params) => {
    const own = vi.fn<(params: unknown) => Promise<never>>(async () => 'answer' as never);
    expect(await send(call, params, 'popup', { [call]: own })).toEqual({ ok: true, value: 'answer' });
    expect(own).toHaveBeenCalledWith(params, 'popup');
  });

  it.each([
    ['page/resolve', { mentions: [] }, true],
    ['page/known-count', { count: 0 }, true],
    ['page/load-card-view', {}, true],
    ['paper/card', { ref: { mention } }, true],
    ['list/save', { ref: { mention }, sourceUrl: null }, true],
    ['list/set-status', { paperId: 'x', status: 'read' }, true],
    ['list/all', {}, false],
    ['list/edit', { edits: [] }, false],
    ['list/remove', { paperIds: ['x'] }, false],
    ['list/restore', { entries: [entry] }, false],
    ['list/revert', { joined: [{ before: null, after: entry }] }, false],
    ['search', { query: 'ropes', limit: 5 }, false],
    ['corpora/all', {}, false],
    ['corpora/change', { corpusId: 'x', name: null, enabled: false }, false],
    ['corpora/remove', { corpusId: 'x' }, false],
    ['corpora/abandon', { corpusId: 'x' }, false],
    ['corpora/errors', { corpusId: 'x' }, false],
    ['corpora/changed', {}, false],
    ['health', {}, false],
  ])('%s from a content script: allowed is %s', async (call, params, allowed) => {
    const reply = await send(call, params, 'page');
    expect(reply).toMatchObject(allowed ? { ok: true } : { ok: false, error: { code: 'forbidden' } });
  });
});

const edit = (change: object) => ({ edits: [{ paperIds: ['x'], change }] });

describe('a content script', () => {
  const OPEN = new Set([
    'page/resolve',
    'page/scan-text',
    'page/known-count',
    'page/load-card-view',
    'page/visited',
    'paper/card',
    'paper/deny',
    'list/save',
    'list/set-status',
  ]);

  it.each(Object.keys(PARAMS).filter((call) => !OPEN.has(call)))(
    'may not %s, whatever it says: it is told so before that is read',
    async (call) => {
      const asked = vi.fn<() => Promise<never>>(handler);
      for (const params of [{}, null, { paperIds: ['a'] }]) {
        const reply = await send(call, params, 'page', { [call]: asked });
        expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      }
      expect(asked).not.toHaveBeenCalled();
    },
  );
});

describe('a malformed call', () => {
  const tooMany = Array.from({ length: 5_001 }, () => mention);
  it.each([
    ['none', undefined, 'call'],
    ['toString', {}, 'call'],
    ['__proto__', {}, 'call'],
    [['health'], {}, 'call'],
    ['health', null, 'params'],
    ['health', { extra: 1 }, 'extra'],
    ['page/resolve', {}, 'mentions'],
    ['page/resolve', { mentions: 'all' }, 'mentions'],
    ['page/resolve', { mentions: tooMany }, 'mentions'],
    ['page/resolve', { mentions: [mention, { ...mention, title: 5 }] }, 'mentions.1.title'],
    ['page/resolve', { mentions: [{ ...mention, title: 'x'.repeat(1_001) }] }, 'mentions.0.title'],
    ['page/resolve', { mentions: [{ ...mention, abstract: 'x'.repeat(20_001) }] }, 'mentions.0.abstract'],
    ['page/resolve', { mentions: [{ ...mention, authors: Array(201).fill('A') }] }, 'mentions.0.authors'],
    ['page/resolve', { mentions: [{ ...mention, year: 1.5 }] }, 'mentions.0.year'],
    ['page/resolve', { mentions: [{ ...mention, html: '<b>' }] }, 'mentions.0.html'],
    ['page/resolve', { mentions: [sampleMention({})] }, 'a title, an arXiv id, a DOI or an address'],
    ['paper/card', { ref: { mention, paperId: 'x' } }, 'ref'],
    ['page/known-count', { count: -1 }, 'count'],
    ['list/set-status', { paperId: 'x', status: 'burnt' }, 'status'],
    ['list/restore', { entries: [{ ...entry, paper: { id: 'x' } }] }, 'entries.0.paper'],
    ['list/revert', { joined: [{ before: null, after: null }] }, 'joined.0.after'],
    ['list/edit', edit({ priority: 4 }), 'edits.0.change.priority'],
    ['list/edit', edit({ note: 'x'.repeat(NOTE_LENGTH_MAX + 1) }), 'edits.0.change.note'],
    ['list/edit', edit({ tags: ['x'.repeat(TAG_LENGTH_MAX + 1)] }), 'edits.0.change.tags.0'],
    ['list/edit', edit({ paper: {} }), 'edits.0.change.paper'],
    ['list/remove', { paperIds: Array(50_001).fill('x') }, 'paperIds'],
    ['search', { query: 'x', limit: 0 }, 'limit'],
    ['search', { query: 'x', limit: Infinity }, 'limit'],
  ])('%j is refused with the place of the fault', async (call, params, place) => {
    const reply = await send(call, params);
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(reply?.ok === false && reply.error.message).toContain(place);
    expect(JSON.stringify(reply).length).toBeLessThan(500);
  });

  it.each([
    [undefined],
    [null],
    ['health'],
    [{}],
    [{ call: 'health', params: {} }],
    [{ paperkin: 2, call: 'health' }],
    [{ paperkin: 1, tabCall: 'tab/papers' }],
  ])('leaves %j to whom it is for', (message) => {
    const dispatch = createDispatcher({ handlers, isExtensionPage: () => true, onDefect });
    expect(dispatch(message, null)).toBeUndefined();
  });

  it('never throws and never rejects, whatever arrives', async () => {
    const dispatch = createDispatcher({ handlers, isExtensionPage: () => true, onDefect });
    const call = fc.oneof(fc.constantFrom(...Object.keys(PARAMS)), fc.jsonValue());
    const envelope = fc.record({ paperkin: fc.constant(1), call, params: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), envelope), async (message) => {
        const reply = await dispatch(message, null);
        expect(reply === undefined || typeof reply.ok === 'boolean').toBe(true);
        expect(JSON.parse(JSON.stringify(reply ?? null))).toEqual(reply ?? null);
      }),
    );
  });
});

describe('a handler that throws', () => {
  it.each([
    [
      'expected trouble',
      Object.assign(new Error('gone'), { code: 'not-found' }),
      { code: 'not-found', message: 'gone' },
      0,
    ],
    [
      'a defect',
      new TypeError('x is not a function'),
      { code: 'internal', message: 'x is not a function' },
      1,
    ],
    [
      'a code that is not of the wire',
      Object.assign(new Error('no file'), { code: 'ENOENT' }),
      { code: 'internal', message: 'no file' },
      1,
    ],
    ['something that is no error', 'a string', { code: 'internal', message: 'a string' }, 1],
  ])('%s becomes a reply', async (_what, thrown, error, defects) => {
    onDefect.mockClear();
    const health = async () => {
      throw thrown;
    };
    expect(await send('health', {}, 'popup', { health })).toEqual({ ok: false, error });
    expect(onDefect).toHaveBeenCalledTimes(defects);
  });

  it('also when it throws before it has a promise', async () => {
    expect(await send('health', {}, 'popup', { health: throwsAtOnce })).toMatchObject({
      error: { code: 'internal' },
    });
  });
});
