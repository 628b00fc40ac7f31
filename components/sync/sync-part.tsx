import { useState } from 'preact/hooks';
import { NOTE_CHARS_MAX, type LeftOut } from '../../core/sync/pack-items';
import type { SyncDevice, SyncState, SyncTrouble } from '../../core/sync/sync-state';
import { countText } from '../library/amounts';
import { useMessages, type MessageKey } from '../messages';
import type { OptionsStore } from '../options/options-store';
import { Switch } from '../popup/switch';
import { FileBox } from './file-box';
import type { MachinesStore } from './machines-store';

/** The reader's other machines: whether the list goes there, how that stands, what stayed behind. */
export function SyncPart({ store: { machines } }: { readonly store: OptionsStore }) {
  const t = useMessages();
  const state = machines.state.value;
  return (
    <section aria-labelledby="pk-options-sync">
      <h2 id="pk-options-sync">{t('sync_title')}</h2>
      <p class="pk-hint">{t('sync_hint')}</p>
      {state && (
        <>
          <Switch
            name={t('sync_switch')}
            hint={t('sync_switch_hint')}
            isOn={state.isOn}
            onChange={(isOn) => void machines.change({ isOn })}
          />
          {state.isOn && <Running state={state} machines={machines} />}
          <FileBox machines={machines} />
        </>
      )}
    </section>
  );
}

interface RunningProps {
  readonly state: SyncState;
  readonly machines: MachinesStore;
}

function Running({ state, machines }: RunningProps) {
  const t = useMessages();
  const own = state.devices.find(({ isThis }) => isThis);
  return (
    <>
      <output>
        <StateLine state={state} isBusy={machines.isBusy.value} />
      </output>
      <div role="alert">{state.trouble && <Trouble {...state.trouble} />}</div>
      <LeftLine papers={state.papers} left={state.left} />
      {state.damaged > 0 && <p class="pk-hint">{t('sync_damaged', String(state.damaged))}</p>}
      <div class="pk-buttons">
        <button
          type="button"
          class="pk-primary"
          disabled={machines.isBusy.value}
          onClick={() => void machines.exchange()}
        >
          {t('sync_now')}
        </button>
        {own && <LeaveButton onLeave={() => void machines.change({ forget: own.id })} />}
      </div>
      <h3>{t('sync_machines')}</h3>
      <NameField state={state} machines={machines} />
      <Machines state={state} machines={machines} />
    </>
  );
}

function StateLine({ state, isBusy }: { readonly state: SyncState; readonly isBusy: boolean }) {
  const t = useMessages();
  const at = (time: number | null) => (time === null ? '' : timeText(time, t('language_tag')));
  if (isBusy) return <p>{t('sync_busy')}</p>;
  if (state.lastAt === null) return <p>{t('sync_never', at(state.since))}</p>;
  return <p>{t('sync_last', at(state.lastAt), at(state.since))}</p>;
}

const TROUBLES: Readonly<Record<SyncTrouble, MessageKey>> = {
  newer: 'sync_newer',
  list: 'sync_list',
  refused: 'sync_refused',
};

function Trouble({ kind, words }: NonNullable<SyncState['trouble']>) {
  const t = useMessages();
  return <p class="pk-trouble">{t(TROUBLES[kind], words)}</p>;
}

/** What the reader could take for exchanged and is not. */
function LeftLine({ papers, left }: { readonly papers: number; readonly left: LeftOut }) {
  const t = useMessages();
  const text = (count: number) => countText(count, t('language_tag'));
  return (
    <>
      {left.papers > 0 && (
        <p class="pk-panel-box">
          {t('sync_left_papers', text(Math.max(0, papers - left.papers)), text(papers))}
        </p>
      )}
      {left.notes > 0 && (
        <p class="pk-panel-box">{t('sync_left_notes', text(left.notes), text(NOTE_CHARS_MAX))}</p>
      )}
    </>
  );
}

/** Asks once more: what stands in the browser's sync goes. */
function LeaveButton({ onLeave }: { readonly onLeave: () => void }) {
  const t = useMessages();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <button type="button" class="pk-secondary" onClick={() => setAsked(true)}>
        {t('sync_leave')}
      </button>
    );
  return (
    <>
      <button type="button" class="pk-secondary" onClick={onLeave}>
        {t('sync_leave_sure')}
      </button>
      <button type="button" class="pk-secondary" onClick={() => setAsked(false)}>
        {t('dialog_cancel')}
      </button>
    </>
  );
}

function NameField({ state, machines }: RunningProps) {
  const t = useMessages();
  return (
    <label class="pk-machine-name">
      <span>{t('sync_name')}</span>
      <input
        type="text"
        maxLength={40}
        placeholder={t('sync_name_example')}
        value={state.name}
        onChange={({ currentTarget }) => void machines.change({ name: currentTarget.value })}
      />
    </label>
  );
}

function Machines({ state, machines }: RunningProps) {
  const t = useMessages();
  const others = state.devices.filter(({ isThis }) => !isThis);
  if (others.length === 0) return <p class="pk-hint">{t('sync_alone')}</p>;
  return (
    <ul class="pk-machines">
      {others.map((device) => (
        <Machine
          key={device.id}
          device={device}
          onForget={() => void machines.change({ forget: device.id })}
        />
      ))}
    </ul>
  );
}

function Machine({ device, onForget }: { readonly device: SyncDevice; readonly onForget: () => void }) {
  const t = useMessages();
  const name = device.name === '' ? t('sync_unnamed', device.id) : device.name;
  return (
    <li>
      <span>
        {name}
        {device.writtenAt !== null && (
          <span class="pk-hint">{t('sync_wrote', timeText(device.writtenAt, t('language_tag')))}</span>
        )}
        {device.isAhead && <span class="pk-trouble">{t('sync_clock_ahead')}</span>}
      </span>
      <button
        type="button"
        class="pk-secondary"
        title={t('sync_forget_hint')}
        aria-label={t('sync_forget_one', name)}
        onClick={onForget}
      >
        {t('sync_forget')}
      </button>
    </li>
  );
}

function timeText(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
