// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import en from '../../locales/en.json';
import { fakeClock, fakePorts, mention } from '../../tests/popup/fake-ports';
import { Messages, translateFrom } from '../messages';
import { Popup } from './popup';
import { PopupStore } from './popup-store';
import type { PageAnswer, PopupPorts } from './ports';

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 5)));
const text = () => document.body.textContent ?? '';
const papers = (title: string): PageAnswer => ({
  kind: 'papers',
  papers: [{ mention: mention(title, 'An abstract.'), resolution: null }],
});

async function open(changes: Partial<PopupPorts> = {}) {
  const ports = fakePorts([], changes);
  const store = new PopupStore(ports, fakeClock());
  void store.start();
  const popup = (
    <Messages.Provider value={translateFrom(en)}>
      <Popup store={store} />
    </Messages.Provider>
  );
  act(() => render(popup, document.body));
  await settle();
  return { ports, store };
}
const panelButton = () => document.querySelector<HTMLElement>(`[aria-label="${en.panel_open}"]`);

describe('the way to the side panel', () => {
  it('is taken in the turn of the click', async () => {
    const openPanel = vi.fn<() => void>();
    await open({ openPanel });
    panelButton()?.click();
    expect(openPanel).toHaveBeenCalledOnce();
  });

  it('is not offered where there is none, as in the panel itself', async () => {
    await open({ openPanel: null });
    expect(panelButton()).toBeNull();
  });
});

describe('a panel that follows the reader', () => {
  it('forgets the page that was left, and asks anew for all that is of the page', async () => {
    let title = 'On One Page';
    const { store, ports } = await open({ pagePapers: () => Promise.resolve(papers(title)) });
    expect(text()).toContain('On One Page');
    title = 'On Another';
    act(() => store.page.leave());
    expect(text()).not.toContain('On One Page');
    await act(() => store.follow());
    expect(text()).toContain('On Another');
    expect(ports.settings).toHaveBeenCalledTimes(2);
    expect(ports.sites).toHaveBeenCalledTimes(2);
    expect(ports.list).toHaveBeenCalledTimes(1);
  });

  it('shows the page of the last question, whatever comes late', async () => {
    const answers: ((answer: PageAnswer) => void)[] = [];
    const { store } = await open({ pagePapers: () => new Promise((done) => void answers.push(done)) });
    void store.page.load();
    answers[1]?.(papers('The Later'));
    answers[0]?.(papers('The Earlier'));
    await settle();
    expect(text()).toContain('The Later');
    void store.page.load();
    act(() => store.page.leave());
    answers[2]?.(papers('Of the Page That Was Left'));
    await settle();
    expect(text()).not.toContain('Of the Page That Was Left');
  });

  it('says of a page that it does not see what to do there', async () => {
    await open({
      pagePapers: () => Promise.resolve({ kind: 'unreadable', why: 'unseen', papers: [], page: null }),
    });
    expect(text()).toContain(en.page_unseen_hint);
  });
});

describe('what is new', () => {
  it('is a line that leads there; none where nothing is', async () => {
    const { ports } = await open({ unseenNews: () => Promise.resolve('0.2') });
    document.querySelector<HTMLElement>('.pk-news-bar')?.click();
    expect(ports.openLibrary).toHaveBeenCalledWith('news');
    await open();
    expect(document.querySelector('.pk-news-bar')).toBeNull();
  });
});
