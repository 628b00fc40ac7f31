import type { Entry, Registry } from '../scan/registry';
import { entryOfFocus } from './pointer';

export interface FocusListener {
  /** The keyboard came to a title; `alt`: the reader asks for the card of the one it is at. */
  readonly onFocus: (entry: Entry, alt: boolean) => void;
  /** Focus left a title (null: our card). */
  readonly onBlur: (entry: Entry | null, intoCard: boolean) => void;
  /** Focus came to our card: also in the breath in which it left, as the button that had it was drawn anew as something else. */
  readonly onCardFocus: () => void;
}

/** Follows the keyboard focus over titles and the card. A focus that a click gave is the pointer's business. */
export function listenForFocus(
  win: Window,
  registry: Registry,
  cardElement: () => Element | null,
  { onFocus, onBlur, onCardFocus }: FocusListener,
  signal: AbortSignal,
): void {
  const options = { capture: true, passive: true, signal };
  const cameTo = (target: EventTarget | null, alt: boolean) => {
    if (!(target instanceof Element) || target === cardElement()) return;
    if (!target.matches(':focus-visible')) return;
    const entry = entryOfFocus(registry, target);
    if (entry) onFocus(entry, alt);
  };
  const focused = ({ target, isTrusted }: FocusEvent) => {
    if (!isTrusted) return;
    if (target !== null && target === cardElement()) onCardFocus();
    else cameTo(target, false);
  };
  const altPressed = ({ key, isTrusted }: KeyboardEvent) =>
    isTrusted && key === 'Alt' && cameTo(win.document.activeElement, true);
  const blurred = ({ target, relatedTarget, isTrusted }: FocusEvent) => {
    if (!isTrusted || !(target instanceof Element)) return;
    const card = cardElement();
    if (target === card) onBlur(null, false);
    const entry = target === card ? null : entryOfFocus(registry, target);
    if (entry) onBlur(entry, card !== null && relatedTarget === card);
  };
  win.addEventListener('keydown', altPressed, options);
  win.addEventListener('focusin', focused, options);
  win.addEventListener('focusout', blurred, options);
}
