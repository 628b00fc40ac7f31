import type { JSX } from 'preact';
import { signal } from '@preact/signals';
import { OptionsSection } from '../../components/options/options-section';
import { OptionsStore } from '../../components/options/options-store';
import type { BrowserKey, OptionsPorts } from '../../components/options/ports';
import { SettingsStore } from '../../components/popup/settings-store';
import type { SettingsOfPage } from '../../components/popup/ports';
import { Welcome } from '../../components/welcome/welcome';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { useMessages } from '../../components/messages';
import { SYNC_OFF, type SyncState } from '../../core/sync/sync-state';
import { paper } from './fixtures';

const done = () => Promise.resolve({ ok: true as const, value: null });
const no = () =>
  Promise.resolve({ ok: false as const, error: { code: 'storage', message: 'it did not work' } });

const SETTINGS: SettingsOfPage = { ...DEFAULT_SETTINGS, site: '', isOff: false, model: 'absent' };
const KEYS: readonly BrowserKey[] = [
  { name: '_execute_action', description: '', shortcut: '' },
  { name: 'look-here', description: 'Look for papers on this page', shortcut: 'Alt+Shift+K' },
  { name: 'save-page', description: "Save this page's paper", shortcut: 'Alt+Shift+S' },
  { name: 'open-side-panel', description: "Open Paperkin's side panel", shortcut: 'Alt+Shift+L' },
];
const GIVEN = ['lab-notes.example', 'a-much-longer-name.of-a-department.of-a-university.example'].map(
  (host) => ({ pattern: `https://${host}/*`, host }),
);

export const OPTIONS_PORTS: OptionsPorts = {
  version: '0.1.0',
  sites: () => Promise.resolve({ here: null, everywhere: false, given: GIVEN }),
  giveSite: () => Promise.resolve(false),
  takeBack: () => Promise.resolve(true),
  settings: () => Promise.resolve({ ...DEFAULT_SETTINGS, site: '', isOff: false, model: 'absent' }),
  changeSettings: done,
  visited: () => Promise.resolve({ ok: true, value: { papers: 0, bytes: 0 } }),
  clearVisited: done,
  setSiteOff: done,
  fetchModel: () => Promise.resolve('ready'),
  offSites: () => Promise.resolve(['arxiv.org', `${'preprints-and-postprints.'.repeat(4)}example.org`]),
  keys: () => Promise.resolve(KEYS),
  changeKeys: () => {},
  exportSettings: done,
  importSettings: () => Promise.resolve({ kind: 'done', offSites: 2, deniedPages: 14, views: 5, leftOut: 3 }),
  newsSince: () => Promise.resolve(null),
  noteNewsSeen: () => Promise.resolve(),
  syncState: () => Promise.resolve({ ok: true, value: SYNC_OFF }),
  changeSync: () => Promise.resolve({ ok: true, value: SYNC_OFF }),
  syncNow: () => Promise.resolve({ ok: true, value: SYNC_OFF }),
  syncFile: () => Promise.resolve({ ok: true, value: { kind: 'done', text: '', papers: 1_234, lost: 2 } }),
  saveSyncFile: () => {},
};

const THEN = 1_773_489_600_000;
const SYNC_ON: SyncState = {
  ...SYNC_OFF,
  isOn: true,
  since: THEN - 40 * 86_400_000,
  lastAt: THEN,
  name: 'Desk',
  papers: 64,
  devices: [
    { id: '1-aaaaaa', name: 'Laptop', isThis: false, writtenAt: THEN - 7_200_000, isAhead: false },
    { id: '2-bbbbbb', name: 'Desk', isThis: true, writtenAt: THEN, isAhead: false },
  ],
};
const machines = (state: Partial<SyncState>) =>
  options('machines', { syncState: () => Promise.resolve({ ok: true, value: { ...SYNC_ON, ...state } }) });

type Script = (store: OptionsStore) => unknown;

/** A part of the options as it stands on the library page, after a reader did something in it. */
function options(part: string, ports: Partial<OptionsPorts> = {}, script: Script = () => {}) {
  return () => {
    const store = new OptionsStore({ ...OPTIONS_PORTS, ...ports });
    void store.load().then(() => script(store));
    return <Page store={store} part={part} />;
  };
}

function Page({ store, part }: { readonly store: OptionsStore; readonly part: string }) {
  const t = useMessages();
  return (
    <div class="pk-base pk-library" data-section="options" lang={t('language_tag')}>
      <header>
        <h1>{t('library_title')}</h1>
      </header>
      <main>
        <OptionsSection store={store} part={part} />
      </main>
    </div>
  );
}

function welcome(browser: 'chromium' | 'firefox') {
  return () => {
    const settings = new SettingsStore(OPTIONS_PORTS, signal(null));
    void settings.load();
    const shown = { title: paper(0).title, href: 'https://arxiv.org/' };
    return <Welcome browser={browser} keys={KEYS} settings={settings} paper={shown} titleRef={null} />;
  };
}

const importFile: Script = (store) => store.importSettings(new File([], 'Paperkin settings.json'));

/** Every part of the options, and the first page, by name. */
export const optionsScreens: Readonly<Record<string, () => JSX.Element>> = {
  'options-pages': options('pages'),
  'options-pages-model': options('pages', {
    settings: () => Promise.resolve({ ...DEFAULT_SETTINGS, site: '', isOff: false, model: 'to-fetch' }),
  }),
  'options-pages-failed': options('pages', { changeSettings: no }, (store) =>
    store.settings.change({ marks: false }),
  ),
  'options-sites': options('sites'),
  'options-sites-none': options('sites', {
    sites: () => Promise.resolve({ here: null, everywhere: true, given: [] }),
    offSites: () => Promise.resolve([]),
  }),
  'options-machines-off': options('machines'),
  'options-machines': machines({}),
  'options-machines-alone': machines({ devices: SYNC_ON.devices.slice(1), lastAt: null, name: '' }),
  'options-machines-trouble': machines({
    papers: 612,
    left: { papers: 200, notes: 12 },
    damaged: 1,
    trouble: { kind: 'refused', words: 'QUOTA_BYTES quota exceeded' },
    devices: [
      ...SYNC_ON.devices,
      {
        id: '3-cccccc',
        name: 'The-old-one-in-the-laboratory-on-floor-5',
        isThis: false,
        writtenAt: THEN + 5 * 365 * 86_400_000,
        isAhead: true,
      },
      { id: '4-dddddd', name: '', isThis: false, writtenAt: null, isAhead: false },
    ],
  }),
  'options-privacy': options('privacy'),
  'options-visited': options('privacy', {
    settings: () => Promise.resolve({ ...SETTINGS, keepVisited: true }),
    visited: () => Promise.resolve({ ok: true, value: { papers: 3_412, bytes: 9_800_000 } }),
  }),
  'options-visited-off': options('privacy', {
    visited: () => Promise.resolve({ ok: true, value: { papers: 3_412, bytes: 9_800_000 } }),
  }),
  'options-visited-cleared': options('privacy', {}, (store) => store.visited.clear()),
  'options-keys': options('keys'),
  'options-file': options('file'),
  'options-file-done': options('file', {}, importFile),
  'options-file-refused': options(
    'file',
    { importSettings: () => Promise.resolve({ kind: 'refused', fault: 'not-json' }) },
    importFile,
  ),
  'options-about': options('about'),
  'options-news': options('pages', { newsSince: () => Promise.resolve('0.0.9') }),
  'welcome-chromium': welcome('chromium'),
  'welcome-firefox': welcome('firefox'),
};
