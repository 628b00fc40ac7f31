import type { CardData } from '../core/card';
import type { PaperId } from '../core/paper';
import type { ReadingStatus } from '../core/reading-list/entry';

/** What the card has to show: nothing yet, a paper, or a word on why not. */
export type CardState =
  | { readonly kind: 'loading'; readonly title: string | null }
  | { readonly kind: 'ready'; readonly data: CardData }
  /** `reload`: the extension was updated or removed, only reloading the page helps. `failed`: trying again may help. */
  | { readonly kind: 'error'; readonly error: 'reload' | 'failed' };

export interface CardProps {
  readonly state: CardState;
  readonly pinned: boolean;
  /** `saving` while the answer is under way, `failed` when the last save did not work. */
  readonly saving: 'idle' | 'saving' | 'failed';
  readonly onSave: () => void;
  readonly onStatus: (status: ReadingStatus) => void;
  readonly onPin: () => void;
  readonly onClose: () => void;
  /** The reader chose a kin: the card shows that paper instead. */
  readonly onOpenPaper: (paperId: PaperId) => void;
  /** Back to the paper before; null when there is none. */
  readonly onBack: (() => void) | null;
}

export function Card(_props: CardProps) {
  return <article />;
}
