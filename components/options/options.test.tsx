// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { SYNC_OFF } from '../../core/sync/sync-state';
import en from '../../locales/en.json';
import { ok, refused } from '../../tests/popup/fake-ports';
import { Messages, translateFrom } from '../messages';
import { OptionsSection } from './options-section';
import { OptionsStore } from './options-store';
import { PARTS } from './parts';
import type { OptionsPorts } from './ports';

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 5)));
const text = () => document.body.textContent ?? '';
const button = (label: string) =>
  [...document.querySelectorAll('button')].find((each) =>
    [each.textContent, each.getAttribute('aria-label')].includes(label),
  );

async function open(part: string, changes: Partial<OptionsPorts> = {}) {
  let off = ['a.example', 'b.example'];
  const ports: OptionsPorts = {
    version: '0.1.4',
    sites: () => Promise.resolve({ here: null, everywhere: false, given: [] }),
    giveSite: vi.fn<OptionsPorts['giveSite']>(() => Promise.resolve(true)),
    takeBack: () => Promise.resolve(true),
    settings: () => Promise.resolve({ ...DEFAULT_SETTINGS, site: '', isOff: false, model: 'absent' }),
    changeSettings: vi.fn<OptionsPorts['changeSettings']>(() => ok(null)),
    setSiteOff: vi.fn<OptionsPorts['setSiteOff']>((site) => {
      off = off.filter((each) => each !== site);
      return ok(null);
    }),
    fetchModel: () => Promise.resolve('ready'),
    visited: () => ok({ papers: 0, bytes: 0 }),
    clearVisited: vi.fn<OptionsPorts['clearVisited']>(() => ok(null)),
    offSites: () => Promise.resolve(off),
    keys: () => Promise.resolve([]),
    changeKeys: vi.fn<OptionsPorts['changeKeys']>(),
    exportSettings: vi.fn<OptionsPorts['exportSettings']>(() => ok(null)),
    importSettings: () =>
      Promise.resolve({ kind: 'done', offSites: 1, deniedPages: 2, views: 3, leftOut: 0 }),
    syncState: () => ok(SYNC_OFF),
    changeSync: () => ok(SYNC_OFF),
    syncNow: () => ok(SYNC_OFF),
    syncFile: () => refused(),
    saveSyncFile: () => {},
    newsSince: () => Promise.resolve(null),
    noteNewsSeen: vi.fn<OptionsPorts['noteNewsSeen']>(() => Promise.resolve()),
    ...changes,
  };
  const store = new OptionsStore(ports);
  void store.load();
  const section = (
    <Messages.Provider value={translateFrom(en)}>
      <OptionsSection store={store} part={part} />
    </Messages.Provider>
  );
  act(() => render(section, document.body));
  await settle();
  return { ports, store };
}

describe('the section', () => {
  it('shows the part that the address names, the first for any other, and says which', async () => {
    for (const { id } of PARTS) {
      await open(id);
      expect(document.querySelector('[aria-current]')?.getAttribute('href')).toBe(`#options/${id}`);
    }
    await open('nonsense');
    expect(document.querySelector('[aria-current]')?.getAttribute('href')).toBe('#options/pages');
  });
});

describe('on pages', () => {
  it('changes a setting by the popup’s own switches, and says when it could not be kept', async () => {
    const { ports } = await open('pages', {
      changeSettings: vi.fn<OptionsPorts['changeSettings']>(() => refused()),
    });
    document.querySelector<HTMLElement>('[role=switch]')?.click();
    await settle();
    expect(ports.changeSettings).toHaveBeenCalledWith({ marks: false });
    expect(document.querySelector('[role=alert]')?.textContent).toBe(en.settings_failed);
  });
});

describe('sites', () => {
  it('lists those that are off, and switches one on', async () => {
    const { ports } = await open('sites');
    button('Turn on a.example')?.click();
    await settle();
    expect(ports.setSiteOff).toHaveBeenCalledWith('a.example', false);
    expect(text()).not.toContain('a.example');
    expect(text()).toContain('b.example');
  });

  it('asks the browser for all of the web in the turn of the click', async () => {
    const { ports } = await open('sites');
    button(en.sites_everywhere_start)?.click();
    expect(ports.giveSite).toHaveBeenCalledWith('everywhere');
  });
});

