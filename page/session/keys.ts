export type CardKey = 'save' | 'pin' | 'close' | 'into-card' | 'next' | 'previous';

export interface KeyOptions {
  /** What this key would do now, given the state of the card; null when the key is the page's. */
  readonly allows: (key: CardKey) => boolean;
  readonly onKey: (key: CardKey) => void;
  /** The focused element inside our card, or null. */
  readonly focusInCard: () => Element | null;
}

const KEYS: Readonly<Record<string, CardKey>> = {
  s: 'save',
  p: 'pin',
  Escape: 'close',
  ArrowDown: 'into-card',
};

/** With Alt, which no page has for scrolling or moving a caret, nor Chromium or Firefox for themselves. */
const WALKING_KEYS: Readonly<Record<string, CardKey>> = { ArrowDown: 'next', ArrowUp: 'previous' };

/**
 * Takes the card's keys before the page's own shortcuts see them (GitHub has an `s`, too), and only while they mean
 * something. A key that was taken is taken wholly: a page that saw its release without its press could tell.
 */
export function listenForKeys(win: Window, options: KeyOptions, signal: AbortSignal): void {
  const taken = new Set<string>();
  const down = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    const key = cardKeyOf(event);
    if (taken.has(event.code) && event.repeat) {
      take(event);
      return;
    }
    taken.delete(event.code);
    if (!key || !options.allows(key)) return;
    if (key !== 'close' && isTyping(event, options.focusInCard())) return;
    taken.add(event.code);
    take(event);
    options.onKey(key);
  };
  const press = (event: KeyboardEvent) => {
    if (event.isTrusted && taken.has(event.code)) take(event);
  };
  const up = (event: KeyboardEvent) => {
    if (event.isTrusted && taken.delete(event.code)) take(event);
  };
  win.addEventListener('keydown', down, { capture: true, signal });
  win.addEventListener('keypress', press, { capture: true, signal });
  win.addEventListener('keyup', up, { capture: true, signal });
}

function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function cardKeyOf(event: KeyboardEvent): CardKey | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing || event.repeat) return null;
  return (event.altKey ? WALKING_KEYS : KEYS)[event.key] ?? null;
}

/** Whether the key would be text: in a field, or in anything editable, also inside the page's open shadow roots. */
export function isTyping(event: Event, focusInCard: Element | null): boolean {
  const [innermost] = event.composedPath();
  return [innermost, focusInCard].some((at) => at instanceof Element && isEditable(at));
}

const TEXTLESS_INPUTS = new Set([
  'button',
  'checkbox',
  'radio',
  'submit',
  'reset',
  'image',
  'color',
  'file',
  'range',
]);

function isEditable(element: Element): boolean {
  if (element.localName === 'input') return !TEXTLESS_INPUTS.has((element as HTMLInputElement).type);
  if (element.localName === 'textarea' || element.localName === 'select') return true;
  if ((element as HTMLElement).isContentEditable) return true;
  const role = element.getAttribute('role');
  // Code editors that draw their own text (and canvases) take keys in an element of this role.
  return role === 'textbox' || role === 'searchbox' || role === 'combobox';
}
