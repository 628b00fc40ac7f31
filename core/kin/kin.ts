import type { PaperBrief } from '../paper';

/** Why two papers are kin, in words a reader would use. Later reasons (shared authors, "on your list") join here. */
export interface KinReason {
  readonly kind: 'shared-terms';
  /** Most telling first, at most three, as they are written in the paper. */
  readonly terms: readonly string[];
}

export interface Kin {
  readonly paper: PaperBrief;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: KinReason;
}
