import type { EntryChange } from '../../core/reading-list/change';
import type { ReadingStatus } from '../../core/reading-list/entry';

/** What a reader does. Papers are numbers of `paperAt`; files are numbers of `corpusFile`. */
export type Action =
  | { readonly do: 'save'; readonly paper: number }
  | { readonly do: 'set-status'; readonly paper: number; readonly status: ReadingStatus }
  | { readonly do: 'edit'; readonly papers: readonly number[]; readonly change: EntryChange }
  | { readonly do: 'remove'; readonly papers: readonly number[] }
  /** Takes the last removal that was answered back. */
  | { readonly do: 'put-back' }
  /** Entries of a file that was read, in one call. */
  | { readonly do: 'bring-in'; readonly papers: readonly number[] }
  | { readonly do: 'empty-bin'; readonly papers: readonly number[] | null }
  | { readonly do: 'merge'; readonly into: number; readonly paper: number }
  | { readonly do: 'split'; readonly into: number; readonly paper: number }
  | { readonly do: 'back-up' }
  | { readonly do: 'look'; readonly paper: number }
  | { readonly do: 'import-corpus'; readonly file: number }
  | { readonly do: 'switch-corpus'; readonly file: number; readonly isOn: boolean }
  | { readonly do: 'remove-corpus'; readonly file: number }
  /** Another machine saves papers, and both exchange. */
  | { readonly do: 'sync'; readonly papers: readonly number[] };

export type ActionName = Action['do'];

/** Trouble that comes in the middle of an action, so many milliseconds after its start. */
export type Strike = 'kill-worker' | 'kill-browser' | 'reload-extension' | 'close-page';
/** Trouble that lasts until the browser is healed. */
export type Siege = 'full-disk' | 'database-fails';
/** Trouble that comes between two actions. */
export type Blow = 'corrupt-bytes' | 'clock-back';
export type FaultName = Strike | Siege | Blow | 'three-windows';

/** How calls of the database fail: at once, at once as on a full disk, or by the end of their transaction, after they had succeeded. */
export type DatabaseFailure = 'throws' | 'is-full' | 'aborts-late';

/** One step of a history. */
export type Step =
  | { readonly kind: 'act'; readonly action: Action }
  | { readonly kind: 'strike'; readonly fault: Strike; readonly afterMs: number; readonly action: Action }
  /** Three windows act at once, each on papers of its own. */
  | { readonly kind: 'three-windows'; readonly actions: readonly Action[] }
  | { readonly kind: 'full-disk' }
  /** Each `nth` call fails, in the worker and in the worker of imports. */
  | { readonly kind: 'database-fails'; readonly nth: number; readonly how: DatabaseFailure }
  /** A byte of a file of the bundled corpus, or of an imported one. */
  | { readonly kind: 'corrupt-bytes'; readonly isBundled: boolean; readonly file: string }
  | { readonly kind: 'clock-back'; readonly byMs: number }
  /** The trouble ends; the list and the corpora are compared with what was acknowledged. */
  | { readonly kind: 'check' };

export const ACTIONS: readonly ActionName[] = [
  'save',
  'set-status',
  'edit',
  'remove',
  'put-back',
  'bring-in',
  'empty-bin',
  'merge',
  'split',
  'back-up',
  'look',
  'import-corpus',
  'switch-corpus',
  'remove-corpus',
  'sync',
];

export const FAULTS: readonly FaultName[] = [
  'kill-worker',
  'kill-browser',
  'reload-extension',
  'close-page',
  'full-disk',
  'database-fails',
  'corrupt-bytes',
  'clock-back',
  'three-windows',
];

/** The fault that a step is; null for one that is none. */
export function faultOf(step: Step): FaultName | null {
  if (step.kind === 'act' || step.kind === 'check') return null;
  return step.kind === 'strike' ? step.fault : step.kind;
}

/** What the reader does in a step. */
export function actionsOf(step: Step): readonly Action[] {
  if (step.kind === 'three-windows') return step.actions;
  return step.kind === 'act' || step.kind === 'strike' ? [step.action] : [];
}
