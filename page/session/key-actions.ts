import type { Translate } from '../../components/messages';
import type { CardController } from '../card/card-controller';
import type { Registry } from '../scan/registry';
import type { HoverDriver } from './hover-driver';
import type { CardKey } from './keys';
import { bringIntoView, nextKnown } from './walk';

export interface KeyActionsOptions {
  readonly win: Window;
  readonly translate: Translate;
  readonly hover: HoverDriver;
  readonly registry: Registry;
  /** Null before the page is ready. */
  readonly card: () => CardController | null;
}

/** What our keys do on the page, and when they are ours. */
export class KeyActions {
  readonly #options: KeyActionsOptions;

  constructor(options: KeyActionsOptions) {
    this.#options = options;
  }

  /** Whether the key means something just now; else it is the page's. */
  allows(key: CardKey): boolean {
    const { hover } = this.#options;
    const card = this.#options.card();
    // Whether or not anything is known: the page could tell.
    if (key === 'next' || key === 'previous') return card !== null;
    if (!hover.shown) return false;
    if (key === 'save') return card?.canSave ?? false;
    if (key === 'into-card') return hover.isHeldByFocus && card?.root?.activeElement === null;
    return true;
  }

  perform(key: CardKey): void {
    const { hover } = this.#options;
    const card = this.#options.card();
    if (key === 'save') card?.save();
    else if (key === 'close') hover.send({ type: 'dismiss' });
    else if (key === 'next') this.#walk(1);
    else if (key === 'previous') this.#walk(-1);
    else if (key === 'pin') {
      hover.send({ type: 'toggle-pin' });
      card?.render();
    } else if (card?.focusIn()) hover.send({ type: 'focus-card' });
  }

  #walk(step: 1 | -1): void {
    const { win, hover, registry, translate } = this.#options;
    const entry = nextKnown(registry.inPageOrder(), hover.shown, step);
    if (entry) {
      bringIntoView(win, entry);
      hover.send({ type: 'ask', target: entry });
    } else this.#options.card()?.say(translate('walk_none'));
  }
}