describe('privacy', () => {
  it('has the one question, answered no until the reader says yes', async () => {
    const { ports } = await open('privacy');
    const question = document.querySelector<HTMLInputElement>('[role=switch]');
    expect(question?.checked).toBe(false);
    question?.click();
    await settle();
    expect(ports.changeSettings).toHaveBeenCalledWith({ keepVisited: true });
  });

  it('says how many visited papers there are, also while nothing more is kept, and clears them at once', async () => {
    let papers = 1_234;
    const visited = () => ok({ papers, bytes: 5_600_000 });
    const clearVisited = vi.fn<OptionsPorts['clearVisited']>(() => {
      papers = 0;
      return ok(null);
    });
    await open('privacy', { visited, clearVisited });
    expect(text()).toContain('Papers: 1,234 · 5.6 MB');
    expect(text()).toContain(en.visited_off);
    button(en.visited_clear)?.click();
    await settle();
    expect(clearVisited).toHaveBeenCalledTimes(1);
    expect(text()).toContain(en.visited_cleared);
    expect(button(en.visited_clear)).toBeUndefined();
  });

  it('keeps them for as long as the reader says', async () => {
    const { ports } = await open('privacy', { visited: () => ok({ papers: 1, bytes: 9 }) });
    const choices = [...document.querySelectorAll<HTMLInputElement>('[type=radio]')];
    expect(choices.map(({ checked }) => checked)).toEqual([false, true, false]);
    choices[0]?.click();
    expect(ports.changeSettings).toHaveBeenCalledWith({ visitedDays: 30 });
  });

  it('says so when they could not be cleared', async () => {
    await open('privacy', { visited: () => ok({ papers: 1, bytes: 9 }), clearVisited: () => refused() });
    button(en.visited_clear)?.click();
    await settle();
    expect(text()).toContain(en.visited_failed);
  });

  it('leads nowhere outside', async () => {
    for (const { id } of PARTS) {
      await open(id);
      expect(document.querySelector('a[href^=http]')).toBeNull();
    }
  });
});

describe('keys', () => {
  it('are said as the browser has them, one without a key too', async () => {
    await open('keys', {
      keys: () =>
        Promise.resolve([
          { name: '_execute_action', description: '', shortcut: '' },
          { name: 'look-here', description: 'Look', shortcut: 'Ctrl+Y' },
        ]),
    });
    const rows = [...document.querySelectorAll('.pk-keys-table')][0]?.querySelectorAll('div');
    expect([...(rows ?? [])].map(({ textContent }) => textContent)).toEqual([
      `${en.command_open_popup}${en.keys_none}`,
      'LookCtrl+Y',
    ]);
  });
});

describe('the settings file', () => {
  const file = new File([], 'a.json');

  it('says what came in, and what of it is shown is as it is then', async () => {
    const { store } = await open('file');
    await act(() => store.importSettings(file));
    await settle();
    expect(document.querySelector('output')?.textContent).toContain('Sites switched off in it: 1.');
    expect(text()).not.toContain('Left out');
  });

  it.each([
    [{ kind: 'refused', fault: 'not-json' } as const, en.settings_file_not_json],
    [{ kind: 'refused', fault: 'newer' } as const, en.settings_file_newer],
    [{ kind: 'refused', fault: 'too-long' } as const, en.settings_file_not_ours],
    [{ kind: 'failed' } as const, en.settings_file_failed],
  ])('says why it is not taken: %j', async (outcome, words) => {
    const { store } = await open('file', { importSettings: () => Promise.resolve(outcome) });
    await act(() => store.importSettings(file));
    await settle();
    expect(document.querySelector('output')?.textContent).toBe(words);
  });

  it('says when it could not be made', async () => {
    const { store } = await open('file', { exportSettings: () => refused() });
    await act(() => store.exportSettings());
    await settle();
    expect(text()).toContain(en.settings_export_failed);
  });
});

describe('what is new', () => {
  it('is told of by a dot until the reader has looked', async () => {
    const { ports } = await open('pages', { newsSince: () => Promise.resolve('0.0.9') });
    expect(document.querySelector('.pk-parts .pk-dot')).not.toBeNull();
    expect(ports.noteNewsSeen).not.toHaveBeenCalled();
    const seen = await open('about', { newsSince: () => Promise.resolve('0.0.9') });
    await settle();
    expect(seen.ports.noteNewsSeen).toHaveBeenCalledOnce();
    expect(document.querySelector('.pk-dot')).toBeNull();
    expect(text()).toContain('Paperkin 0.1.4');
  });

  it('is nothing after an update without news', async () => {
    await open('pages', { newsSince: () => Promise.resolve('0.1.3') });
    expect(document.querySelector('.pk-dot')).toBeNull();
  });
});
