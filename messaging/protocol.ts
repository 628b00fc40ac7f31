import type { Kin } from '../core/kin/kin';
import type { Mention, MatchRule } from '../core/match/mention';
import type { Paper, PaperBrief, PaperId } from '../core/paper';
import type { ReadingListEntry, ReadingStatus } from '../core/reading-list/entry';
import type { Summary } from '../core/summary/summary';

/** How a caller names one paper: by what it found on the page, or by an identity it was given earlier. */
export type PaperRef = { readonly mention: Mention } | { readonly paperId: PaperId };

/** What is known of one mention. */
export interface Resolution {
  readonly paperId: PaperId;
  readonly title: string;
  readonly rule: MatchRule;
  readonly confidence: number;
  /** Its place on the reading list; null when it is not there. */
  readonly status: ReadingStatus | null;
}

/** Everything a card or the popup shows of one paper. */
export interface CardData {
  readonly paper: Paper;
  /** Where the facts come from: a corpus, the reading list's snapshot, or only the page being read. */
  readonly origin: 'corpus' | 'list' | 'page';
  /** The rule that tied the mention to the paper; null when asked by identity or when `origin` is `page`. */
  readonly rule: MatchRule | null;
  /** Null when there is no abstract. */
  readonly summary: Summary | null;
  /** Nearest first. */
  readonly kin: readonly Kin[];
  readonly status: ReadingStatus | null;
}

export interface SearchHit {
  readonly paper: PaperBrief;
  readonly status: ReadingStatus | null;
}

/** Where things are kept just now, so that the interface can say so. */
export interface Health {
  /** `database`: on disk. `memory`: the database refused; the bundled corpus serves from memory. */
  readonly corpus: 'database' | 'memory';
  /** `database`: on disk. `session`: the database refused; entries live until the browser closes. */
  readonly library: 'database' | 'session';
  /** What the database said when it refused, for people to read; null when all is well. */
  readonly reason: string | null;
  readonly paperCount: number;
}

interface Call<Params, Value> {
  readonly params: Params;
  readonly value: Value;
}

/** Every call to the background. `PAGE_CALLS` in `schemas.ts` lists those that a content script may make. */
export interface Protocol {
  /** Which of a page's mentions are known: one answer for each mention, in their order. One message a scan. */
  'page/resolve': Call<{ readonly mentions: readonly Mention[] }, readonly (Resolution | null)[]>;
  /** Everything about one paper. `not-found` for an unknown identity; a mention always has an answer. */
  'paper/card': Call<{ readonly ref: PaperRef }, CardData>;
  /** Puts a paper on the reading list as "to read"; an entry that is there already stays as it is. */
  'list/save': Call<{ readonly ref: PaperRef; readonly sourceUrl: string | null }, ReadingListEntry>;
  /** Changes the status of an entry; `not-found` when the paper is not on the list. */
  'list/set-status': Call<{ readonly paperId: PaperId; readonly status: ReadingStatus }, ReadingListEntry>;
  /** The whole reading list, last added first. Extension pages only. */
  'list/all': Call<Record<string, never>, readonly ReadingListEntry[]>;
  /** Takes an entry off the list and returns it, so that the caller can undo. Extension pages only. */
  'list/remove': Call<{ readonly paperId: PaperId }, ReadingListEntry>;
  /** Puts a removed entry back exactly as it was. Extension pages only. */
  'list/restore': Call<{ readonly entry: ReadingListEntry }, ReadingListEntry>;
  /** Papers of all corpora and of the reading list that fit a query, best first. Extension pages only. */
  search: Call<{ readonly query: string; readonly limit: number }, readonly SearchHit[]>;
  /** Extension pages only. */
  health: Call<Record<string, never>, Health>;
}

export type CallName = keyof Protocol;
export type Params<K extends CallName> = Protocol[K]['params'];
export type Value<K extends CallName> = Protocol[K]['value'];

/** A paper that the page names, as the popup lists it. */
export interface PagePaper {
  readonly mention: Mention;
  readonly resolution: Resolution | null;
}

/** Every call from the extension to the content script of a tab. */
export interface TabProtocol {
  /** The papers on the page, in page order, each once. */
  'tab/papers': Call<Record<string, never>, readonly PagePaper[]>;
  /** The reading list changed: marks are resolved anew. */
  'tab/list-changed': Call<Record<string, never>, null>;
}
