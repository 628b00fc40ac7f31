import { httpUrl } from '../identity/links';
import type { PaperId } from '../paper';
import { namedViewIn, viewsIn, VIEWS_MAX } from '../reading-list/named-views';
import { settingsOf, siteOf, type Settings } from '../settings';
import type { Choices } from './choices';

/** The first field of each such file. */
const FORMAT = 'paperkin-settings';
/** Of the format. A file of a later one may mean something else by the same names, and is refused. */
export const SETTINGS_FILE_VERSION = 1;

/** 200 denials for each of 1,000 pages are 10 million characters; nobody has that. */
export const SETTINGS_FILE_CHARS_MAX = 10_000_000;
const SITES_MAX = 10_000;
const PAGES_MAX = 20_000;
const DENIED_PER_PAGE_MAX = 200;
const PAPER_ID_CHARS_MAX = 512;

/** Why a file cannot be taken in. */
export type SettingsFileFault = 'too-long' | 'not-json' | 'not-ours' | 'newer';

export type ReadSettingsFile =
  | {
      readonly ok: true;
      readonly choices: Choices;
      /** Sites, pages, papers and views in it that are none, or too many. */
      readonly leftOut: number;
    }
  | { readonly ok: false; readonly fault: SettingsFileFault };

/** The choices as the text of a file. `madeBy` names the program and its version. */
export function writeSettingsFile({ settings, offSites, denied, views }: Choices, madeBy: string): string {
  const file = {
    format: FORMAT,
    version: SETTINGS_FILE_VERSION,
    madeBy,
    settings,
    offSites,
    denied: [...denied].map(([page, papers]) => ({ page, papers })),
    views,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a file says. A setting that it has not stays as it is in `current`; what is no site, page, paper or view is left out. */
export function readSettingsFile(text: string, current: Settings): ReadSettingsFile {
  if (text.length > SETTINGS_FILE_CHARS_MAX) return { ok: false, fault: 'too-long' };
  const file = parsed(text);
  if (file === undefined) return { ok: false, fault: 'not-json' };
  const { format, version, settings, offSites, denied, views } = membersOf(file);
  if (format !== FORMAT || typeof version !== 'number') return { ok: false, fault: 'not-ours' };
  if (version > SETTINGS_FILE_VERSION) return { ok: false, fault: 'newer' };
  const count = { leftOut: 0 };
  const listed = taken(views, VIEWS_MAX, namedViewIn, count);
  const choices: Choices = {
    settings: settingsOf({ ...current, ...membersOf(settings) }),
    offSites: [...new Set(taken(offSites, SITES_MAX, siteIn, count))],
    denied: new Map(
      taken(denied, PAGES_MAX, (row) => deniedIn(row, count), count).map(({ page, papers }) => [
        page,
        papers,
      ]),
    ),
    // Of two of one name the first.
    views: viewsIn(listed),
  };
  count.leftOut += listed.length - choices.views.length;
  return { ok: true, choices, leftOut: count.leftOut };
}

interface Count {
  leftOut: number;
}

interface DeniedRow {
  readonly page: string;
  readonly papers: readonly PaperId[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** What `read` finds in the first `limit` of a list; null is nothing. */
function taken<T>(list: unknown, limit: number, read: (value: unknown) => T | null, count: Count): T[] {
  if (!Array.isArray(list)) return [];
  const found = list.slice(0, limit).flatMap((value) => read(value) ?? []) as T[];
  count.leftOut += list.length - found.length;
  return found;
}

/** A host name as browsers write it. */
const siteIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && siteOf(`https://${value}/`) === value ? value : null;

const paperIn = (value: unknown): PaperId | null =>
  typeof value === 'string' && value !== '' && value.length <= PAPER_ID_CHARS_MAX ? value : null;

function deniedIn(row: unknown, count: Count): DeniedRow | null {
  const { page, papers } = membersOf(row);
  const address = typeof page === 'string' ? httpUrl(page) : null;
  const ids = address === null ? [] : taken(papers, DENIED_PER_PAGE_MAX, paperIn, count);
  return address === null || ids.length === 0 ? null : { page: address, papers: [...new Set(ids)] };
}
