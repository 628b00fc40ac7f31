import type { JSX } from 'preact';
import { Card } from '../../components/card';
import type { CardProps, CardState } from '../../components/card';
import type { CardData } from '../../core/card';
import { cardOf, odd, paper } from './fixtures';

const nothing = () => {};
const REST: Omit<CardProps, 'state'> = {
  pinned: false,
  saving: 'idle',
  onSave: nothing,
  onStatus: nothing,
  onPdf: nothing,
  onDeny: nothing,
  onPin: nothing,
  onMove: nothing,
  onSiteOff: nothing,
  site: 'arxiv.org',
  onClose: nothing,
  onOpenPaper: nothing,
  onBack: null,
};

function card(state: CardState, more: Partial<CardProps> = {}): () => JSX.Element {
  return () => <Card {...REST} {...more} state={state} />;
}

const ready = (data: CardData): CardState => ({ kind: 'ready', data });

/** Every state of the card, by name. */
export const cardScreens: Readonly<Record<string, () => JSX.Element>> = {
  'card-ready': card(ready(cardOf(paper(0)))),
  'card-saved-pinned': card(ready(cardOf(paper(1), { status: 'reading', rule: 'title' })), {
    pinned: true,
    onBack: nothing,
  }),
  'card-saving': card(ready(cardOf(paper(0))), { saving: 'saving' }),
  'card-save-failed': card(ready(cardOf(paper(0))), { saving: 'failed' }),
  'card-loading': card({ kind: 'loading', title: null }),
  'card-loading-titled': card({ kind: 'loading', title: paper(0).title }),
  'card-error': card({ kind: 'error' }),
  'card-bare': card(ready(cardOf(odd.bare, { summary: null, kin: [], origin: 'page', rule: null }))),
  'card-kin-lost': card(ready(cardOf(paper(4), { kin: [], areReasonsLost: true }))),
  'card-summary-lost': card(ready(cardOf(paper(4), { summary: null, isSummaryLost: true }))),
  'card-no-kin': card(ready(cardOf(paper(4), { kin: [], origin: 'list', rule: null }))),
  'card-long': card(ready(cardOf(odd.long, { rule: 'other-title' }))),
  'card-unbroken': card(ready(cardOf(odd.unbroken))),
  'card-rtl': card(ready(cardOf(odd.rightToLeft))),
  'card-chinese': card(ready(cardOf(odd.chinese, { status: 'read' }))),
};
