import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { READING_STATUSES } from '../core/reading-list/entry';
import type { ReadingStatus } from '../core/reading-list/entry';
import type { MessageKey } from './messages';
import { useMessages } from './messages';

export const STATUS_MESSAGES: Readonly<Record<ReadingStatus, MessageKey>> = {
  'to-read': 'status_to_read',
  reading: 'status_reading',
  read: 'status_read',
};

/** The status after this one, round and round: what a click on the glyph alone does. */
function nextStatus(status: ReadingStatus): ReadingStatus {
  const next = (READING_STATUSES.indexOf(status) + 1) % READING_STATUSES.length;
  return READING_STATUSES[next] ?? 'to-read';
}

/** The glyph as a drawing: as letters the three differ in size from font to font. */
export function StatusGlyph({ status }: { readonly status: ReadingStatus }) {
  return (
    <svg class="pk-glyph" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4" />
      {status === 'reading' && <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2Z" fill="currentColor" />}
      {status === 'read' && <circle cx="6" cy="6" r="4.6" fill="currentColor" />}
    </svg>
  );
}

export interface StatusControlProps {
  readonly status: ReadingStatus;
  readonly onStatus: (status: ReadingStatus) => void;
  /** True when it takes the place of the Save button that had the focus. */
  readonly takesFocus: boolean;
}

/** The three statuses side by side: native radios, so that arrow keys and screen readers know them. */
export function StatusControl({ status, onStatus, takesFocus }: StatusControlProps) {
  const t = useMessages();
  const name = useId();
  const group = useRef<HTMLDivElement>(null);
  const focusChosen = () => group.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  // In the layout effect, before anything else can happen: a key pressed while nothing has the focus would be the page's.
  useLayoutEffect(() => {
    if (takesFocus) focusChosen();
  }, [takesFocus]);
  // Chosen by its number, the status is another radio's than the focused one; Tab and arrows start from the focus.
  useLayoutEffect(() => {
    if (group.current?.querySelector('input:focus')) focusChosen();
  }, [status]);
  return (
    <div class="pk-status" role="radiogroup" aria-label={t('status_group')} ref={group}>
      {READING_STATUSES.map((value) => (
        <label class="pk-status-choice" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === status}
            onChange={() => onStatus(value)}
          />
          <StatusGlyph status={value} />
          <span>{t(STATUS_MESSAGES[value])}</span>
        </label>
      ))}
    </div>
  );
}

export interface StatusCycleProps {
  readonly status: ReadingStatus;
  readonly onStatus: (status: ReadingStatus) => void;
}

/** One glyph that is a button: each press moves on to the next status. For rows, where three would be noise. */
export function StatusCycle({ status, onStatus }: StatusCycleProps) {
  const t = useMessages();
  const next = nextStatus(status);
  const label = t('status_cycle', t(STATUS_MESSAGES[status]), t(STATUS_MESSAGES[next]));
  return (
    <button
      type="button"
      class="pk-icon-button pk-cycle"
      data-status={status}
      aria-label={label}
      title={label}
      onClick={() => onStatus(next)}
    >
      <StatusGlyph status={status} />
    </button>
  );
}
