import type { ComponentChildren } from 'preact';
import type { ReadingStatus } from '../../core/reading-list/entry';
import { useRef } from 'preact/hooks';
import { useMessages } from '../messages';
import { Byline, useTitle } from '../paper-text';
import { StatusCycle } from '../status';
import { useKeyDown } from '../use-key-down';
import type { PaperRowData } from './page-rows';
import { paperAction } from './popup-keys';

/** Fewer names where a date takes its share of the line. */
const NAMES_BESIDE_DATE_MAX = 2;

export interface PaperRowProps {
  readonly row: PaperRowData;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onStatus: (status: ReadingStatus) => void;
  /** Present where the row can be taken away. */
  readonly onRemove?: () => void;
  /** Small print below the byline. */
  readonly note?: string;
  /** A date at the end of the byline: what is seen, and what is said of it. */
  readonly date?: { readonly text: string; readonly meaning: string };
  readonly leading?: ComponentChildren;
  readonly trailing?: ComponentChildren;
}

/** One paper of a list: its title opens it, its keys act on it without opening. */
export function PaperRow(props: PaperRowProps) {
  const { row, note, date, leading, trailing } = props;
  const title = useTitle(row.title);
  const region = useRef<HTMLLIElement>(null);
  useKeyDown(region, (event) => onRowKey(props, event));
  return (
    <li class="pk-row" data-row={row.key} data-faint={row.faint ? '' : undefined} ref={region}>
      {leading}
      <button type="button" class="pk-row-main" data-row-main onClick={props.onOpen}>
        <span class="pk-row-title" dir="auto">
          {title}
        </span>
        <span class="pk-row-facts">
          <Byline facts={row.facts} {...(date && { names: NAMES_BESIDE_DATE_MAX })} />
          {date && (
            <span class="pk-row-date">
              <span class="pk-unseen">{date.meaning}</span>
              <span aria-hidden="true">{date.text}</span>
            </span>
          )}
        </span>
        {note !== undefined && <span class="pk-row-note">{note}</span>}
      </button>
      {trailing}
    </li>
  );
}

/** Save, or the status once saved: what stands at the end of a row of the page and of search results. */
export function SaveOrStatus(props: {
  readonly title: string | null;
  readonly status: ReadingStatus | null;
  readonly onSave: () => void;
  readonly onStatus: (status: ReadingStatus) => void;
}) {
  const t = useMessages();
  const title = useTitle(props.title);
  if (props.status !== null) return <StatusCycle status={props.status} onStatus={props.onStatus} />;
  return (
    <button type="button" class="pk-secondary" aria-label={t('save_title', title)} onClick={props.onSave}>
      {t('save')}
    </button>
  );
}

type RowActions = Pick<PaperRowProps, 'onSave' | 'onStatus' | 'onRemove'> & {
  readonly row: Pick<PaperRowData, 'status'>;
};

/** Runs a row's shortcut; other keys go on their way. */
export function onRowKey({ row, onSave, onStatus, onRemove }: RowActions, event: KeyboardEvent): void {
  const action = paperAction(event);
  if (action === null) return;
  if (action.kind === 'save' && row.status === null) onSave();
  else if (action.kind === 'status' && row.status !== null) onStatus(action.status);
  else if (action.kind === 'remove' && onRemove !== undefined) onRemove();
  event.preventDefault();
}
