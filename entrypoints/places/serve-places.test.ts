import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadPlaces } from '../own-scripts/load-script';
import { showSaved } from '../toolbar/badge';
import { answering } from './call-under-test';
import { answerPlaces } from './places';
import { servePlaces } from './serve-places';

type Listener = (...told: unknown[]) => void;
const { listeners, event, menu } = vi.hoisted(() => {
  const added = new Map<string, Listener>();
  const named = (name: string) => ({
    addListener: (listener: Listener) => {
      const others = added.get(name);
      added.set(name, (...told) => {
        others?.(...told);
        listener(...told);
      });
    },
  });
  return { listeners: added, event: named, menu: { items: [] as string[] } };
});
vi.mock('wxt/browser', () => ({
  browser: {
    i18n: { getMessage: (key: string) => key },
    runtime: { onInstalled: event('installed'), onStartup: event('startup') },
    contextMenus: {
      onClicked: event('menu'),
      removeAll: async () => void (menu.items = []),
      create: ({ id }: { readonly id: string }) => void menu.items.push(id),
    },
    commands: { onCommand: event('key') },
    omnibox: {
      setDefaultSuggestion: () => undefined,
      onInputStarted: event('started'),
      onInputChanged: event('changed'),
      onInputEntered: event('entered'),
    },
  },
}));
vi.mock('../../messaging/tab-client', () => ({ callTab: async () => ({ ok: true, value: [] }) }));
vi.mock('../own-scripts/load-script', () => ({ loadPlaces: vi.fn<typeof loadPlaces>() }));
vi.mock('../toolbar/badge', () => ({ showSaved: vi.fn<typeof showSaved>(async () => {}) }));

const TAB = { id: 7, url: 'https://notes.example/june', title: 'June' };
const report = vi.fn<(error: unknown) => void>();
type How = readonly [event: string, told: readonly unknown[]];
const CLICK: How = ['menu', [{ menuItemId: 'save-here', selectionText: 'Soups' }, TAB]];
const KEY: How = ['key', ['save-page', TAB]];

beforeEach(() => servePlaces(answering({}), report));
afterEach(() => {
  vi.clearAllMocks();
  listeners.clear();
  menu.items = [];
});

async function saidAfter([name, told]: How) {
  listeners.get(name)?.(...told);
  await vi.waitFor(() => expect(showSaved).toHaveBeenCalledOnce());
  return vi.mocked(showSaved).mock.calls[0]?.slice(0, 2);
}

it.each([CLICK, KEY])(
  'says at the %s that nothing was saved where its own script does not load',
  async (...how) => {
    const error = new Error('no such file');
    vi.mocked(loadPlaces).mockRejectedValueOnce(error);
    expect(await saidAfter(how)).toEqual([{ kind: 'failed' }, TAB.id]);
    expect(report).toHaveBeenCalledWith(error);
  },
);

it.each([CLICK, KEY])('says at the %s what became of saving', async (...how) => {
  vi.mocked(loadPlaces).mockResolvedValueOnce(answerPlaces());
  expect(await saidAfter(how)).toEqual([{ kind: 'none' }, TAB.id]);
  expect(report).not.toHaveBeenCalled();
});

it('has one item in the menu, also where two updates come in one moment', async () => {
  for (const reason of ['install', 'chrome_update']) listeners.get('installed')?.({ reason });
  await vi.waitFor(() => expect(menu.items.length).toBeGreaterThan(0));
  await new Promise((done) => setTimeout(done, 20));
  expect(menu.items).toEqual(['save-here']);
});
