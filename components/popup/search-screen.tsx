import type { SearchHit } from '../../core/search/hit';
import type { ReadingStatus } from '../../core/reading-list/entry';
import { useMessages } from '../messages';
import { EmptyState } from './empty-state';
import { LoadingRows } from './loading-rows';
import { PaperRow, SaveOrStatus } from './paper-row';
import type { PopupStore } from './popup-store';

const QUERY_SHOWN_MAX = 60;

/** What was found for the words in the search field, best first. */
export function SearchScreen({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const state = store.search.state.value;
  if (state.kind === 'failed') {
    const action = { label: t('try_again'), onClick: () => void store.search.run() };
    return <EmptyState title={t('failed')} hint={t('failed_hint')} action={action} />;
  }
  if (state.kind === 'searching') return <LoadingRows />;
  if (state.hits.length === 0) {
    const query = state.query.slice(0, QUERY_SHOWN_MAX);
    return <EmptyState title={t('search_empty', query)} hint={t('search_empty_hint')} />;
  }
  return (
    <ul class="pk-rows">
      {state.hits.map((hit) => (
        <HitRow key={hit.paper.id} store={store} hit={hit} />
      ))}
    </ul>
  );
}

/** The number of results, said politely each time it changes. */
export function SearchSummary({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const state = store.search.state.value;
  const text =
    state.kind === 'results' ? t('search_results', String(state.hits.length)) : t('search_searching');
  return (
    <>
      <output class="pk-strip-text">{text}</output>
      <label class="pk-strip-choice">
        <input
          type="checkbox"
          checked={store.search.isOnList.value}
          onChange={({ currentTarget }) => store.search.limitToList(currentTarget.checked)}
        />
        {t('search_on_list')}
      </label>
    </>
  );
}

function HitRow({ store, hit }: { readonly store: PopupStore; readonly hit: SearchHit }) {
  const { paper } = hit;
  const ref = { paperId: paper.id };
  const status = store.library.statusOf(paper, hit.status);
  const actions = {
    onSave: () => void store.library.save(ref),
    onStatus: (next: ReadingStatus) => void store.library.setStatus(paper.id, next),
  };
  const row = { key: paper.id, ref, title: paper.title, facts: paper, status };
  return (
    <PaperRow
      row={{ ...row, faint: false }}
      {...actions}
      onOpen={() => store.open(ref)}
      trailing={<SaveOrStatus title={paper.title} status={status} {...actions} />}
    />
  );
}
