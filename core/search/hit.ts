import type { PaperBrief } from '../paper';
import type { ReadingStatus } from '../reading-list/entry';

export interface SearchHit {
  readonly paper: PaperBrief;
  readonly status: ReadingStatus | null;
}
