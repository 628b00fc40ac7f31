import type { CardData } from '../../core/card';
import type { Kin } from '../../core/kin/kin';
import type { ReadingStatus } from '../../core/reading-list/entry';
import { AbstractPart } from '../abstract-part';
import { KinList } from '../kin-list';
import { useMessages } from '../messages';
import { PaperActions } from '../paper-actions';
import { Byline, TitleLink } from '../paper-text';
import { Provenance } from '../provenance';
import { shownSpans, SummaryText, useLonger } from '../summary-text';
import { WrittenPart } from '../written/written-part';
import { EmptyState } from './empty-state';
import { LoadingRows } from './loading-rows';
import { SaveOrStatus, onRowKey } from './paper-row';
import type { PopupStore } from './popup-store';

/** Names shown where there is room; a paper of 200 authors still leaves room for its summary. */
const DETAIL_NAMES_MAX = 12;
const DETAIL_KIN_MAX = 8;

/** One paper in full. */
export function DetailScreen({ store }: { readonly store: PopupStore }) {
  const t = useMessages();
  const state = store.detail.state.value;
  if (state.kind === 'loading') return <LoadingRows />;
  if (state.kind === 'ready') return <Detail key={state.data.paper.id} store={store} data={state.data} />;
  if (state.error === 'not-found') {
    return <EmptyState title={t('detail_not_found')} hint={t('detail_not_found_hint')} />;
  }
  const action = { label: t('try_again'), onClick: () => void store.detail.load() };
  return <EmptyState title={t('failed')} hint={t('failed_hint')} action={action} />;
}

function Detail({ store, data }: { readonly store: PopupStore; readonly data: CardData }) {
  const { library, detail } = store;
  const { paper } = data;
  const longer = useLonger(paper.id);
  return (
    <article class="pk-detail">
      <h2 class="pk-title">
        <TitleLink paper={paper} />
      </h2>
      <Byline facts={paper} names={DETAIL_NAMES_MAX} />
      <PaperActions
        paper={paper}
        status={library.statusOf(paper, data.status)}
        saving={library.trouble.value === 'save_failed' ? 'failed' : 'idle'}
        onSave={() => detail.current !== null && void library.save(detail.current)}
        onStatus={(status) => void library.setStatus(paper.id, status)}
        onPdf={() => void detail.notePdfOpened(paper, library.statusOf(paper, data.status))}
      />
      <SummaryText data={data} longer={longer} />
      <WrittenPart paper={paper} write={store.write} />
      {paper.abstract !== null && (
        <AbstractPart abstract={paper.abstract} spans={shownSpans(data.summary, longer)} />
      )}
      <KinList
        data={data}
        limit={DETAIL_KIN_MAX}
        onOpen={(paperId) => store.open({ paperId })}
        onRowKey={(kin, event) => onRowKey(kinActions(store, kin), event)}
        aside={(kin) => <KinAside store={store} kin={kin} />}
      />
      <Provenance data={data} onDeny={(isDenied) => void detail.deny(paper.id, isDenied)} />
    </article>
  );
}

function kinActions({ library }: PopupStore, { paper }: Kin) {
  const status = library.statusOf(paper, null);
  return {
    row: { status },
    onSave: () => void library.save({ paperId: paper.id }),
    onStatus: (next: ReadingStatus) => void library.setStatus(paper.id, next),
  };
}

function KinAside({ store, kin }: { readonly store: PopupStore; readonly kin: Kin }) {
  const { row, onSave, onStatus } = kinActions(store, kin);
  return <SaveOrStatus title={kin.paper.title} status={row.status} onSave={onSave} onStatus={onStatus} />;
}
