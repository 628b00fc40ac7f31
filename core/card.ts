import type { FactSource } from './corpus/told-paper';
import type { Kin } from './kin/kin';
import type { MatchRule } from './match/mention';
import type { Paper } from './paper';
import type { ReadingStatus } from './reading-list/entry';
import type { Summary } from './summary/summary';

/** Everything a card or the popup shows of one paper. */
export interface CardData {
  readonly paper: Paper;
  /** Where the facts come from: a corpus, the reading list's snapshot, or only the page being read. */
  readonly origin: 'corpus' | 'list' | 'page';
  /** Which corpora told the facts, the one that told most of them first; empty unless `origin` is `corpus`. */
  readonly sources: readonly FactSource[];
  /** The rule that tied the mention to the paper; null when asked by identity or when `origin` is `page`. */
  readonly rule: MatchRule | null;
  /** Null without an abstract, without a sentence in it that can stand for it, and where `isSummaryLost`. */
  readonly summary: Summary | null;
  /** Whether what makes summaries could not be loaded; it is tried anew for the next card. */
  readonly isSummaryLost?: boolean;
  /** Nearest first; where `areReasonsLost` those by the same people alone. */
  readonly kin: readonly Kin[];
  /** Whether what tells what kin share could not be loaded; it is tried anew for the next card. */
  readonly areReasonsLost?: boolean;
  readonly status: ReadingStatus | null;
  /** Whether the reader said that the page does not name this paper. */
  readonly isDenied?: boolean;
}
