import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../../core/reading-list/entry';
import { bounded, TITLE_LENGTH_MAX } from '../../bounded';
import { countText } from '../../library/amounts';
import { useMessages, type MessageKey } from '../../messages';
import { Byline } from '../../paper-text';
import type { LeavingOut } from './leaving-out';
import { idOf } from './list-import-store';

/** Rows drawn at first, and with each wish for more: a file may have tens of thousands. */
const ROWS_STEP = 50;

export interface PreviewGroupProps {
  /** With the number of papers in it. */
  readonly name: MessageKey;
  readonly entries: readonly ReadingListEntry[];
  /** Null where there is nothing to choose. */
  readonly leavingOut: LeavingOut | null;
  readonly isOpen?: boolean;
  /** What is said below a paper. */
  readonly below?: (entry: ReadingListEntry) => ComponentChildren;
}

/** Papers to which an import would do the same, each to be left out, or all of them. */
export function PreviewGroup({ name, entries, leavingOut, isOpen = true, below }: PreviewGroupProps) {
  const t = useMessages();
  const [rows, setRows] = useState(ROWS_STEP);
  if (entries.length === 0) return null;
  const language = t('language_tag');
  const title = t(name, countText(entries.length, language));
  const more = Math.min(ROWS_STEP, entries.length - rows);
  return (
    <details class="pk-preview-group" open={isOpen}>
      <summary>{title}</summary>
      {leavingOut && <AllOfGroup title={title} entries={entries} leavingOut={leavingOut} />}
      <ul>
        {entries.slice(0, rows).map((entry) => (
          <li key={entry.paper.id}>
            <PreviewRow entry={entry} leavingOut={leavingOut} />
            {below?.(entry)}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="pk-secondary" onClick={() => setRows(rows + ROWS_STEP)}>
          {t('show_more', countText(more, language))}
        </button>
      )}
    </details>
  );
}

interface AllOfGroupProps {
  readonly title: string;
  readonly entries: readonly ReadingListEntry[];
  readonly leavingOut: LeavingOut;
}

function AllOfGroup({ title, entries, leavingOut }: AllOfGroupProps) {
  const taken = leavingOut.taken(entries, idOf).length;
  return (
    <input
      type="checkbox"
      class="pk-preview-all"
      aria-label={title}
      checked={taken === entries.length}
      indeterminate={taken > 0 && taken < entries.length}
      onChange={({ currentTarget }) => leavingOut.set(entries.map(idOf), currentTarget.checked)}
    />
  );
}

interface PreviewRowProps {
  readonly entry: ReadingListEntry;
  readonly leavingOut: LeavingOut | null;
}

function PreviewRow({ entry, leavingOut }: PreviewRowProps) {
  const t = useMessages();
  const { paper } = entry;
  const facts = (
    <span>
      <span class="pk-preview-title" dir="auto">
        {bounded(paper.title, TITLE_LENGTH_MAX) || t('untitled')}
      </span>
      <Byline facts={paper} />
    </span>
  );
  if (leavingOut === null) return <div class="pk-preview-row">{facts}</div>;
  return (
    <label class="pk-preview-row">
      <input
        type="checkbox"
        checked={leavingOut.isTaken(paper.id)}
        onChange={({ currentTarget }) => leavingOut.set([paper.id], currentTarget.checked)}
      />
      {facts}
    </label>
  );
}
