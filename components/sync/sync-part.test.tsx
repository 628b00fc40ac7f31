// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { SYNC_OFF, type SyncState } from '../../core/sync/sync-state';
import en from '../../locales/en.json';
import { ok, refused } from '../../tests/popup/fake-ports';
import { Messages, translateFrom } from '../messages';
import type { OptionsStore } from '../options/options-store';
import { MachinesStore } from './machines-store';
import type { SyncPorts } from './ports';
import { SyncPart } from './sync-part';

const THEN = 1_773_489_600_000;
const ON: SyncState = {
  ...SYNC_OFF,
  isOn: true,
  since: THEN,
  lastAt: THEN,
  papers: 612,
  devices: [
    { id: '1-aaaaaa', name: 'Laptop', isThis: false, writtenAt: THEN, isAhead: true },
    { id: '2-bbbbbb', name: 'Desk', isThis: true, writtenAt: THEN, isAhead: false },
  ],
};

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

const text = () => document.body.textContent ?? '';
const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 5)));
async function press(label: string): Promise<void> {
  const button = [...document.querySelectorAll('button')].find((each) =>
    [each.textContent, each.getAttribute('aria-label')].includes(label),
  );
  if (!button) throw new Error(`there is no ${label}`);
  button.click();
  await settle();
}

async function open(state: SyncState, changes: Partial<SyncPorts> = {}) {
  const changeSync = vi.fn<SyncPorts['changeSync']>(() => ok(ON));
  const trouble = signal(null);
  const saveSyncFile = vi.fn<SyncPorts['saveSyncFile']>();
  const ports: SyncPorts = {
    syncState: () => ok(state),
    changeSync,
    syncNow: () => ok(state),
    syncFile: () => ok({ kind: 'done', text: 'paperkin-sync 1', papers: 1_234, lost: 0 }),
    saveSyncFile,
    ...changes,
  };
  const machines = new MachinesStore(ports, trouble);
  await machines.load();
  act(() =>
    render(
      <Messages.Provider value={translateFrom(en)}>
        <SyncPart store={{ machines } as OptionsStore} />
      </Messages.Provider>,
      document.body,
    ),
  );
  return { changeSync, saveSyncFile, trouble };
}

it('is off until the reader switches it on', async () => {
  const { changeSync } = await open(SYNC_OFF);
  expect(text()).not.toContain('Exchange now');
  document.querySelector<HTMLElement>('[role=switch]')?.click();
  await settle();
  expect(changeSync).toHaveBeenCalledWith({ isOn: true });
  expect(text()).toContain('Exchange now');
});

it('says in numbers what did not fit, and what is the matter', async () => {
  await open({
    ...ON,
    left: { papers: 200, notes: 12 },
    trouble: { kind: 'refused', words: 'QUOTA_BYTES quota exceeded' },
  });
  expect(text()).toContain('412 of 612 papers are exchanged');
  expect(text()).toContain('(over 4,000 characters): 12');
  expect(text()).toContain('QUOTA_BYTES quota exceeded');
  expect(text()).toContain('Its clock is more than a day ahead');
});

it('takes nothing out of sync without being asked twice', async () => {
  const { changeSync } = await open(ON);
  await press('Stop, and take my data out of sync');
  expect(changeSync).not.toHaveBeenCalled();
  await press('Take it out. The list itself stays');
  expect(changeSync).toHaveBeenCalledWith({ forget: '2-bbbbbb' });
  await press('Forget Laptop');
  expect(changeSync).toHaveBeenLastCalledWith({ forget: '1-aaaaaa' });
});

it('says when the background does not answer', async () => {
  const { trouble } = await open(ON, { syncNow: () => refused() });
  await press('Exchange now');
  expect(trouble.value).toBe('sync_failed');
});

async function choose(file: File): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('there is no picker');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

it('joins a file while the browser exchanges nothing, and saves it', async () => {
  const syncFile = vi.fn<SyncPorts['syncFile']>(() =>
    ok({ kind: 'done', text: 'paperkin-sync 1', papers: 1_234, lost: 3 }),
  );
  const { saveSyncFile } = await open(SYNC_OFF, { syncFile });
  const file = new File(['x'], 'list.txt');
  await choose(file);
  expect(syncFile).toHaveBeenCalledWith(file);
  expect(text()).toContain('1,234 papers are on your list now');
  expect(text()).toContain('passed over: 3');
  expect(saveSyncFile).not.toHaveBeenCalled();
  await press('Save the file');
  expect(syncFile).toHaveBeenLastCalledWith(null);
  expect(saveSyncFile).toHaveBeenCalledWith('paperkin-sync 1');
  expect(text()).not.toContain('1,234');
});

it('says of a file what is the matter with it', async () => {
  await open(SYNC_OFF, { syncFile: () => ok({ kind: 'refused', fault: 'foreign' }) });
  await choose(new File(['@article{a}'], 'list.bib'));
  expect(text()).toContain('not a file that Paperkin saved for other machines');
});
