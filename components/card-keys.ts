import { READING_STATUSES } from '../core/reading-list/entry';
import type { ReadingStatus } from '../core/reading-list/entry';

export type CardAction =
  | { readonly kind: 'save' | 'pin' | 'close' | 'back' }
  | { readonly kind: 'status'; readonly status: ReadingStatus };

/** What is looked at of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** `1`, `2`, `3` are the statuses in their order. */
export function statusOfKey(key: string): ReadingStatus | null {
  return /^[123]$/.test(key) ? (READING_STATUSES[Number(key) - 1] ?? null) : null;
}

/** The card's action for a key: `s` saves, `1` `2` `3` set the status, `p` pins, Backspace goes back, Escape closes. */
export function cardAction(press: KeyPress): CardAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const status = statusOfKey(press.key);
  if (status !== null) return { kind: 'status', status };
  switch (press.key) {
    case 's':
      return { kind: 'save' };
    case 'p':
      return { kind: 'pin' };
    case 'Backspace':
      return { kind: 'back' };
    case 'Escape':
      return { kind: 'close' };
    default:
      return null;
  }
}
