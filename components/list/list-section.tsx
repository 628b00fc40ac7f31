import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EmptyState } from '../popup/empty-state';
import { LoadingRows } from '../popup/loading-rows';
import { aroundSlot, useMessages } from '../messages';
import { useKeyDown } from '../use-key-down';
import { EntryGrid } from './entry-grid';
import { EntryPanel } from './entry-panel';
import { AddBox } from './import/add-box';
import { AddPart } from './import/add-part';
import type { AddStore } from './import/add-store';
import { DropHere } from './import/drop-here';
import { ImportPart } from './import/import-part';
import { KeysSheet } from './keys-sheet';
import type { ListLook } from './look/list-look';
import { LookPart } from './look/look-part';
import { ListBar } from './list-bar';
import { onListKey } from './on-list-key';
import type { ListStore } from './list-store';
import { SelectionBar } from './selection-bar';
import { TagList } from './tag-list';
import { VersionReview } from './version-review';

export interface ListSectionProps {
  readonly adding: AddStore;
  readonly look: ListLook;
}

/** The whole reading list, with all that can be done to it. */
export function ListSection({ adding, look }: ListSectionProps) {
  const store = adding.list;
  const t = useMessages();
  const region = useRef<HTMLElement>(null);
  const [keysShown, setKeysShown] = useState(false);
  useStored(store);
  useKeyDown(null, (event) => {
    if (region.current) onListKey(store, region.current, event, () => setKeysShown(true));
  });
  const entries = store.entries.value;
  const action = { label: t('try_again'), onClick: () => void store.load() };
  return (
    <section class="pk-list" aria-label={t('list_title')} ref={region}>
      <WaysIn adding={adding} section={region} />
      <ListBar store={store} adding={adding} onKeys={() => setKeysShown(true)} />
      <LookPart look={look} />
      <SelectionBar store={store} />
      <div role="alert">
        {store.trouble.value !== null && <p class="pk-trouble">{t(store.trouble.value)}</p>}
      </div>
      <VersionReview store={store} />
      <div class="pk-list-room">
        {store.loadFailed.value ? (
          <EmptyState title={t('failed')} hint={t('failed_hint')} action={action} />
        ) : entries === null ? (
          <LoadingRows />
        ) : entries.length === 0 ? (
          <EmptyState title={t('list_empty')} hint={<EmptyHint />} />
        ) : (
          <>
            <TagList store={store} />
            <Rows store={store} />
          </>
        )}
        <EntryPanel store={store} />
      </div>
      <KeysSheet isOpen={keysShown} onClose={() => setKeysShown(false)} />
    </section>
  );
}

interface WaysInProps {
  readonly adding: AddStore;
  /** Where things are dropped. */
  readonly section: RefObject<HTMLElement | null>;
}

/** What papers come in by, and what is on its way. */
function WaysIn({ adding, section }: WaysInProps) {
  return (
    <>
      <AddBox adding={adding} />
      <AddPart adding={adding} />
      <ImportPart imports={adding.imports} />
      <DropHere section={section} adding={adding} />
    </>
  );
}

/** Reads the list, and keeps what is written. */
function useStored(store: ListStore): void {
  useEffect(() => {
    void store.load();
    const save = () => store.notes.save();
    // The last event that a tab about to be closed is sure to hear.
    document.addEventListener('visibilitychange', save);
    return () => document.removeEventListener('visibilitychange', save);
  }, []);
}

function EmptyHint() {
  const [before, after] = aroundSlot(useMessages(), 'list_empty_page_hint');
  return (
    <>
      {before}
      <kbd>s</kbd>
      {after}
    </>
  );
}

function Rows({ store: { rows }, store }: { readonly store: ListStore }) {
  const t = useMessages();
  if (rows.shown.value.length > 0) return <EntryGrid store={store} />;
  const clear = () => rows.show({ status: null, tag: null, starredOnly: false, text: '' });
  return (
    <EmptyState
      title={t('list_none_fit')}
      hint={t('list_none_fit_hint')}
      action={{ label: t('list_clear_filters'), onClick: clear }}
    />
  );
}
