import type { Paper, PaperId } from '../../../core/paper';
import type { ChangedViews, NamedView, ViewChange } from '../../../core/reading-list/named-views';
import type { ChartChoice } from '../../../core/reading-list/over-time';

/** How papers are weighed against one, beside the page; one question at a time. */
export interface KinPorts {
  /** How near papers are to one, 0 to 1, in their order; null where that cannot be told. */
  readonly kinScores: (to: Paper, papers: readonly Paper[]) => Promise<readonly number[] | null>;
  /** What papers share with one; those that share nothing to tell are absent. */
  readonly kinWords: (
    to: Paper,
    papers: readonly Paper[],
  ) => Promise<ReadonlyMap<PaperId, readonly string[]>>;
  /** Nothing will be asked for a while: what answers may end. */
  readonly endKin: () => void;
}

/** What the ways to look at the list ask of the world. None of these reject. */
export interface LookPorts extends KinPorts {
  /** The views that are kept; null where the browser does not tell. */
  readonly views: () => Promise<readonly NamedView[] | null>;
  /** Changes one of them; null where the browser could not keep it. */
  readonly changeViews: (change: ViewChange) => Promise<ChangedViews | null>;
  readonly chart: () => Promise<ChartChoice>;
  readonly keepChart: (choice: ChartChoice) => void;
}
