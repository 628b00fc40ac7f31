import type { PaperBrief, PaperId } from '../paper';

/** Why two papers are kin, in words a reader would use. */
export type KinReason =
  | {
      readonly kind: 'shared-terms';
      /** Most telling first, at most three, as they are written in the paper. */
      readonly terms: readonly string[];
    }
  /** Somebody wrote both; the name as the kin's record has it. */
  | { readonly kind: 'same-author'; readonly name: string }
  /** The reader keeps the kin. */
  | { readonly kind: 'on-list' };

export interface Kin {
  readonly paper: PaperBrief;
  /** 0 to 1. */
  readonly score: number;
  /** At least one, the most telling first. */
  readonly reasons: readonly KinReason[];
}

/** A paper near to another, and the phrases they share, which may be none. */
export interface RankedKin {
  readonly id: PaperId;
  /** 0 to 1. */
  readonly score: number;
  /** See `KinReason`. */
  readonly terms: readonly string[];
}
