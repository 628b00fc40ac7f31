import type { ListEdit } from '../../core/reading-list/change';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { JoinedEntry } from '../../core/reading-list/revert';
import type { VersionChange } from '../../core/reading-list/versions';

/** Steps that stay within reach. */
export const UNDO_STEPS_MAX = 100;

/** What a step changed, for its line in the stack. */
export type StepKind =
  | 'status'
  | 'star'
  | 'priority'
  | 'tags'
  | 'note'
  | 'remove'
  | 'import'
  | 'merge'
  | 'split'
  | 'lead'
  | 'apart'
  | 'version'
  | 'view-keep'
  | 'view-rename'
  | 'view-change'
  | 'view-remove';

/** One thing the reader did, and the way back. */
export interface UndoStep {
  readonly kind: StepKind;
  /** Title of the paper, or name of the view; null where there were several. */
  readonly title: string | null;
  readonly count: number;
  readonly back:
    | { readonly kind: 'edit'; readonly edits: readonly ListEdit[] }
    | { readonly kind: 'restore'; readonly entries: readonly ReadingListEntry[] }
    | { readonly kind: 'revert'; readonly joined: readonly JoinedEntry[] }
    | { readonly kind: 'versions'; readonly change: VersionChange }
    /** Of what is no entry: says whether it was undone. */
    | { readonly kind: 'own'; readonly undo: () => Promise<boolean> };
  /** Steps after one another with the same sitting are one: a note saves itself many times while it is written. Null: never. */
  readonly sitting: number | null;
}

/** The stack, last step first, after one more. */
export function pushStep(steps: readonly UndoStep[], step: UndoStep): readonly UndoStep[] {
  const [last] = steps;
  // The way back of the first of them leads to how it was before all.
  if (last && step.sitting !== null && last.sitting === step.sitting) return steps;
  return [step, ...steps].slice(0, UNDO_STEPS_MAX);
}
