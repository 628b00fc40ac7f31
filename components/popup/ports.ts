import type { CardData } from '../../core/card';
import type { Health } from '../../core/health';
import type { Mention } from '../../core/match/mention';
import type { PagePaper } from '../../core/match/resolution';
import type { PaperId } from '../../core/paper';
import type { ReadingListEntry, ReadingStatus } from '../../core/reading-list/entry';
import type { SearchHit } from '../../core/search/hit';
import type { Settings } from '../../core/settings';
import type { FetchOutcome, ModelReadiness, Write } from '../written/writer';
import type { SitePorts } from './site-ports';

/** One paper, by what was found on the page or by its identity. */
export type PaperRef = { readonly mention: Mention } | { readonly paperId: PaperId };

/** Same shape as a result on the wire, so that the wiring hands answers through as they are. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/**
 * Why no script may read a page: it is the browser's own or its store's; a PDF in the browser's viewer; a file that the reader
 * did not allow; or the browser refuses for another reason (an error page, a policy). `unseen` is a page that the browser does
 * not show to the side panel: no click on the toolbar button has given a right to it.
 */
export type Obstacle = 'browser' | 'pdf' | 'file' | 'refused' | 'unseen';

/** What became of asking the page for its papers. */
export type PageAnswer =
  | { readonly kind: 'papers'; readonly papers: readonly PagePaper[] }
  /** Paperkin is not at work on this page, but may look when the reader asks for it. `papers` is what the address names. */
  | { readonly kind: 'not-looked'; readonly papers: readonly PagePaper[] }
  | {
      readonly kind: 'unreadable';
      readonly why: Obstacle;
      /** What the address names. */
      readonly papers: readonly PagePaper[];
      /** Where the paper's title and abstract can be read; null when the address does not say. */
      readonly page: string | null;
    };

/** The settings as they hold on the current page. */
export interface SettingsOfPage extends Settings {
  /** Host name; empty for a page without one. */
  readonly site: string;
  readonly isOff: boolean;
  /** Whether the browser can write summaries at all. */
  readonly model: ModelReadiness;
}

/** What is asked about settings. None of these reject. */
export interface SettingsPorts {
  readonly settings: () => Promise<SettingsOfPage>;
  readonly changeSettings: (change: Partial<Settings>) => Promise<Answer<null>>;
  /** Has Paperkin keep away from a site, or not any more. */
  readonly setSiteOff: (site: string, isOff: boolean) => Promise<Answer<null>>;
  /** In the turn of a click: has the browser fetch its model; `onShare` hears how much of it is there, 0 to 1. */
  readonly fetchModel: (signal: AbortSignal, onShare: (share: number) => void) => Promise<FetchOutcome>;
}

/** A place of the library: the reading list, the options, or what is new. */
export type LibraryPlace = 'list' | 'options' | 'news';

/** Everything the popup asks of the world. None of these reject. */
export interface PopupPorts extends SitePorts, SettingsPorts {
  readonly pagePapers: () => Promise<PageAnswer>;
  /** Starts Paperkin on the current page, then asks it. */
  readonly lookHere: () => Promise<PageAnswer>;
  readonly card: (ref: PaperRef) => Promise<Answer<CardData>>;
  /** Remembers that the current page does not name a paper, or forgets it again. */
  readonly deny: (paperId: PaperId, isDenied: boolean) => Promise<Answer<null>>;
  readonly save: (ref: PaperRef) => Promise<Answer<ReadingListEntry>>;
  readonly list: () => Promise<Answer<readonly ReadingListEntry[]>>;
  readonly setStatus: (paperId: PaperId, status: ReadingStatus) => Promise<Answer<ReadingListEntry>>;
  readonly remove: (paperId: PaperId) => Promise<Answer<ReadingListEntry>>;
  readonly restore: (entry: ReadingListEntry) => Promise<Answer<ReadingListEntry>>;
  readonly search: (query: string, limit: number) => Promise<Answer<readonly SearchHit[]>>;
  readonly health: () => Promise<Answer<Health>>;
  readonly write: Write;
  /** Opens the library in a tab. */
  readonly openLibrary: (place: LibraryPlace) => void;
  /** In the turn of a click: opens the side panel of this window. Null where there is none, or where it is open. */
  readonly openPanel: (() => void) | null;
  /** The version of which the reader has not looked at what is new; null when there is nothing new. */
  readonly unseenNews: () => Promise<string | null>;
}

/** Time, passed in so that tests own it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs something after some milliseconds, unless the returned function is called first. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}
