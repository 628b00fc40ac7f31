import { browser } from 'wxt/browser';
import type { LookPorts } from '../../components/list/look/ports';
import { chartChoiceIn } from '../../core/reading-list/over-time';
import { call } from '../../messaging/client';
import { changeViews, keepChartChoice, readChartChoice, readViews, VIEWS } from '../../store/list-views';
import { kinClient } from './kin-client';

/** Tabs of ours change the views one after another. */
const VIEWS_LOCK = 'paperkin-list-views';

/** What the ways to look at the list ask of `storage.local` and of a worker. */
export function connectLook(): LookPorts {
  const { local } = browser.storage;
  return {
    // The worker reads the database by itself, and the bundled corpus is installed at the background's first look at it.
    ...kinClient(() => call('corpora/all', {})),
    views: () => readViews(local).catch(() => null),
    changeViews: async (change) => {
      try {
        return await navigator.locks.request(VIEWS_LOCK, () => changeViews(local, change));
      } catch {
        return null;
      }
    },
    chart: () => readChartChoice(local).catch(() => chartChoiceIn(null)),
    // A picture that is closed again is no harm.
    keepChart: (choice) => void keepChartChoice(local, choice).catch(() => undefined),
  };
}

/** Hears of views that were changed elsewhere: in another tab, by a settings file. */
export function watchViews(onChange: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.hasOwn(changes, VIEWS)) onChange();
  });
}
