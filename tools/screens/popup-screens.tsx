import { WELL } from '../../tests/samples/health';
import type { JSX } from 'preact';
import { Popup } from '../../components/popup/popup';
import { PopupStore } from '../../components/popup/popup-store';
import type { Answer, Clock, PaperRef, PopupPorts } from '../../components/popup/ports';
import type { ModelReadiness, Write, WritingOutcome } from '../../components/written/writer';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { cardOf, entries, entryOf, odd, mentionOf, pagePapers, paper, papers } from './fixtures';

const ok = <T,>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });
const no = <T,>(code = 'internal'): Promise<Answer<T>> =>
  Promise.resolve({ ok: false, error: { code, message: 'it did not work' } });

const paperOf = (ref: PaperRef) =>
  [...papers, ...Object.values(odd)].find((candidate) =>
    'paperId' in ref ? candidate.id === ref.paperId : candidate.title === ref.mention.title,
  ) ?? paper(0);

const PORTS: PopupPorts = {
  pagePapers: () => Promise.resolve({ kind: 'papers', papers: pagePapers }),
  lookHere: () => Promise.resolve({ kind: 'papers', papers: pagePapers }),
  deny: () => Promise.resolve({ ok: true, value: null }),
  card: (ref) => ok(cardOf(paperOf(ref))),
  save: (ref) => ok(entryOf(paperOf(ref), 'to-read', 0)),
  list: () => ok(entries),
  setStatus: (paperId, status) => ok(entryOf(paperOf({ paperId }), status, 0)),
  noteOpened: () => Promise.resolve(),
  readingOnOpen: () => Promise.resolve(true),
  remove: (paperId) =>
    ok(entries.find(({ paper: { id } }) => id === paperId) ?? entryOf(paper(0), 'read', 0)),
  restore: (entry) => ok(entry),
  search: (query) =>
    ok(
      papers
        .filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()))
        .map((found) => ({ paper: found, status: null })),
    ),
  health: () => ok(WELL),
  settings: () => Promise.resolve({ ...DEFAULT_SETTINGS, site: 'arxiv.org', isOff: false, model: 'absent' }),
  changeSettings: () => ok(null),
  setSiteOff: () => ok(null),
  fetchModel: () => Promise.resolve('ready'),
  write: () => Promise.resolve('off'),
  openLibrary: () => {},
  openPanel: () => {},
  unseenNews: () => Promise.resolve(null),
  sites: () => Promise.resolve({ here: null, everywhere: false, given: [] }),
  giveSite: () => Promise.resolve(false),
  takeBack: () => Promise.resolve(true),
};

const CLOCK: Clock = { now: () => 0, after: (_delay, run) => (run(), () => {}) };

type Script = (store: PopupStore) => unknown;

/** A popup with its own ports, after a reader did something in it. */
function popup(ports: Partial<PopupPorts> = {}, script: Script = () => {}): () => JSX.Element {
  return () => {
    const store = new PopupStore({ ...PORTS, ...ports }, CLOCK);
    void store.start().then(() => script(store));
    return <Popup store={store} />;
  };
}

const GIVEN = ['lab-notes.example', 'a-much-longer-name.of-a-department.of-a-university.example'].map(
  (host) => ({
    pattern: `https://${host}/*`,
    host,
  }),
);
/** What the popup hears of the site of its tab. */
const siteOf =
  (standing: 'other' | 'given', everywhere = false) =>
  () =>
    Promise.resolve({
      here: { host: 'lab-notes.example', standing, given: (standing === 'given' && GIVEN[0]) || null },
      everywhere,
      given: standing === 'given' ? GIVEN : [],
    });
const onePaper = pagePapers.slice(0, 1);

const list: Script = (store) => store.chooseTab('list');
const openSettings: Script = ({ settings }) => (settings.isOpen.value = true);
const offAt = (site: string) => () =>
  Promise.resolve({ ...DEFAULT_SETTINGS, site, isOff: true, model: 'absent' as const });
const withModel = (model: ModelReadiness) => () =>
  Promise.resolve({ ...DEFAULT_SETTINGS, site: 'arxiv.org', isOff: false, model });
const writes =
  (outcome: WritingOutcome): Write =>
  async (_paper, { onText }) => {
    onText(
      'The paper compares ways of adapting a large model and finds that a few of its weights do as well as all.',
    );
    return outcome;
  };
const open =
  (index: number): Script =>
  (store) =>
    store.open({ paperId: paper(index).id });
const oddPage = () =>
  Promise.resolve({
    kind: 'papers' as const,
    papers: Object.values(odd).map((of) => ({ mention: mentionOf(of), resolution: null })),
  });

/** The same screens in the side panel, which has no button to open it. */
const panel = (ports: Partial<PopupPorts> = {}, script: Script = () => {}) =>
  popup({ openPanel: null, ...ports }, script);

export const panelScreens: Readonly<Record<string, () => JSX.Element>> = {
  'panel-page': panel(),
  'panel-page-unseen': panel({
    pagePapers: () => Promise.resolve({ kind: 'unreadable', why: 'unseen', papers: [], page: null }),
  }),
  'panel-list-undo': panel({}, async (store) => {
    list(store);
    await store.library.remove(paper(30).id);
  }),
  'panel-detail': panel({}, open(0)),
  'panel-settings': panel({ sites: siteOf('given') }, openSettings),
  'panel-search': panel({}, (store) => store.setQuery('transfer')),
  'panel-wide-page': panel(),
  'panel-wide-detail': panel({}, open(0)),
  'panel-wide-settings': panel({}, openSettings),
};

