// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { PagePaper } from '../../core/match/resolution';
import en from '../../locales/en.json';
import { Messages, translateFrom } from '../messages';
import { Popup } from './popup';
import { PopupStore } from './popup-store';
import type { PageAnswer, PopupPorts } from './ports';
import { entry, fakeClock, fakePorts, mention, ok, paper } from '../../tests/popup/fake-ports';

const known = (id: string): PagePaper => ({
  mention: mention(`Paper ${id}`),
  resolution: { paperId: id, title: `Paper ${id}`, rule: 'title', confidence: 1, status: null },
});
const PAGE: PageAnswer = {
  kind: 'papers',
  papers: [
    known('b'),
    { mention: mention('Title: Unknown with abstract', 'We show.'), resolution: null },
    { mention: mention('Unknown'), resolution: null },
    known('a'),
  ],
};

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 5)));

async function open(changes: Partial<PopupPorts> = {}, list = [entry('a', 'reading')]) {
  const ports = fakePorts(list, { pagePapers: () => Promise.resolve(PAGE), ...changes });
  const clock = fakeClock();
  const store = new PopupStore(ports, clock);
  void store.start();
  const popup = (
    <Messages.Provider value={translateFrom(en)}>
      <Popup store={store} />
    </Messages.Provider>
  );
  act(() => render(popup, document.body));
  await settle();
  return { ports, store, clock };
}

async function press(key: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await settle();
  return event;
}

const titles = () => [...document.querySelectorAll('.pk-row-title')].map(({ textContent }) => textContent);
const focused = () => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
const text = () => document.body.textContent ?? '';
async function click(selector: string): Promise<void> {
  document.querySelector<HTMLElement>(selector)?.click();
  await settle();
}

