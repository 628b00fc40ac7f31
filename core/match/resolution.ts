import type { PaperId } from '../paper';
import type { ReadingStatus } from '../reading-list/entry';
import type { MatchRule, Mention } from './mention';

/** What is known of one mention. */
export interface Resolution {
  readonly paperId: PaperId;
  readonly title: string;
  readonly rule: MatchRule;
  /** 0 to 1. */
  readonly confidence: number;
  /** Its place on the reading list; null when it is not there. */
  readonly status: ReadingStatus | null;
}

/** A paper that the page names, as the popup lists it; `resolution` is null when no corpus and no list knows it. */
export interface PagePaper {
  readonly mention: Mention;
  readonly resolution: Resolution | null;
}
