import type { PaperId } from '../paper';

/** A note that was typed and is not in the list yet. */
export interface UnsavedNote {
  readonly paperId: PaperId;
  /** The note that it is written over. */
  readonly from: string;
  readonly text: string;
}
