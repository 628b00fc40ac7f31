import type { CardData } from '../../core/card';
import type { PaperBrief, PaperId } from '../../core/paper';
import { KinList } from '../kin-list';
import { CloseIcon } from '../icons';
import { useMessages } from '../messages';
import { PaperActions } from '../paper-actions';
import { Byline, TitleLink } from '../paper-text';
import { SummaryText, useLonger } from '../summary-text';
import { WrittenPart } from '../written/written-part';
import type { MapStore } from './map-store';

export interface MapCardPanelProps {
  readonly store: MapStore;
  /** Where the paper stands in the picture: its card stands on the other side. */
  readonly isOnRight: boolean;
  readonly onClose: () => void;
  /** The reader chose a kin. */
  readonly onOpen: (paper: PaperBrief) => void;
}

/** The card of the paper that is looked at, beside the picture. */
export function MapCardPanel({ store, isOnRight, onClose, onOpen }: MapCardPanelProps) {
  const t = useMessages();
  const card = store.card.value;
  const paper = store.opened.value;
  if (card === null || paper === null) return null;
  const data = card.kind === 'ready' ? card.data : null;
  return (
    <article
      class="pk-map-card"
      data-side={isOnRight ? 'start' : 'end'}
      aria-label={paper.title}
      aria-busy={card.kind === 'loading'}
    >
      <header class="pk-card-head">
        <h2 class="pk-title">
          {data ? <TitleLink paper={data.paper} /> : <span dir="auto">{paper.title}</span>}
        </h2>
        <button
          type="button"
          class="pk-icon-button"
          aria-label={t('card_close')}
          title={`${t('card_close')} (Escape)`}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </header>
      {card.kind === 'failed' && <p class="pk-hint">{t('failed')}</p>}
      {data && <Facts store={store} data={data} onOpen={onOpen} />}
    </article>
  );
}

interface FactsProps extends Pick<MapCardPanelProps, 'store' | 'onOpen'> {
  readonly data: CardData;
}

function Facts({ store, data, onOpen }: FactsProps) {
  const longer = useLonger(data.paper.id);
  const openKin = (paperId: PaperId) => {
    const kin = data.kin.find(({ paper }) => paper.id === paperId);
    if (kin) onOpen(kin.paper);
  };
  return (
    <>
      <Byline facts={data.paper} />
      <SummaryText data={data} longer={longer} />
      <WrittenPart paper={data.paper} write={store.write} />
      <PaperActions
        key={data.paper.id}
        paper={data.paper}
        status={data.status}
        saving={store.saving.value}
        onSave={() => void store.save()}
        onStatus={(status) => void store.setStatus(status)}
      />
      <KinList data={data} onOpen={openKin} />
    </>
  );
}
