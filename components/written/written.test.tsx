// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import en from '../../locales/en.json';
import { fakeClock, fakePorts, ok, paper, refused } from '../../tests/popup/fake-ports';
import { Messages, translateFrom } from '../messages';
import { Popup } from '../popup/popup';
import { PopupStore } from '../popup/popup-store';
import type { PopupPorts, SettingsOfPage } from '../popup/ports';
import { DEFAULT_SETTINGS } from '../../core/settings';
import type { FetchOutcome, Write, WritingOptions, WritingOutcome } from './writer';
import { WrittenPart } from './written-part';

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 5)));
const text = () => document.body.textContent ?? '';

/** A model whose every word the test says. */
function heldWriter() {
  const asked: (WritingOptions & { readonly id: string; readonly end: (outcome: WritingOutcome) => void })[] =
    [];
  const write: Write = ({ id }, options) => new Promise((end) => asked.push({ ...options, id, end }));
  return { asked, write, last: () => asked.at(-1) };
}

function show(id: string, write: Write) {
  const part = (
    <Messages.Provider value={translateFrom(en)}>
      <WrittenPart paper={paper(id)} write={write} />
    </Messages.Provider>
  );
  act(() => render(part, document.body));
}

describe('the part of a card', () => {
  it('is nothing until the model is set to work, then grows, and says who wrote it', async () => {
    const { write, last } = heldWriter();
    show('a', write);
    expect(text()).toBe('');
    act(() => last()?.onText(''));
    expect(text()).toContain(en.written_waiting);
    act(() => last()?.onText('It averages'));
    expect(document.querySelector('[aria-busy="true"]')?.textContent).toContain('It averages');
    act(() => last()?.onText('It averages weights.'));
    last()?.end('written');
    await settle();
    expect(text()).toBe(`It averages weights.${en.written_mark}`);
    expect(document.querySelector('[aria-busy="false"]')).not.toBeNull();
  });

  it.each(['off', 'cancelled'] as const)('is nothing when it is %s', async (outcome) => {
    const { write, last } = heldWriter();
    show('a', write);
    last()?.end(outcome);
    await settle();
    expect(text()).toBe('');
  });

  it('is given up when the paper is left, and no late word of it is shown with the next', async () => {
    const { asked, write } = heldWriter();
    show('a', write);
    act(() => asked[0]?.onText('About a'));
    show('b', write);
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(asked[1]?.id).toBe('b');
    act(() => asked[0]?.onText('About a and more'));
    asked[0]?.end('written');
    await settle();
    expect(text()).toBe('');
    act(() => render(null, document.body));
    expect(asked[1]?.signal.aborted).toBe(true);
  });

  it('offers to have it written where the browser wants a click, and tries again after a failure', async () => {
    const { asked, write, last } = heldWriter();
    show('a', write);
    last()?.end('needs-click');
    await settle();
    expect(text()).toContain(en.written_ask_hint);
    act(() => document.querySelector('button')?.click());
    expect(asked.map(({ isClicked }) => isClicked)).toEqual([false, true]);
    last()?.end('failed');
    await settle();
    expect(document.querySelector('.pk-written output')?.textContent).toBe(en.written_failed);
    act(() => document.querySelector('button')?.click());
    act(() => last()?.onText('It averages weights.'));
    last()?.end('written');
    await settle();
    expect(text()).toContain('It averages weights.');
  });

  it('shows what a model says as text alone', async () => {
    const { write, last } = heldWriter();
    show('a', write);
    act(() => last()?.onText('<img src=x onerror=alert(1)>'));
    expect(document.querySelector('img')).toBeNull();
    expect(text()).toContain('<img');
  });
});

async function openPopup(model: SettingsOfPage['model'], changes: Partial<PopupPorts> = {}) {
  const settings = async () => ({ ...DEFAULT_SETTINGS, site: 'arxiv.org', isOff: false, model });
  const ports = fakePorts([], { settings, changeSettings: () => ok(null), ...changes });
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

const modelSwitch = () =>
  [...document.querySelectorAll('.pk-setting')]
    .find((row) => row.textContent?.includes(en.settings_model))
    ?.querySelector<HTMLInputElement>('input');
async function toggle(): Promise<void> {
  modelSwitch()?.click();
  await settle();
}

describe('the popup', () => {
  it('has it below the summary of the paper that is open', async () => {
    const { write, last } = heldWriter();
    const { store } = await openPopup('ready', { write });
    store.open({ paperId: 'a' });
    await settle();
    act(() => last()?.onText('It averages weights.'));
    expect(document.querySelector('.pk-summary + .pk-written')?.textContent).toContain(
      'It averages weights.',
    );
    act(() => store.back());
    expect(last()?.signal.aborted).toBe(true);
  });

  it('has its switch, off at first, only where the browser has a model', async () => {
    const { store } = await openPopup('absent');
    act(() => store.openSettings(true));
    expect(modelSwitch()).toBeUndefined();
    act(() => render(null, document.body));
    const { store: other, ports } = await openPopup('ready');
    act(() => other.openSettings(true));
    expect(modelSwitch()?.checked).toBe(false);
    await toggle();
    expect(ports.changeSettings).toHaveBeenCalledWith({ modelSummary: true });
    expect(ports.fetchModel).not.toHaveBeenCalled();
  });
});

/** A fetch whose course the test says. */
function heldFetch() {
  const asked: {
    readonly signal: AbortSignal;
    readonly tell: (share: number) => void;
    readonly end: (outcome: FetchOutcome) => void;
  }[] = [];
  const fetchModel: PopupPorts['fetchModel'] = (signal, tell) =>
    new Promise((end) => asked.push({ signal, tell, end }));
  return { fetchModel, last: () => asked.at(-1) };
}

describe('the model that is not there yet', () => {
  it('is fetched in the turn of the click, with its share, until it is there', async () => {
    const { fetchModel, last } = heldFetch();
    const { store, ports } = await openPopup('to-fetch', { fetchModel });
    act(() => store.openSettings(true));
    expect(text()).toContain(en.model_fetch_hint);
    modelSwitch()?.click();
    expect(ports.fetchModel).toHaveBeenCalledOnce();
    await settle();
    act(() => last()?.tell(0.42));
    expect(text()).toContain('42%');
    last()?.end('ready');
    await settle();
    expect(text()).not.toContain('%');
    expect(text()).not.toContain(en.model_fetch_hint);
    expect(modelSwitch()?.checked).toBe(true);
  });

  it('is given up with the switch', async () => {
    const { fetchModel, last } = heldFetch();
    const { store, ports } = await openPopup('to-fetch', { fetchModel });
    act(() => store.openSettings(true));
    await toggle();
    await toggle();
    expect(last()?.signal.aborted).toBe(true);
    act(() => last()?.tell(0.9));
    last()?.end('cancelled');
    await settle();
    expect(text()).not.toContain('%');
    expect(ports.changeSettings).toHaveBeenLastCalledWith({ modelSummary: false });
    expect(store.library.trouble.value).toBeNull();
  });

  it('turns its switch off again with a word when it cannot be fetched', async () => {
    const { store } = await openPopup('to-fetch', { fetchModel: async () => 'failed' });
    act(() => store.openSettings(true));
    await toggle();
    expect(modelSwitch()?.checked).toBe(false);
    expect(text()).toContain(en.model_failed);
  });

  it('says so when the wish itself cannot be kept', async () => {
    const { store } = await openPopup('ready', { changeSettings: () => refused() });
    act(() => store.openSettings(true));
    await toggle();
    expect(text()).toContain(en.settings_failed);
  });
});
