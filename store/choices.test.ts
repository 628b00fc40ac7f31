import { expect, it } from 'vitest';
import { WHOLE_LIST } from '../core/reading-list/view';
import { DEFAULT_SETTINGS } from '../core/settings';
import { choicesIn, recordsOf } from './choices';
import { openDenials } from './denials';
import { changeViews } from './list-views';
import { readSettings, setSiteOff } from './settings';

function memory(kept: Record<string, unknown>) {
  return {
    get: async (keys: string[]) => Object.fromEntries(keys.map((key) => [key, kept[key]])),
    set: async (items: Record<string, unknown>) => void Object.assign(kept, items),
    remove: async (key: string) => void delete kept[key],
  };
}
const denialsOf = (kept: Record<string, unknown>) =>
  openDenials({
    get: async (key) => kept[key],
    set: async (key, value) => void (kept[key] = value),
    remove: async (key) => void delete kept[key],
  });

it('finds what the stores have written, and nothing else', async () => {
  const kept: Record<string, unknown> = { welcomed: true, settings: { marks: false } };
  await setSiteOff(memory(kept), 'b.example', true);
  await setSiteOff(memory(kept), 'a.example', true);
  await denialsOf(kept).set('https://a.example/', 'arxiv:1', true);
  expect(choicesIn(kept)).toEqual({
    settings: { ...DEFAULT_SETTINGS, marks: false },
    offSites: ['a.example', 'b.example'],
    denied: new Map([['https://a.example/', ['arxiv:1']]]),
    views: [],
  });
});

it('is nothing where nothing, or something odd, is kept', () => {
  for (const kept of [{}, { 'off ': true, 'off x': 'yes', settings: 7 }]) {
    expect(choicesIn(kept)).toEqual({
      settings: DEFAULT_SETTINGS,
      offSites: [],
      denied: new Map(),
      views: [],
    });
  }
});

it('adds to what is kept, and the stores read it', async () => {
  const kept: Record<string, unknown> = {
    'off old.example': true,
    'not-this-paper https://a.example/': ['arxiv:1'],
  };
  const choices = {
    settings: { ...DEFAULT_SETTINGS, openDelayMs: 600 },
    offSites: ['new.example'],
    denied: new Map([['https://a.example/', ['arxiv:1', 'arxiv:2']]]),
    views: [],
  };
  Object.assign(kept, recordsOf(choices, kept));
  expect(choicesIn(kept).offSites).toEqual(['new.example', 'old.example']);
  expect(await readSettings(memory(kept), 'new.example')).toMatchObject({ openDelayMs: 600, isOff: true });
  expect(await denialsOf(kept).of('https://a.example/')).toEqual(new Set(['arxiv:1', 'arxiv:2']));
});

it.each([
  ['settings', { settings: { version: 2 } }],
  ['views', { 'list-views': { version: 2, views: [] } }],
])('replaces no %s of a newer Paperkin, and then keeps nothing at all', (_what, kept) => {
  const views = [{ name: 'Mine', view: WHOLE_LIST }];
  const choices = { settings: DEFAULT_SETTINGS, offSites: ['a.example'], denied: new Map(), views };
  expect(() => recordsOf(choices, kept)).toThrow('newer Paperkin');
});

it('changes no views that a newer Paperkin keeps in another way', async () => {
  const kept = { 'list-views': { version: 2, views: [] } };
  const change = { from: null, to: { name: 'Mine', view: WHOLE_LIST } };
  await expect(changeViews(memory(kept), change)).rejects.toThrow('newer Paperkin');
  expect(kept).toEqual({ 'list-views': { version: 2, views: [] } });
});

it('keeps no more denials of a page than are kept of any', () => {
  const many = Array.from({ length: 150 }, (_, index) => `old:${index}`);
  const more = many.map((id) => id.replace('old', 'new'));
  const page = 'not-this-paper https://a.example/';
  const choices = {
    settings: DEFAULT_SETTINGS,
    offSites: [],
    denied: new Map([['https://a.example/', more]]),
    views: [],
  };
  expect(recordsOf(choices, { [page]: many })[page]).toHaveLength(200);
});

it('brings views beside those that are kept, none in the place of another, and none twice', async () => {
  const kept: Record<string, unknown> = {};
  const stars = { name: 'Mine', view: { ...WHOLE_LIST, starredOnly: true } };
  await changeViews(memory(kept), { from: null, to: stars });
  const brought = { name: 'mine', view: { ...WHOLE_LIST, status: 'read' as const } };
  const choices = { settings: DEFAULT_SETTINGS, offSites: [], denied: new Map(), views: [stars, brought] };
  for (let time = 0; time < 2; time++) Object.assign(kept, recordsOf(choices, kept));
  expect(choicesIn(kept).views).toEqual([stars, { ...brought, name: 'mine (2)' }]);
  Object.assign(kept, recordsOf({ ...choices, views: [] }, kept));
  expect(choicesIn(kept).views).toHaveLength(2);
});
