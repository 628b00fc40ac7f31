import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { CardData } from '../core/card';
import type { PaperId } from '../core/paper';
import type { ReadingStatus } from '../core/reading-list/entry';
import { CardReady } from './card-body';
import { cardAction } from './card-keys';
import { CardLoading } from './card-loading';
import { BackIcon, CloseIcon, PinIcon } from './icons';
import { useMessages } from './messages';
import type { Translate } from './messages';
import { TitleLink, useTitle } from './paper-text';
import { STATUS_MESSAGES } from './status';
import { useKeyDown } from './use-key-down';

/** What the card has to show: nothing yet, a paper, or a word on why not. */
export type CardState =
  | { readonly kind: 'loading'; readonly title: string | null }
  | { readonly kind: 'ready'; readonly data: CardData }
  /** Trying again may help. */
  | { readonly kind: 'error' };

export interface CardProps {
  readonly state: CardState;
  readonly pinned: boolean;
  /** `saving` while the answer is under way, `failed` when the last save did not work. */
  readonly saving: 'idle' | 'saving' | 'failed';
  readonly onSave: () => void;
  readonly onStatus: (status: ReadingStatus) => void;
  readonly onPdf: () => void;
  /** The reader says that the page does not name this paper, or takes that back. */
  readonly onDeny: (isDenied: boolean) => void;
  readonly onPin: () => void;
  /** Moves the pinned card by so many px; the pointer's drag of the grip is the page code's. */
  readonly onMove: (dx: number, dy: number) => void;
  /** The host name of the page; empty for a page without one. */
  readonly site: string;
  /** Paperkin is to keep away from the site. */
  readonly onSiteOff: () => void;
  readonly onClose: () => void;
  /** The reader chose a kin: the card shows that paper instead. */
  readonly onOpenPaper: (paperId: PaperId) => void;
  /** Back to the paper before; null when there is none. */
  readonly onBack: (() => void) | null;
}

/** The hover card: what the paper does, what it is kin to, one key to save. `tokens.css` and `card.css` dress it. */
export function Card(props: CardProps) {
  const t = useMessages();
  const titleId = useId();
  const root = useRef<HTMLDialogElement>(null);
  useKeyDown(root, (event) => runKey(props, event));
  return (
    // Open by attribute, so not modal: it neither traps the focus nor dims the page.
    <dialog
      open
      class="pk-base pk-card"
      ref={root}
      aria-labelledby={titleId}
      aria-busy={props.state.kind === 'loading'}
      lang={t('language_tag')}
      dir={t('language_direction') === 'rtl' ? 'rtl' : 'ltr'}
    >
      {props.pinned && <Grip onMove={props.onMove} />}
      <header class="pk-card-head">
        {props.onBack !== null && (
          <IconButton label={t('card_back')} keys="Backspace" onClick={props.onBack}>
            <BackIcon />
          </IconButton>
        )}
        <h2 class="pk-title" id={titleId}>
          <CardTitle state={props.state} />
        </h2>
        <CardTools pinned={props.pinned} onPin={props.onPin} onClose={props.onClose} />
      </header>
      <CardContent {...props} />
      <output class="pk-unseen">{announcement(t, props)}</output>
    </dialog>
  );
}

function runKey(props: CardProps, event: KeyboardEvent): void {
  const action = event.defaultPrevented ? null : cardAction(event);
  if (action === null || !perform(props, action)) return;
  event.preventDefault();
  // GitHub and others have shortcuts of one letter themselves.
  event.stopPropagation();
}

/** Whether the action made sense in the card's state and was done. */
function perform(props: CardProps, action: NonNullable<ReturnType<typeof cardAction>>): boolean {
  const status = props.state.kind === 'ready' ? props.state.data.status : null;
  if (action.kind === 'close') props.onClose();
  else if (action.kind === 'pin') props.onPin();
  else if (action.kind === 'back' && props.onBack !== null) props.onBack();
  else if (action.kind === 'save' && maySave(props)) props.onSave();
  else if (action.kind === 'status' && status !== null) props.onStatus(action.status);
  else return false;
  return true;
}

function maySave({ state, saving }: CardProps): boolean {
  return state.kind === 'ready' && state.data.status === null && saving !== 'saving';
}

function CardTitle({ state }: { readonly state: CardState }) {
  const t = useMessages();
  const title = useTitle(state.kind === 'loading' ? state.title : null);
  if (state.kind === 'ready') return <TitleLink paper={state.data.paper} />;
  if (state.kind === 'error') return <>{t('card_error')}</>;
  if (state.title !== null) return <span dir="auto">{title}</span>;
  return (
    <>
      <span class="pk-unseen">{t('card_loading')}</span>
      <span class="pk-bar" style={{ width: '92%' }} />
      <span class="pk-bar" style={{ width: '55%' }} />
    </>
  );
}

function CardContent(props: CardProps) {
  const t = useMessages();
  const { state } = props;
  if (state.kind === 'ready') return <CardReady {...props} data={state.data} />;
  if (state.kind === 'loading') return <CardLoading />;
  return <p class="pk-hint">{t('card_error_hint')}</p>;
}

function announcement(t: Translate, { state, saving }: CardProps): string {
  if (state.kind === 'loading') return t('card_loading');
  if (saving === 'saving') return t('saving');
  if (saving === 'failed') return t('save_failed');
  if (state.kind !== 'ready' || state.data.status === null) return '';
  return t('status_announced', t(STATUS_MESSAGES[state.data.status]));
}

function CardTools({ pinned, onPin, onClose }: Pick<CardProps, 'pinned' | 'onPin' | 'onClose'>) {
  const t = useMessages();
  return (
    <div class="pk-tools">
      <IconButton label={t(pinned ? 'card_unpin' : 'card_pin')} keys="p" pressed={pinned} onClick={onPin}>
        <PinIcon pinned={pinned} />
      </IconButton>
      <IconButton label={t('card_close')} keys="Escape" onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}

/** A step of the arrow keys, px. */
const MOVE_STEP_PX = 24;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a pinned card is moved by: dragged, or by the arrow keys while it has the focus. */
function Grip({ onMove }: Pick<CardProps, 'onMove'>) {
  const t = useMessages();
  const grip = useRef<HTMLButtonElement>(null);
  useKeyDown(grip, (event) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    onMove(move[0] * MOVE_STEP_PX, move[1] * MOVE_STEP_PX);
  });
  return (
    <button type="button" class="pk-grip" ref={grip} aria-label={t('card_move')} title={t('card_move')} />
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

function IconButton({ label, keys, pressed, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      class="pk-icon-button"
      aria-label={label}
      title={`${label} (${keys})`}
      aria-keyshortcuts={keys}
      data-on={pressed === true ? '' : undefined}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
