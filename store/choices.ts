import { settingsOf } from '../core/settings';
import { joinViews, viewsIn } from '../core/reading-list/named-views';
import type { Choices } from '../core/settings-file/choices';
import { DENIALS_PER_PAGE_MAX, DENIED } from './denials';
import { VIEWS, viewsKept } from './list-views';
import { OFF, SETTINGS, settingsRecord } from './settings';

type Kept = Readonly<Record<string, unknown>>;

/** The reader's choices among all that is kept in `storage.local`. */
export function choicesIn(kept: Kept): Choices {
  const after = (prefix: string) =>
    Object.entries(kept).flatMap(([key, value]) =>
      key.startsWith(prefix) && key !== prefix ? [[key.slice(prefix.length), value] as const] : [],
    );
  return {
    settings: settingsOf(kept[SETTINGS]),
    offSites: after(OFF)
      .flatMap(([site, isOff]) => (isOff === true ? site : []))
      .toSorted(),
    denied: new Map(after(DENIED).map(([page, ids]) => [page, idsIn(ids)])),
    views: viewsIn(kept[VIEWS]),
  };
}

/**
 * The records that add choices to those that are kept: settings are replaced, sites, denials and views come on top. One write, so that
 * all of them are kept or none. @throws where a newer Paperkin wrote what would be replaced.
 */
export function recordsOf(
  { settings, offSites, denied, views }: Choices,
  kept: Kept,
): Record<string, unknown> {
  const old = choicesIn(kept);
  const bothOf = (page: string, ids: readonly string[]) =>
    [...new Set([...(old.denied.get(page) ?? []), ...ids])].slice(-DENIALS_PER_PAGE_MAX);
  return {
    [SETTINGS]: settingsRecord(kept[SETTINGS], settings),
    ...Object.fromEntries(offSites.map((site) => [OFF + site, true])),
    ...Object.fromEntries([...denied].map(([page, ids]) => [DENIED + page, bothOf(page, ids)])),
    ...(views.length > 0 && { [VIEWS]: joinViews(viewsKept(kept[VIEWS]), views) }),
  };
}

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
