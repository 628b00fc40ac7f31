import { citationKeys } from '../../core/list-formats/citation-keys';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { CopyChoice } from '../citation/copy-choice';
import { ZoteroButton } from '../zotero/zotero-button';
import type { ListStore } from './list-store';

export interface WaysOutProps {
  readonly store: ListStore;
  readonly entries: readonly ReadingListEntry[];
}

/** What is told of papers lasts until it is about others. */
export function WaysOut({ store, entries }: WaysOutProps) {
  const ids = entries.map(({ paper }) => paper.id).join(' ');
  return (
    <span class="pk-ways-out" key={ids}>
      <CopyChoice
        papers={entries.map(({ paper }) => paper)}
        keys={() => citationKeys(store.entries.value ?? [])}
        copy={store.files.copy}
      />
      <ZoteroButton entries={entries} send={store.files.sendToZotero} />
    </span>
  );
}
