import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import { EmptyState } from './empty-state';
import { LoadingRows } from './loading-rows';
import { pageRows } from './page-rows';
import type { PageRowData } from './page-rows';
import { PaperRow, SaveOrStatus } from './paper-row';
import type { PopupStore } from './popup-store';

/** The papers of the page, or what to do where there are none. */
export function PageScreen({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const { page } = store;
  const state = page.state.value;
  const settings = store.settings.settings.value;
  if (settings?.isOff) {
    const site = bounded(settings.site, NAME_LENGTH_MAX);
    const action = { label: t('page_turn_on'), onClick: () => void store.turnSiteOn() };
    return <EmptyState title={t('page_off', site)} hint={t('page_off_hint')} action={action} />;
  }
  switch (state.kind) {
    case 'loading':
      return <LoadingRows />;
    case 'forbidden':
      return <EmptyState title={t('page_forbidden')} hint={t('page_forbidden_hint')} />;
    case 'not-looked': {
      const busy = page.looking.value;
      const label = t(busy ? 'page_looking' : 'page_look_here');
      const action = { label, busy, onClick: () => void page.lookHere() };
      return <EmptyState title={t('page_not_looked')} hint={t('page_not_looked_hint')} action={action} />;
    }
    case 'papers':
      if (state.papers.length === 0) {
        return <EmptyState title={t('page_empty')} hint={t('page_empty_hint')} />;
      }
      return <Rows store={store} rows={pageRows(state.papers)} />;
  }
}

function Rows({ store, rows }: { readonly store: PopupStore; readonly rows: readonly PageRowData[] }) {
  const t = useMessages();
  const { page } = store;
  const hidden = rows.length - page.shown.value;
  return (
    <>
      <ul class="pk-rows">
        {rows.slice(0, page.shown.value).map((row) => (
          <PageRow key={row.key} store={store} row={row} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="pk-secondary pk-more" onClick={() => page.showMore()}>
          {t('show_more', String(Math.min(hidden, page.step)))}
        </button>
      )}
    </>
  );
}

function PageRow({ store, row: plain }: { readonly store: PopupStore; readonly row: PageRowData }) {
  const t = useMessages();
  const { library } = store;
  const paper = { ...plain.paper, id: plain.paper.id ?? library.idOf(plain.mention) };
  const row = { ...plain, status: library.statusOf(paper, plain.status) };
  const actions = {
    onSave: () => void library.save(row.ref),
    onStatus: (status: Parameters<typeof library.setStatus>[1]) => {
      const paperId = library.entryOf(paper)?.paper.id ?? paper.id;
      if (paperId !== null) void library.setStatus(paperId, status);
    },
  };
  return (
    <PaperRow
      row={row}
      {...actions}
      {...(row.faint ? { note: t('page_nothing_known') } : {})}
      onOpen={() => store.open(row.ref)}
      trailing={<SaveOrStatus title={row.title} status={row.status} {...actions} />}
    />
  );
}