/** Every state of the popup, by name. */
export const popupScreens: Readonly<Record<string, () => JSX.Element>> = {
  'popup-page': popup(),
  'popup-page-loading': popup({ pagePapers: () => new Promise(() => {}) }),
  'popup-page-empty': popup({ pagePapers: () => Promise.resolve({ kind: 'papers', papers: [] }) }),
  'popup-page-not-looked': popup({
    pagePapers: () => Promise.resolve({ kind: 'not-looked', papers: [] }),
    sites: siteOf('other'),
  }),
  'popup-page-not-looked-refused': popup(
    { pagePapers: () => Promise.resolve({ kind: 'not-looked', papers: onePaper }), sites: siteOf('other') },
    (store) => store.giveSite('here'),
  ),
  'popup-page-looked-once': popup({
    pagePapers: () => Promise.resolve({ kind: 'papers', papers: pagePapers.slice(0, 4) }),
    sites: siteOf('other'),
  }),
  'popup-page-given': popup({
    pagePapers: () => Promise.resolve({ kind: 'papers', papers: onePaper }),
    sites: siteOf('given'),
  }),
  'popup-page-forbidden': popup({
    pagePapers: () => Promise.resolve({ kind: 'unreadable', why: 'browser', papers: [], page: null }),
  }),
  'popup-page-file': popup({
    pagePapers: () => Promise.resolve({ kind: 'unreadable', why: 'file', papers: [], page: null }),
  }),
  'popup-page-pdf': popup({
    pagePapers: () =>
      Promise.resolve({
        kind: 'unreadable',
        why: 'pdf',
        papers: onePaper,
        page: 'https://arxiv.org/abs/2110.06014',
      }),
  }),
  'popup-sites': popup({ sites: siteOf('given') }, (store) => store.openSites()),
  'popup-sites-none': popup({ sites: siteOf('other', true) }, (store) => store.openSites()),
  'popup-page-odd': popup({ pagePapers: oddPage }),
  'popup-detail': popup({}, open(0)),
  'popup-detail-saved': popup({}, open(1)),
  'popup-detail-written': popup({ write: writes('written') }, open(0)),
  'popup-detail-to-write': popup({ write: writes('needs-click') }, open(0)),
  'popup-detail-not-written': popup({ write: writes('failed') }, open(0)),
  'popup-detail-odd': popup({}, (store) => store.open({ paperId: odd.long.id })),
  'popup-detail-unbroken': popup({}, (store) => store.open({ paperId: odd.unbroken.id })),
  'popup-detail-bare': popup(
    { card: () => ok(cardOf(odd.bare, { kin: [], origin: 'page', rule: null })) },
    open(0),
  ),
  'popup-detail-not-found': popup({ card: () => no('not-found') }, open(0)),
  'popup-list': popup({}, list),
  'popup-list-undo': popup({}, async (store) => {
    list(store);
    await store.library.remove(paper(30).id);
  }),
  'popup-list-trouble': popup({ setStatus: () => no('storage') }, async (store) => {
    list(store);
    await store.library.setStatus(paper(30).id, 'read');
  }),
  'popup-list-empty': popup({ list: () => ok([]) }, list),
  'popup-list-failed': popup({ list: () => no('storage') }, list),
  'popup-search': popup({}, (store) => store.setQuery('transfer')),
  'popup-search-empty': popup({}, (store) => store.setQuery('quantum gravity')),
  'popup-settings': popup({}, openSettings),
  'popup-settings-other': popup(
    {
      settings: () =>
        Promise.resolve({
          marks: false,
          onlyWithAlt: true,
          openDelayMs: 1_000,
          readingOnOpen: false,
          modelSummary: false,
          keepVisited: false,
          visitedDays: 90,
          site: '',
          isOff: false,
          model: 'absent',
        }),
      changeSettings: () => no('storage'),
    },
    async (store) => {
      openSettings(store);
      await store.settings.change({ marks: true });
    },
  ),
  'popup-settings-model': popup(
    {
      settings: withModel('to-fetch'),
      fetchModel: (_signal, onShare) => (onShare(0.42), new Promise(() => {})),
    },
    async (store) => {
      openSettings(store);
      await store.settings.turnModel(true);
    },
  ),
  'popup-settings-off': popup(
    { settings: offAt(`${'preprints-and-postprints.'.repeat(4)}example.org`) },
    openSettings,
  ),
  'popup-page-off': popup({ settings: offAt('arxiv.org') }),
  'popup-news': popup({ unseenNews: () => Promise.resolve('0.2') }),
  'popup-newer': popup({
    health: () =>
      ok({
        ...WELL,
        corpus: 'database',
        library: 'session',
        reason: 'A newer Paperkin wrote it.',
        isNewer: true,
      }),
  }),
  'popup-health': popup({
    health: () =>
      ok({
        ...WELL,
        corpus: 'memory',
        library: 'session',
        reason: 'A mutation operation was attempted on a database that did not allow mutations.',
      }),
  }),
};
