import type { LookPorts } from '../../components/list/look/ports';
import { replaceView, type NamedView } from '../../core/reading-list/named-views';
import { chartChoiceIn } from '../../core/reading-list/over-time';

/** Views kept as long as the test stands; nothing is kin to anything. */
export function sampleLookPorts(
  kept: readonly NamedView[] = [],
  changes: Partial<LookPorts> = {},
): LookPorts {
  let views = kept;
  return {
    views: async () => views,
    changeViews: async (change) => {
      const changed = replaceView(views, change);
      if (changed.ok) views = changed.views;
      return changed;
    },
    chart: async () => chartChoiceIn(null),
    keepChart: () => {},
    kinScores: async (_to, papers) => papers.map(() => 0),
    kinWords: async () => new Map(),
    endKin: () => {},
    ...changes,
  };
}
