/**
 * Everything a pointer or keyboard does in the card reaches the page's own listeners as an event on our host. A click
 * there would tell it that the reader saved. These are stopped at the first step of their way, on `window`.
 */
const POINTER_TYPES = [
  'pointerover',
  'pointerenter',
  'pointerdown',
  'pointermove',
  'pointerrawupdate',
  'pointerup',
  'pointercancel',
  'pointerout',
  'pointerleave',
  'gotpointercapture',
  'lostpointercapture',
  'mouseover',
  'mouseenter',
  'mousedown',
  'mousemove',
  'mouseup',
  'mouseout',
  'mouseleave',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'wheel',
  'mousewheel',
  'DOMMouseScroll',
  'MozMousePixelScroll',
  // Deprecated since 2010, yet both Chromium and Firefox send it after every click on a button or a link.
  'DOMActivate',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'dragstart',
  'drag',
  'dragend',
  'dragenter',
  'dragover',
  'dragleave',
  'drop',
  'selectstart',
] as const;
const KEYBOARD_TYPES = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'textInput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'cut',
  'copy',
  'paste',
  'focus',
  'blur',
  'focusin',
  'focusout',
  'DOMFocusIn',
  'DOMFocusOut',
] as const;

/** Those that the card's own code listens to: it gets them handed in, since stopping them stopped them for it, too. */
const HANDED_IN = new Set<string>(['click', 'keydown', 'input']);

export interface ShieldedHost {
  readonly element: HTMLElement | null;
  readonly root: ShadowRoot | null;
}

/**
 * Keeps the page's scripts from hearing what happens inside a closed host, by capture on `window`. It must be called
 * before the page's first script to come before its listeners, and after our own window listeners, which it stops as
 * well. Events that no person made are left alone and never handed in: a page may click on the host, to no effect.
 */
export function shieldHost(win: Window, host: () => ShieldedHost | null, signal: AbortSignal): void {
  const stop = (event: Event) => {
    const { element, root } = host() ?? { element: null, root: null };
    if (!root || event.target !== element || !event.isTrusted) return;
    event.stopImmediatePropagation();
    if (HANDED_IN.has(event.type)) handIn(root, event);
  };
  for (const type of [...POINTER_TYPES, ...KEYBOARD_TYPES]) {
    // Only these need their default prevented, ever; the others must not hold up scrolling.
    win.addEventListener(type, stop, { capture: true, passive: !HANDED_IN.has(type), signal });
  }
}

/**
 * Dispatches a copy inside the shadow tree that does not leave it. The browser's own reaction (following a link, pressing
 * a button) comes from the original; the copy's is always prevented, or a link would open twice.
 */
function handIn(root: ShadowRoot, event: Event): void {
  const target = innerTarget(root, event);
  const copy = target && copyOf(event);
  if (!copy) return;
  let prevented = false;
  const last = (at: Event) => {
    if (at !== copy) return;
    prevented = at.defaultPrevented;
    at.preventDefault();
  };
  root.addEventListener(event.type, last);
  target.dispatchEvent(copy);
  root.removeEventListener(event.type, last);
  if (prevented || copy.cancelBubble) event.preventDefault();
}

/** What was hit. A closed root hides it even from us, yet the root itself can be asked. */
function innerTarget(root: ShadowRoot, event: Event): Element | null {
  // A click that a key made has no coordinates, and no count.
  const byPointer = event instanceof MouseEvent && event.detail !== 0;
  return byPointer ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
}

function copyOf(event: Event): Event {
  const base = { bubbles: true, cancelable: event.cancelable, composed: false };
  if (event instanceof MouseEvent) {
    const { clientX, clientY, button, detail, ctrlKey, shiftKey, altKey, metaKey } = event;
    return new MouseEvent(event.type, {
      ...base,
      clientX,
      clientY,
      button,
      detail,
      ctrlKey,
      shiftKey,
      altKey,
      metaKey,
    });
  }
  if (event instanceof KeyboardEvent) {
    const { key, code, ctrlKey, shiftKey, altKey, metaKey, repeat } = event;
    return new KeyboardEvent(event.type, { ...base, key, code, ctrlKey, shiftKey, altKey, metaKey, repeat });
  }
  return new Event(event.type, base);
}
