// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import en from '../../locales/en.json';
import { fakeClock, fakePorts } from '../../tests/popup/fake-ports';
import { Messages, translateFrom } from '../messages';
import { Popup } from './popup';
import { PopupStore } from './popup-store';
import type { PopupPorts } from './ports';
import type { Sites } from './site-ports';

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 5)));
const NOTES = { pattern: 'https://notes.example/*', host: 'notes.example' };
const at = (standing: 'known' | 'given' | 'other', more: Partial<Sites> = {}): Sites => ({
  here: { host: NOTES.host, standing, given: standing === 'given' ? NOTES : null },
  everywhere: false,
  given: standing === 'given' ? [NOTES] : [],
  ...more,
});
const NOT_LOOKED = { kind: 'not-looked', papers: [] } as const;

async function open(sites: Sites, changes: Partial<PopupPorts> = {}) {
  const ports = fakePorts([], { sites: () => Promise.resolve(sites), ...changes });
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

const text = () => document.body.textContent ?? '';
async function click(label: string): Promise<void> {
  const buttons = [...document.querySelectorAll('button')];
  const found = buttons.find((each) =>
    [each.textContent, each.ariaLabel, each.getAttribute('aria-label')].includes(label),
  );
  if (!found) throw new Error(`no ${label} among ${buttons.map((each) => each.textContent).join(', ')}`);
  found.click();
  await settle();
}

describe('a page that Paperkin has not looked at', () => {
  it('asks the browser in the turn of the click, and looks when the reader agreed', async () => {
    const giveSite = vi.fn<PopupPorts['giveSite']>(() => Promise.resolve(true));
    const { ports } = await open(at('other'), { pagePapers: () => Promise.resolve(NOT_LOOKED), giveSite });
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Always on notes.example',
    );
    button?.click();
    expect(giveSite).toHaveBeenCalledWith('here');
    await settle();
    expect(ports.lookHere).toHaveBeenCalledOnce();
    expect(text()).toContain(en.page_empty);
  });

  it('stays as it was, and says so, when the reader did not', async () => {
    const { ports } = await open(at('other'), {
      pagePapers: () => Promise.resolve(NOT_LOOKED),
      giveSite: () => Promise.resolve(false),
    });
    await click('Always on notes.example');
    expect(ports.lookHere).not.toHaveBeenCalled();
    expect(document.querySelector('[role=alert]')?.textContent).toBe(en.sites_refused);
  });
});

describe('the end of a page’s papers', () => {
  it.each([
    ['known', null],
    ['given', 'Paperkin reads notes.example whenever you open it.'],
    ['other', en.sites_looked_once],
  ] as const)('on a site that is %s says %s', async (standing, words) => {
    await open(at(standing));
    expect(document.querySelector('.pk-site-line p')?.textContent ?? null).toBe(words);
  });

  it('gives a site back', async () => {
    const { ports } = await open(at('given'));
    await click(en.sites_stop);
    expect(ports.takeBack).toHaveBeenCalledWith(NOTES);
    expect(ports.sites).toHaveBeenCalledTimes(2);
  });

  it('leads to where all of the web was given, which is not one site’s to give back', async () => {
    const { ports } = await open(
      at('given', { here: { host: 'x.example', standing: 'given', given: null }, everywhere: true }),
    );
    await click(en.sites_change);
    expect(document.activeElement?.textContent).toBe(en.sites_title);
    expect(ports.takeBack).not.toHaveBeenCalled();
    await click(en.sites_everywhere_stop);
    expect(ports.takeBack).toHaveBeenCalledWith('everywhere');
  });
});

describe('the screen of sites', () => {
  it('is reached from everywhere, lists what was given, and comes back by Escape', async () => {
    const { ports } = await open(at('known', { given: [NOTES] }));
    await click(en.settings);
    expect(text()).toContain(en.sites_everywhere_hint);
    await click('Stop reading notes.example');
    expect(ports.takeBack).toHaveBeenCalledWith(NOTES);
    act(
      () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    await settle();
    expect(text()).toContain(en.page_empty);
  });

  it('gives all of the web only on its own button', async () => {
    const { ports } = await open(at('known'));
    await click(en.settings);
    expect(document.activeElement?.textContent).not.toBe(en.sites_title);
    expect(text()).toContain(en.sites_none);
    expect(ports.giveSite).not.toHaveBeenCalled();
    await click(en.sites_everywhere_start);
    expect(ports.giveSite).toHaveBeenCalledWith('everywhere');
  });

  it('gives way to a search', async () => {
    const { store } = await open(at('known'));
    await click(en.settings);
    act(() => store.setQuery('soup'));
    await settle();
    expect(text()).not.toContain(en.sites_title);
  });
});
