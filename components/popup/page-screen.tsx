import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import type { MessageKey } from '../messages';
import { EmptyState } from './empty-state';
import { LoadingRows } from './loading-rows';
import { pageRows } from './page-rows';
import type { PageRowData } from './page-rows';
import { PaperRow, SaveOrStatus } from './paper-row';
import type { PopupStore } from './popup-store';
import type { Obstacle, PageAnswer } from './ports';
import { SiteLine, SiteOffer } from './site-offer';

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
    case 'unreadable':
      return <Unreadable store={store} state={state} />;
    case 'not-looked':
      return <NotLooked store={store} state={state} />;
    case 'papers':
      return (
        <>
          {state.papers.length === 0 ? (
            <EmptyState title={t('page_empty')} hint={t('page_empty_hint')} />
          ) : (
            <Rows store={store} rows={pageRows(state.papers)} />
          )}
          <SiteLine store={store} />
        </>
      );
  }
}

interface StateProps<K extends PageAnswer['kind']> {
  readonly store: PopupStore;
  readonly state: Extract<PageAnswer, { readonly kind: K }>;
}

function NotLooked({ store, state: { papers } }: StateProps<'not-looked'>) {
  const t = useMessages();
  const { page } = store;
  const busy = page.looking.value;
  const label = t(busy ? 'page_looking' : 'page_look_here');
  const action = { label, busy, onClick: () => void page.lookHere() };
  return (
    <>
      <ByAddress store={store} papers={papers} />
      <EmptyState
        title={t('page_not_looked')}
        hint={t('page_not_looked_hint')}
        action={action}
        isBelow={papers.length > 0}
        more={<SiteOffer store={store} />}
      />
    </>
  );
}

const WHY: Readonly<Record<Obstacle, readonly [title: MessageKey, hint: MessageKey]>> = {
  browser: ['page_forbidden', 'page_forbidden_hint'],
  pdf: ['page_pdf', 'page_pdf_hint'],
  file: ['page_file', 'page_file_hint'],
  refused: ['page_refused', 'page_refused_hint'],
  unseen: ['page_not_looked', 'page_unseen_hint'],
};

function Unreadable({ store, state: { why, papers, page } }: StateProps<'unreadable'>) {
  const t = useMessages();
  const [title, hint] = WHY[why];
  return (
    <>
      <ByAddress store={store} papers={papers} />
      <EmptyState
        title={t(title)}
        hint={t(hint)}
        isBelow={papers.length > 0}
        {...(page === null ? {} : { link: { label: t('page_open_landing'), href: page } })}
      />
    </>
  );
}

/** The paper that the address of the tab names. */
function ByAddress({ store, papers }: { readonly store: PopupStore; readonly papers: PageAnswer['papers'] }) {
  const t = useMessages();
  if (papers.length === 0) return null;
  return (
    <section aria-label={t('page_by_address')}>
      <p class="pk-by-address">{t('page_by_address')}</p>
      <Rows store={store} rows={pageRows(papers)} />
    </section>
  );
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
