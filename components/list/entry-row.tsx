/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows placed one by one cannot be a table's: its elements lose their meaning with its layout */
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { bounded, TERM_LENGTH_MAX } from '../bounded';
import { countText, dateText } from '../library/amounts';
import { StarIcon } from '../icons';
import { useMessages } from '../messages';
import { plainNote } from '../note/parse-note';
import { Byline, useTitle } from '../paper-text';
import { StatusCycle } from '../status';
import type { ListStore } from './list-store';
import { otherStar } from './next-change';

/** Pixels; the style sheet has the same. */
export const ROW_HEIGHT_PX = 60;
/** Tags shown in a row; the panel has all. */
const ROW_TAGS_MAX = 3;
const NOTE_START_LENGTH_MAX = 160;
/** Signs and addresses of links take room that is not shown. */
const NOTE_READ_LENGTH = 2 * NOTE_START_LENGTH_MAX;

export interface EntryRowProps {
  readonly store: ListStore;
  readonly entry: ReadingListEntry;
  readonly at: number;
  readonly isActive: boolean;
}

/** One paper of the list. Its keys are the list's, its clicks the grid's. */
export function EntryRow({ store, entry, at, isActive }: EntryRowProps) {
  const title = useTitle(entry.paper.title);
  const { note } = entry;
  return (
    <div
      class="pk-entry"
      role="row"
      aria-rowindex={at + 1}
      aria-selected={store.rows.isPicked(entry.paper.id)}
      data-at={at}
      data-open={store.openId.value === entry.paper.id ? '' : undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ top: `${at * ROW_HEIGHT_PX}px` }}
    >
      <Controls store={store} entry={entry} title={title} />
      <div role="gridcell" class="pk-entry-main">
        <span class="pk-entry-title" dir="auto">
          {title}
        </span>
        <span class="pk-entry-facts">
          <KinWords words={store.rows.kinWordsOf(entry.paper.id)} />
          <VersionCount entry={entry} />
          <Tags tags={entry.tags} />
          <Byline facts={entry.paper} />
        </span>
      </div>
      <div role="gridcell" class="pk-entry-note" dir="auto">
        {note !== '' && bounded(plainNote(note.slice(0, NOTE_READ_LENGTH)), NOTE_START_LENGTH_MAX)}
      </div>
      <When entry={entry} />
    </div>
  );
}

interface ControlsProps extends Pick<EntryRowProps, 'store' | 'entry'> {
  readonly title: string;
}

function Controls({ store, entry, title }: ControlsProps) {
  const t = useMessages();
  return (
    <>
      <div role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('list_select', title)}
          checked={store.rows.isPicked(entry.paper.id)}
        />
      </div>
      <div role="gridcell">
        <StatusCycle
          status={entry.status}
          onStatus={(status) => void store.edit('status', [entry], { status })}
        />
      </div>
      <div role="gridcell">
        <StarButton store={store} entry={entry} />
      </div>
    </>
  );
}

function When({ entry }: { readonly entry: ReadingListEntry }) {
  const t = useMessages();
  const added = dateText(entry.addedAt, t('language_tag'));
  return (
    <div role="gridcell" class="pk-entry-when">
      <span class="pk-unseen">{t('list_added', added)}</span>
      <span aria-hidden="true">{added}</span>
      {entry.priority > 0 && (
        <span class="pk-priority">
          <span class="pk-unseen">{`${t('list_priority')}: ${t(`list_priority_${entry.priority}`)}`}</span>
          <span aria-hidden="true">{'!'.repeat(entry.priority)}</span>
        </span>
      )}
    </div>
  );
}

/** Sets a star or takes it away. */
export function StarButton({
  store,
  entry,
}: {
  readonly store: ListStore;
  readonly entry: ReadingListEntry;
}) {
  const t = useMessages();
  return (
    <button
      type="button"
      class="pk-icon-button pk-star"
      aria-pressed={entry.starred}
      aria-label={t('list_star')}
      title={t('list_star')}
      data-on={entry.starred ? '' : undefined}
      onClick={() => void store.edit('star', [entry], otherStar)}
    >
      <StarIcon filled={entry.starred} />
    </button>
  );
}

/** Why it stands where it stands, in a list sorted by kinship. */
function KinWords({ words }: { readonly words: readonly string[] }) {
  const t = useMessages();
  if (words.length === 0) return null;
  const named = words.map((word) => bounded(word, TERM_LENGTH_MAX)).join(t('list_separator'));
  return <span class="pk-kin-words">{t('kin_reason', named)}</span>;
}

function VersionCount({ entry: { versions } }: Pick<EntryRowProps, 'entry'>) {
  const t = useMessages();
  if (versions.length === 0) return null;
  return (
    <span class="pk-version-count">
      {t('list_versions_count', countText(versions.length + 1, t('language_tag')))}
    </span>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <span class="pk-entry-tags">
      {tags.slice(0, ROW_TAGS_MAX).map((tag) => (
        <span class="pk-tag" key={tag} dir="auto">
          {tag}
        </span>
      ))}
      {tags.length > ROW_TAGS_MAX && <span class="pk-tag">+{tags.length - ROW_TAGS_MAX}</span>}
    </span>
  );
}
