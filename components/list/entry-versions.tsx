import type { Paper } from '../../core/paper';
import { recordsOf, type ReadingListEntry } from '../../core/reading-list/entry';
import { venueAndYear } from '../byline';
import { useMessages } from '../messages';
import { Byline, PaperLinks, useTitle } from '../paper-text';
import type { ListStore } from './list-store';
import { apartStep, leadStep, mergeStep, splitStep } from './version-steps';

interface EntryVersionsProps {
  readonly store: ListStore;
  readonly entry: ReadingListEntry;
}

/** The records of an entry with their links, and other entries that may be of the same paper. */
export function EntryVersions({ store, entry }: EntryVersionsProps) {
  const t = useMessages();
  const records = recordsOf(entry);
  return (
    <>
      {store.suggestions.of(entry).map((other) => (
        <PerhapsSame key={other.paper.id} store={store} entry={entry} other={other} />
      ))}
      {records.length > 1 && (
        <section class="pk-versions" aria-label={t('list_versions')}>
          <h3 class="pk-versions-head">{t('list_versions_count', String(records.length))}</h3>
          <ul>
            {records.map((record, at) => (
              <Version key={record.id} store={store} entry={entry} record={record} leads={at === 0} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface VersionProps extends EntryVersionsProps {
  readonly record: Paper;
  readonly leads: boolean;
}

function Version({ store, entry, record, leads }: VersionProps) {
  const t = useMessages();
  const title = useTitle(record.title);
  const isRenamed = record.title !== entry.paper.title;
  return (
    <li class="pk-version">
      <div class="pk-version-name">
        <span>
          <bdi>{labelOf(record)}</bdi>
          {leads && <span class="pk-hint"> · {t('list_version_leads')}</span>}
        </span>
        <PaperLinks paper={record} />
      </div>
      {isRenamed && (
        <p class="pk-hint pk-small" dir="auto">
          {title}
        </p>
      )}
      {!leads && <VersionActions store={store} entry={entry} record={record} />}
    </li>
  );
}

function VersionActions({ store, entry, record }: Omit<VersionProps, 'leads'>) {
  const t = useMessages();
  const { id } = record;
  return (
    <div class="pk-version-actions">
      <button
        type="button"
        class="pk-secondary"
        aria-label={t('list_version_lead_one', labelOf(record))}
        onClick={() => void store.changeVersions('lead', entry, leadStep(entry, id))}
      >
        {t('list_version_lead')}
      </button>
      <button
        type="button"
        class="pk-secondary"
        aria-label={t('list_version_split_one', labelOf(record))}
        onClick={() => void store.changeVersions('split', entry, splitStep(entry, id))}
      >
        {t('list_version_split')}
      </button>
    </div>
  );
}

/** What tells a record from the others: where and when it came out, or what names it. */
function labelOf(record: Paper): string {
  const facts = venueAndYear(record);
  if (record.venue !== null) return facts.join(' · ');
  const name = nameOf(record);
  return [...(name === null ? [] : [name]), ...facts].join(' · ');
}

/** What names a record and no other; null for a record that has a title alone. */
export function nameOf({ arxiv, doi }: Paper): string | null {
  return arxiv === null ? doi : `arXiv:${arxiv}`;
}

interface PerhapsSameProps extends EntryVersionsProps {
  readonly other: ReadingListEntry;
}

function PerhapsSame({ store, entry, other }: PerhapsSameProps) {
  const t = useMessages();
  const title = useTitle(other.paper.title);
  return (
    <section class="pk-perhaps" aria-label={t('list_perhaps_same')}>
      <p class="pk-perhaps-head">{t('list_perhaps_same')}</p>
      <button
        type="button"
        class="pk-perhaps-title"
        dir="auto"
        onClick={() => void store.open(other.paper.id)}
      >
        {title}
      </button>
      <Byline facts={other.paper} />
      <p class="pk-hint pk-small">{nameOf(other.paper)}</p>
      <div class="pk-version-actions">
        <SameOrNot store={store} entry={entry} other={other} />
      </div>
    </section>
  );
}

/** The two answers to whether two entries are of one paper. */
export function SameOrNot({ store, entry, other }: PerhapsSameProps) {
  const t = useMessages();
  const title = useTitle(other.paper.title);
  return (
    <>
      <button
        type="button"
        class="pk-secondary"
        title={t('list_merge_hint')}
        aria-label={t('list_merge_one', title)}
        onClick={() => void store.changeVersions('merge', entry, mergeStep(entry, other))}
      >
        {t('list_merge')}
      </button>
      <button
        type="button"
        class="pk-secondary"
        aria-label={t('list_not_same_one', title)}
        onClick={() => void store.changeVersions('apart', entry, apartStep(entry, other))}
      >
        {t('list_not_same')}
      </button>
    </>
  );
}
