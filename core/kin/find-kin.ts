import type { Paper, PaperId } from '../paper';
import type { TextIndex } from '../search/text-index';
import type { KinReason } from './kin';

export interface RankedKin {
  readonly id: PaperId;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: KinReason;
}

/** The papers of an index nearest to one paper, which need not be in it and is never among them; nearest first. */
export function findKin(
  _index: TextIndex,
  _paper: Pick<Paper, 'id' | 'title' | 'abstract'>,
  _limit: number,
): readonly RankedKin[] {
  throw new Error('not built yet');
}
