import { statusOfKey } from '../card-keys';
import type { KeyPress } from '../card-keys';
import type { ReadingStatus } from '../../core/reading-list/entry';

/** Which row has the focus after a key, of `count` rows; `current` is -1 while none has. Null: the key moves nothing. */
export function rowAfter(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return current <= 0 ? null : current - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

export type PaperAction =
  | { readonly kind: 'save' | 'remove' }
  | { readonly kind: 'status'; readonly status: ReadingStatus };

/** What a key does to the paper that has the focus or is open: `s` saves, `1` `2` `3` set the status, Delete removes. */
export function paperAction(press: KeyPress): PaperAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const status = statusOfKey(press.key);
  if (status !== null) return { kind: 'status', status };
  if (press.key === 's') return { kind: 'save' };
  return press.key === 'Delete' ? { kind: 'remove' } : null;
}

/** Whether letters typed there are text and no shortcuts. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'search')
  );
}
