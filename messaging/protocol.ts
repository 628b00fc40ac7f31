import type { CardData } from '../core/card';
import type { CorpusOverview } from '../core/corpus/corpus-info';
import type { Health } from '../core/health';
import type { ImportError } from '../core/import/error-list';
import type { TextBlock } from '../core/in-text/text-block';
import type { TextHit } from '../core/in-text/text-hit';
import type { Mention } from '../core/match/mention';
import type { PagePaper, Resolution } from '../core/match/resolution';
import type { PaperId } from '../core/paper';
import type { EntryEdit, ListEdit } from '../core/reading-list/change';
import type { BinnedEntry, ReadingListEntry, ReadingStatus } from '../core/reading-list/entry';
import type { JoinedEntry } from '../core/reading-list/revert';
import type { VersionChange, VersionsChanged } from '../core/reading-list/versions';
import type { SearchHit } from '../core/search/hit';
import type { FileExchange, SyncChange, SyncState } from '../core/sync/sync-state';

/** How a caller names one paper: by what it found on the page, or by an identity it was given earlier. */
export type PaperRef = { readonly mention: Mention } | { readonly paperId: PaperId };

interface Call<P, V> {
  readonly params: P;
  readonly value: V;
}
type Nothing = Record<string, never>;

/**
 * Every call to the background. `PAGE_CALLS` in `schemas.ts` lists those that a content script may make. `page` is the
 * address of the page that is read, if it has one worth noting.
 */
