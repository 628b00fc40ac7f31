import { statusOfKey, type KeyPress } from '../card-keys';
import type { ReadingStatus } from '../../core/reading-list/entry';

export type ListPress = KeyPress & Pick<KeyboardEvent, 'shiftKey'>;

export type ListAction =
  | { readonly kind: 'move'; readonly by: number | 'start' | 'end'; readonly extend: boolean }
  | { readonly kind: 'status'; readonly status: ReadingStatus }
  | {
      readonly kind:
        | 'toggle'
        | 'select-all'
        | 'open'
        | 'star'
        | 'priority'
        | 'tag'
        | 'note'
        | 'remove'
        | 'undo'
        | 'find'
        | 'keys'
        | 'kin'
        | 'views'
        | 'leave';
    };

const PLAIN = {
  ' ': 'toggle',
  Enter: 'open',
  '*': 'star',
  p: 'priority',
  t: 'tag',
  n: 'note',
  k: 'kin',
  v: 'views',
  Delete: 'remove',
  '/': 'find',
  '?': 'keys',
  Escape: 'leave',
} as const;
const isPlain = (key: string): key is keyof typeof PLAIN => Object.hasOwn(PLAIN, key);

/** What a key does in the list; null for nothing. `page` is how many rows are in sight. */
export function listAction(press: ListPress, page: number): ListAction | null {
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (press.shiftKey) return null;
    if (press.key === 'a') return { kind: 'select-all' };
    return press.key === 'z' ? { kind: 'undo' } : null;
  }
  const steps = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: 'start',
    End: 'end',
  } as const;
  if (Object.hasOwn(steps, press.key)) {
    return { kind: 'move', by: steps[press.key as keyof typeof steps], extend: press.shiftKey };
  }
  const status = statusOfKey(press.key);
  if (status !== null) return { kind: 'status', status };
  return isPlain(press.key) ? { kind: PLAIN[press.key] } : null;
}
