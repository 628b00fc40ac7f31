import type { Paper, PaperId } from '../../core/paper';

/** What the page asks of its kin worker, any number of times: how near papers are to one, or what they share with it. */
export interface KinRequest {
  readonly kind: 'scores' | 'words';
  /** Of the question; its answer has the same. */
  readonly turn: number;
  readonly to: Paper;
  readonly papers: readonly Paper[];
}

/** See `KinPorts`; null where it cannot be told. */
export type KinReply =
  | { readonly kind: 'scores'; readonly turn: number; readonly scores: readonly number[] | null }
  | {
      readonly kind: 'words';
      readonly turn: number;
      readonly words: ReadonlyMap<PaperId, readonly string[]> | null;
    };
