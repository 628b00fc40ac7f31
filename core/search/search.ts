import type { PaperId } from '../paper';
import type { TextIndex } from './text-index';

export interface RankedPaper {
  readonly id: PaperId;
  readonly score: number;
}

/** Papers whose title, authors or abstract fit the words of the query (the last one may be unfinished), best first. */
export function searchIndex(_index: TextIndex, _query: string, _limit: number): readonly RankedPaper[] {
  throw new Error('not built yet');
}
