// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isTyping, listenForKeys, type CardKey } from './keys';

/** Where a key pressed in the element with the id `at` would go. */
function typingAt(html: string): boolean {
  document.body.innerHTML = html;
  let answer = false;
  const listener = (event: Event) => void (answer = isTyping(event, null));
  window.addEventListener('keydown', listener, { once: true, capture: true });
  document
    .querySelector('#at')
    ?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true }));
  return answer;
}

describe('isTyping', () => {
  it.each([
    ['<input id=at>', true],
    ['<input id=at type=search>', true],
    ['<input id=at type=checkbox>', false],
    ['<textarea id=at></textarea>', true],
    ['<select id=at></select>', true],
    ['<div id=at role=textbox></div>', true],
    ['<a id=at href="#">title</a>', false],
    ['<button id=at>go</button>', false],
  ])('%s: %s', (html, expected) => expect(typingAt(html)).toBe(expected));

  it('counts a field of our own card', () => {
    const field = document.createElement('input');
    expect(isTyping(new KeyboardEvent('keydown'), field)).toBe(true);
  });
});

describe('listenForKeys', () => {
  it('takes no key that a script made up', () => {
    const pressed: CardKey[] = [];
    const stop = new AbortController();
    listenForKeys(
      window,
      { allows: () => true, onKey: (key) => pressed.push(key), focusInCard: () => null },
      stop.signal,
    );
    const event = new KeyboardEvent('keydown', { key: 's', code: 'KeyS', bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    stop.abort();
    expect(pressed).toEqual([]);
    expect(event.defaultPrevented).toBe(false);
  });
});
