import {
  replaceView,
  viewsIn,
  type ChangedViews,
  type NamedView,
  type ViewChange,
} from '../core/reading-list/named-views';
import { chartChoiceIn, type ChartChoice } from '../core/reading-list/over-time';
import type { SettingsPort } from './settings';

/** The key of the views of the list that the reader keeps. */
export const VIEWS = 'list-views';
const CHART = 'list-chart';

type Port = Pick<SettingsPort, 'get' | 'set'>;

/** The views, in the order in which they were kept. Rejects where the browser refuses, with its own error. */
export async function readViews(port: Port): Promise<readonly NamedView[]> {
  return viewsIn((await port.get([VIEWS]))[VIEWS]);
}

/** The views that are kept, to be written over. @throws where they are kept in another way, as a newer Paperkin may. */
export function viewsKept(kept: unknown): readonly NamedView[] {
  if (kept !== undefined && !Array.isArray(kept)) throw new Error('The views here are of a newer Paperkin.');
  return viewsIn(kept);
}

/**
 * Changes one view among those that are kept now; two tabs must not do so at once. Rejects as `readViews`, and where a newer Paperkin
 * wrote them.
 */
export async function changeViews(port: Port, change: ViewChange): Promise<ChangedViews> {
  const changed = replaceView(viewsKept((await port.get([VIEWS]))[VIEWS]), change);
  if (changed.ok) await port.set({ [VIEWS]: changed.views });
  return changed;
}

/** Closed where nothing, or something odd, is kept. Rejects as `readViews`. */
export async function readChartChoice(port: Port): Promise<ChartChoice> {
  return chartChoiceIn((await port.get([CHART]))[CHART]);
}

/** Rejects as `readViews`. */
export function keepChartChoice(port: Port, choice: ChartChoice): Promise<void> {
  return port.set({ [CHART]: choice });
}
