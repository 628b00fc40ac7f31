import { useState } from 'preact/hooks';
import type { NamedView } from '../../../core/reading-list/named-views';
import { useMessages } from '../../messages';
import type { ListRows } from '../list-rows';
import { NameForm } from './name-form';
import type { ViewsStore } from './views-store';

interface ViewToolsProps {
  readonly store: ViewsStore;
  readonly rows: ListRows;
}

/** Keeps what is shown under a name; renames, changes or deletes the view that is open. */
export function ViewTools({ store, rows }: ViewToolsProps) {
  const [naming, setNaming] = useState<'keep' | 'rename' | null>(null);
  const opened = store.opened.value;
  const renamed = naming === 'rename' ? opened : null;
  const end = () => {
    setNaming(null);
    rows.wantFocus();
  };
  const leave = () => {
    store.trouble.value = null;
    end();
  };
  const name = async (text: string) => {
    if (await (renamed ? store.rename(renamed, text) : store.keep(text))) end();
  };
  if (naming !== null) {
    return (
      <NameForm key={naming} first={renamed?.name ?? ''} onName={(text) => void name(text)} onLeave={leave} />
    );
  }
  return (
    <span class="pk-view-tools">
      {store.isChanged.value && <KeepButton onKeep={() => setNaming('keep')} />}
      {opened && (
        <OpenViewTools store={store} named={opened} onRename={() => setNaming('rename')} onDone={end} />
      )}
    </span>
  );
}

function KeepButton({ onKeep }: { readonly onKeep: () => void }) {
  const t = useMessages();
  return (
    <button type="button" class="pk-secondary" title={t('list_view_keep_hint')} onClick={onKeep}>
      {t('list_view_keep')}
    </button>
  );
}

interface OpenViewToolsProps {
  readonly store: ViewsStore;
  readonly named: NamedView;
  readonly onRename: () => void;
  readonly onDone: () => void;
}

function OpenViewTools({ store, named, onRename, onDone }: OpenViewToolsProps) {
  const t = useMessages();
  const finish = async (change: Promise<boolean>) => {
    await change;
    onDone();
  };
  return (
    <>
      {store.isChanged.value && (
        <button type="button" class="pk-secondary" onClick={() => void finish(store.overwrite(named))}>
          {t('list_view_overwrite')}
        </button>
      )}
      <button type="button" class="pk-secondary" onClick={onRename}>
        {t('corpus_rename')}
      </button>
      <button type="button" class="pk-secondary" onClick={() => void finish(store.remove(named))}>
        {t('list_tag_drop')}
      </button>
    </>
  );
}
