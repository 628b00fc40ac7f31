// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import en from '../../locales/en.json';
import { entry, fakePorts, refused } from '../../tests/popup/fake-ports';
import { Messages, translateFrom } from '../messages';
import { AddStore } from './import/add-store';
import { ListImportStore } from './import/list-import-store';
import type { ListImportPorts } from './import/ports';
import { ListSection } from './list-section';
import { ListStore } from './list-store';
import { ListLook } from './look/list-look';
import type { ListPorts } from './ports';
import { sampleListPorts } from '../../tests/samples/list-ports';
import { sampleListFiles } from '../../tests/samples/list-files';
import { sampleLookPorts } from '../../tests/samples/list-look';

let store: ListStore;
const none = () => refused<never>();
const NO_IMPORTS: ListImportPorts = {
  read: () => new Promise(() => {}),
  stopReading: () => {},
  backUpFirst: async () => {},
  resolve: none,
  card: none,
  search: none,
  openTabs: async () => null,
};
const edit = vi.fn<ListPorts['edit']>();

/** The second time for what the effects at the end of the first begin. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await act(() => new Promise<void>((done) => setTimeout(done, 40)));
}
const find = (selector: string) => {
  const found = document.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}
async function press(key: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await settle();
  return event;
}

beforeEach(async () => {
  // What jsdom has not.
  HTMLDialogElement.prototype.close ??= () => undefined;
  edit.mockReset().mockImplementation(() => refused());
  const { list } = fakePorts([entry('a'), { ...entry('b'), note: 'Read *this*.' }]);
  store = new ListStore(sampleListPorts(list, { edit }), sampleListFiles(0), 'en');
  const section = (
    <Messages.Provider value={translateFrom(en)}>
      <ListSection
        adding={new AddStore(NO_IMPORTS, store, new ListImportStore(NO_IMPORTS, store))}
        look={new ListLook(sampleLookPorts(), store)}
      />
    </Messages.Provider>
  );
  act(() => render(section, document.body));
  await settle();
});
afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

it('leaves the focus in the search field when rows come back', async () => {
  await press('ArrowDown');
  expect(document.activeElement?.getAttribute('role')).toBe('row');
  const search = find('input[type=search]');
  await type(search, 'none such');
  await press('Escape');
  await type(search, 'paper');
  expect(document.querySelectorAll('[role=row]')).toHaveLength(2);
  expect(document.activeElement).toBe(search);
});

it('leaves the letters typed in a menu to the menu', async () => {
  find('.pk-list-order select').focus();
  for (const key of ['p', '3', 'ArrowDown']) expect((await press(key)).defaultPrevented).toBe(false);
  expect(edit).not.toHaveBeenCalled();
});

it('adds a tag on leaving its field, but not on Escape', async () => {
  act(() => store.rows.pickAll());
  await settle();
  const field = find('.pk-selection .pk-tag-field input');
  await type(field, 'half');
  await press('Escape');
  field.blur();
  await settle();
  expect(edit).not.toHaveBeenCalled();
  act(() => store.rows.pickAll());
  await settle();
  const again = find('.pk-selection .pk-tag-field input');
  await type(again, 'whole');
  again.blur();
  await settle();
  expect(edit).toHaveBeenCalledWith([{ paperIds: ['a', 'b'], change: { addTags: ['whole'] } }]);
});

it('shows a note again that could not be saved when its paper was left', async () => {
  await act(() => store.open('a'));
  await settle();
  await type(find('.pk-entry-panel textarea'), 'written');
  await act(() => store.open('b'));
  await settle();
  expect(find('.pk-note-text').textContent).toBe('Read this.');
  expect(edit).toHaveBeenCalledWith([{ paperIds: ['a'], change: { note: 'written' } }]);
  await act(() => store.open('a'));
  await settle();
  expect(find('.pk-note').textContent).toMatch(/written.*Not saved yet/);
});

it('shows a note as it means, and opens it for writing by its button and its key', async () => {
  await act(() => store.open('b'));
  await settle();
  expect(find('.pk-note em').textContent).toBe('this');
  act(() => find('.pk-note button').click());
  await settle();
  const field = find('.pk-note textarea');
  expect([document.activeElement, field.value]).toEqual([field, 'Read *this*.']);
  act(() => find('.pk-entry').focus());
  await settle();
  expect(find('.pk-note em').textContent).toBe('this');
  await press('n');
  await settle();
  expect(document.activeElement).toBe(find('.pk-note textarea'));
});

it('saves what is typed as soon as its tab is hidden, as one that closes is', async () => {
  await act(() => store.open('a'));
  await settle();
  await type(find('.pk-entry-panel textarea'), 'last words');
  expect(edit).not.toHaveBeenCalled();
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(edit).toHaveBeenCalledWith([{ paperIds: ['a'], change: { note: 'last words' } }]);
});
