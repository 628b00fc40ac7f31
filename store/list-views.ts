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

/** Changes one view among those that are kept now; two tabs must not do so at once. Rejects as `readViews`. */
export async function changeViews(port: Port, change: ViewChange): Promise<ChangedViews> {
  const changed = replaceView(await readViews(port), change);
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