describe('this page', () => {
  it('lists its papers in page order, the bare ones standing back, statuses from the list', async () => {
    await open();
    expect(titles()).toEqual(['Paper b', 'Unknown with abstract', 'Unknown', 'Paper a']);
    expect([...document.querySelectorAll('.pk-row')].map((row) => row.hasAttribute('data-faint'))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(document.querySelector('.pk-cycle')?.getAttribute('data-status')).toBe('reading');
  });

  it('draws a listing of 2,000 in parts', async () => {
    const papers = Array.from({ length: 2_000 }, (_, index) => known(String(index)));
    await open({ pagePapers: () => Promise.resolve({ kind: 'papers', papers }) });
    expect(titles()).toHaveLength(100);
    await click('.pk-more');
    expect(titles()).toHaveLength(200);
  });

  it.each([
    [{ kind: 'papers', papers: [] } as const, en.page_empty],
    [{ kind: 'not-looked', papers: [] } as const, en.page_not_looked],
    [{ kind: 'unreadable', why: 'browser', papers: [], page: null } as const, en.page_forbidden],
    [{ kind: 'unreadable', why: 'file', papers: [], page: null } as const, en.page_file],
    [{ kind: 'unreadable', why: 'refused', papers: [], page: null } as const, en.page_refused],
  ])('says what is the matter: %o', async (answer, title) => {
    await open({ pagePapers: () => Promise.resolve(answer) });
    expect(document.querySelector('.pk-empty h2')?.textContent).toBe(title);
  });

  it('offers the paper of the address where nothing can be read, and the page that can', async () => {
    const page = 'https://arxiv.org/abs/2401.00001';
    await open({
      pagePapers: () => Promise.resolve({ kind: 'unreadable', why: 'pdf', papers: [known('b')], page }),
    });
    expect(titles()).toEqual(['Paper b']);
    expect(text()).toContain(en.page_pdf);
    expect(document.querySelector('.pk-empty a')?.getAttribute('href')).toBe(page);
  });

  it('looks here when told', async () => {
    const { ports } = await open({
      pagePapers: () => Promise.resolve({ kind: 'not-looked', papers: [] }),
      lookHere: () => Promise.resolve(PAGE),
    });
    await click('.pk-empty button');
    expect(ports.lookHere).toHaveBeenCalledOnce();
    expect(titles()).toHaveLength(4);
  });
});

describe('keys', () => {
  it('moves, saves, opens and comes back to the row it left', async () => {
    const { ports } = await open();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(focused()).toBe('2');
    await press('s');
    expect(ports.save).toHaveBeenCalledWith({ mention: PAGE.kind === 'papers' && PAGE.papers[2]?.mention });
    await click('[data-row="2"] [data-row-main]');
    expect(document.querySelector('.pk-detail .pk-title')?.textContent).toBe('Paper title:Unknown');
    const escape = await press('Escape');
    expect(escape.defaultPrevented).toBe(true);
    expect(focused()).toBe('2');
  });

  it('goes to the search field with a slash, and types a slash in it', async () => {
    await open();
    expect((await press('/')).defaultPrevented).toBe(true);
    expect(document.activeElement?.tagName).toBe('INPUT');
    expect((await press('/')).defaultPrevented).toBe(false);
    expect((await press('s')).defaultPrevented).toBe(false);
    await press('ArrowDown');
    expect(focused()).toBe('0');
  });

  it('leaves Escape to the browser where there is nothing to step back from', async () => {
    await open();
    expect((await press('Escape')).defaultPrevented).toBe(false);
  });
});

describe('reading list', () => {
  const LIST = [entry('a', 'reading', 3), entry('b', 'read', 2), entry('c', 'to-read', 1)];
  const openList = async (changes: Partial<PopupPorts> = {}, list = LIST) => {
    const opened = await open(changes, list);
    await click('[role=tab]:last-child');
    return opened;
  };

  it('removes with a key, keeps the focus in the list, and undoes', async () => {
    await openList();
    await press('ArrowDown');
    await press('Delete');
    await settle();
    expect(titles()).toEqual(['Paper b', 'Paper c']);
    expect(text()).toContain('Removed “Paper a”');
    await click('.pk-bar-low button');
    expect(titles()).toEqual(['Paper a', 'Paper b', 'Paper c']);
  });

  it('filters by status, with a way out of an empty filter', async () => {
    await openList({}, [entry('a', 'read')]);
    await click('.pk-filters button:nth-child(3)');
    expect(document.querySelector('.pk-empty h2')?.textContent).toBe(en.list_filter_empty);
    await click('.pk-filters button:first-child');
    expect(titles()).toEqual(['Paper a']);
  });

  it('steps a status on', async () => {
    const { ports } = await openList();
    await click('[data-row=a] .pk-cycle');
    expect(ports.setStatus).toHaveBeenCalledWith('a', 'read');
  });

  it('says what to do while it is empty', async () => {
    await openList({}, []);
    expect(text()).toContain(en.list_empty);
  });
});

describe('search and health', () => {
  it('shows results over the tabs, and gives the tabs back', async () => {
    const { store, clock } = await open({ search: () => ok([{ paper: paper('x'), status: null }]) });
    act(() => store.setQuery('x'));
    act(() => clock.advance(1_000));
    await settle();
    expect(titles()).toEqual(['Paper x']);
    expect(document.querySelector('[role=tablist]')).toBeNull();
    await press('Escape');
    expect(titles()).toHaveLength(4);
  });

  it('says which corpora are damaged and what helps, and nothing of one that is whole again', async () => {
    const repairs = (['waiting', 'failed', 'lost', 'repaired'] as const).map((state) => ({
      corpusId: state,
      name: `The ${state} one`,
      state,
    }));
    const well = {
      corpus: 'database',
      library: 'database',
      reason: null,
      isNewer: false,
      paperCount: 71,
    } as const;
    await open({ health: () => ok({ ...well, repairs }) });
    const said = document.querySelector('.pk-banner')?.textContent;
    expect(said).toContain(en.repair_waiting.replace('$1', 'The waiting one'));
    expect(said).toContain(en.repair_failed.replace('$1', 'The failed one'));
    expect(said).toContain(en.repair_lost.replace('$1', 'The lost one'));
    expect(said).not.toContain('The repaired one');
  });

  it.each([
    ['list', 'session', en.health_newer_list],
    ['corpora', 'database', en.health_newer_corpora],
  ] as const)(
    'says that a newer Paperkin wrote the %s, and nothing of the browser',
    async (_of, library, words) => {
      const health = {
        corpus: 'memory',
        library,
        reason: 'no',
        isNewer: true,
        paperCount: 71,
        repairs: [],
      } as const;
      await open({ health: () => ok(health) });
      expect(document.querySelector('.pk-banner')?.textContent).toBe(words);
    },
  );

  it('warns when nothing is kept', async () => {
    await open({
      health: () =>
        ok({
          corpus: 'memory',
          library: 'session',
          reason: 'no',
          isNewer: false,
          paperCount: 71,
          repairs: [],
        }),
    });
    expect(document.querySelector('.pk-banner')?.textContent).toContain(en.health_session);
  });
});