export interface Protocol {
  /** Which of a page's mentions are known: one answer for each mention, in their order. One message a scan. */
  'page/resolve': Call<
    { readonly page?: string | null; readonly mentions: readonly Mention[] },
    readonly (Resolution | null)[]
  >;
  /** The papers that blocks of running text name, by block and place. Long pages send several messages. */
  'page/scan-text': Call<
    { readonly page?: string | null; readonly blocks: readonly TextBlock[] },
    readonly TextHit[]
  >;
  /** How many different papers that are known the page of the sender's tab shows now: for the toolbar. Content scripts only. */
  'page/known-count': Call<{ readonly count: number }, null>;
  /** Has the script that draws cards run in the sender's frame. Answers when it has. Content scripts only. */
  'page/load-card-view': Call<Nothing, null>;
  /**
   * Papers that a page showed with their abstract, for the corpus of visited papers: kept if the reader said so, and not of a private
   * window. `knownAs` is what `page/resolve` answered for the mention. Without any, what waits to be searchable is seen to.
   */
  'page/visited': Call<
    { readonly papers: readonly { readonly mention: Mention; readonly knownAs: PaperId | null }[] },
    null
  >;
  /** Everything about one paper. `not-found` for an unknown identity; a mention always has an answer. */
  'paper/card': Call<{ readonly page?: string | null; readonly ref: PaperRef }, CardData>;
  /** Remembers that a page does not name a paper, or forgets it again: it is marked there no more. */
  'paper/deny': Call<
    { readonly page: string | null; readonly paperId: PaperId; readonly isDenied: boolean },
    null
  >;
  /**
   * Puts a paper on the reading list as "to read"; an entry that is there already stays as it is, or gets one more version where
   * the paper surely is one.
   */
  'list/save': Call<{ readonly ref: PaperRef; readonly sourceUrl: string | null }, ReadingListEntry>;
  /** Changes the status of an entry; `not-found` when the paper is not on the list. */
  'list/set-status': Call<{ readonly paperId: PaperId; readonly status: ReadingStatus }, ReadingListEntry>;
  /** The whole reading list, last added first. Extension pages only. */
  'list/all': Call<Nothing, readonly ReadingListEntry[]>;
  /**
   * Changes entries, all or none, and says of each that is on the list how it was and is, so that the caller can undo
   * (`changeBack`). What is not on the list is passed over; `not-found` when nothing is. Extension pages only.
   */
  'list/edit': Call<{ readonly edits: readonly ListEdit[] }, readonly EntryEdit[]>;
  /** Puts entries in the bin, all or none, and returns them for undo. `not-found` as above. Extension pages only. */
  'list/remove': Call<{ readonly paperIds: readonly PaperId[] }, readonly ReadingListEntry[]>;
  /**
   * Puts removed entries back exactly as they were, out of the bin; one that was saved again meanwhile gets what it lacks.
   * Extension pages only.
   */
  'list/restore': Call<{ readonly entries: readonly ReadingListEntry[] }, readonly ReadingListEntry[]>;
  /**
   * Takes a joining back: papers that came with it go, facts that it changed are set back, and what was done since stays
   * (`revertedEntry`). Answers the entries that are left of them. Extension pages only.
   */
  'list/revert': Call<{ readonly joined: readonly JoinedEntry[] }, readonly ReadingListEntry[]>;
  /**
   * Joins entries that are of one paper, parts them, or has another record lead; all or none. `not-found` when nothing was there to
   * be changed. Extension pages only.
   */
  'list/versions': Call<{ readonly change: VersionChange }, VersionsChanged>;
  /**
   * Has the day's backup made if it is due, and the bin looked through; at a start it is due where the list is another than
   * the last backup has. Extension pages only.
   */
  'list/tend': Call<{ readonly isStart: boolean }, null>;
  /** What is in the bin, in no order. Extension pages only. */
  'bin/all': Call<Nothing, readonly BinnedEntry[]>;
  /** Takes entries out of the bin for good, null all of them. Extension pages only. */
  'bin/empty': Call<{ readonly paperIds: readonly PaperId[] | null }, null>;
  /** Papers of all corpora and of the reading list that fit a query, best first. Extension pages only. */
  search: Call<{ readonly query: string; readonly limit: number }, readonly SearchHit[]>;
  /** All corpora, switched-off ones too, and the imports that were interrupted. Extension pages only. */
  'corpora/all': Call<Nothing, CorpusOverview>;
  /** Renames a corpus, or switches it on or off; null leaves as it is. `not-found`. Extension pages only. */
  'corpora/change': Call<
    { readonly corpusId: string; readonly name: string | null; readonly enabled: boolean | null },
    null
  >;
  /** Deletes a corpus with all its files; the bundled one stays. `busy` while an import or a repair runs. Extension pages only. */
  'corpora/remove': Call<{ readonly corpusId: string }, null>;
  /** Gives an interrupted import up, with what it has written. `busy` while an import or a repair runs. Extension pages only. */
  'corpora/abandon': Call<{ readonly corpusId: string }, null>;
  /** The records that a corpus's import could not take in, as far as they were kept. Extension pages only. */
  'corpora/errors': Call<{ readonly corpusId: string }, readonly ImportError[]>;
  /** Says that an import or a repair has changed what corpora hold: open pages are to resolve anew. Extension pages only. */
  'corpora/changed': Call<Nothing, null>;
  /** How the exchange with the reader's other machines stands. Extension pages only. */
  'sync/state': Call<Nothing, SyncState>;
  /** Switches it on or off, names this machine, forgets one. Extension pages only. */
  'sync/set': Call<SyncChange, SyncState>;
  /** Exchanges now; nothing happens while it is off. Extension pages only. */
  'sync/now': Call<Nothing, SyncState>;
  /** Joins the list with the text of a file, if there is one, and gives the file to be written back. */
  'sync/file': Call<{ readonly text: string | null }, FileExchange>;
  /** Where things are kept just now, and how they are. Extension pages only. */
  health: Call<Nothing, Health>;
}

/** Every call from the extension to the content script of a tab. */
export interface TabProtocol {
  /** The papers on the page, in page order, each once. */
  'tab/papers': Call<Nothing, readonly PagePaper[]>;
  /** The reading list or the corpora changed: the content script resolves its mentions anew. */
  'tab/list-changed': Call<Nothing, null>;
}

export type CallName = keyof Protocol;
export type TabCallName = keyof TabProtocol;
export type Params<K extends CallName | TabCallName> = (Protocol & TabProtocol)[K]['params'];
export type Value<K extends CallName | TabCallName> = (Protocol & TabProtocol)[K]['value'];
