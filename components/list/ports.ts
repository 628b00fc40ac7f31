import type { CardData } from '../../core/card';
import type { PaperId } from '../../core/paper';
import type { EntryEdit, ListEdit } from '../../core/reading-list/change';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { JoinedEntry } from '../../core/reading-list/revert';
import type { UnsavedNote } from '../../core/reading-list/unsaved-note';
import type { VersionChange, VersionsChanged } from '../../core/reading-list/versions';
import type { CopyCitation } from '../citation/copy-choice';
import type { Answer, Clock } from '../popup/ports';
import type { SendToZotero } from '../zotero/zotero-button';

/** Everything the list's page asks of the world. None of these reject. */
export interface ListPorts {
  readonly list: () => Promise<Answer<readonly ReadingListEntry[]>>;
  readonly card: (paperId: PaperId) => Promise<Answer<CardData>>;
  readonly save: (paperId: PaperId) => Promise<Answer<ReadingListEntry>>;
  readonly edit: (edits: readonly ListEdit[]) => Promise<Answer<readonly EntryEdit[]>>;
  readonly remove: (paperIds: readonly PaperId[]) => Promise<Answer<readonly ReadingListEntry[]>>;
  readonly versions: (change: VersionChange) => Promise<Answer<VersionsChanged>>;
  readonly restore: (entries: readonly ReadingListEntry[]) => Promise<Answer<readonly ReadingListEntry[]>>;
  /** Takes joinings back; answers what is left of their entries. */
  readonly revert: (joined: readonly JoinedEntry[]) => Promise<Answer<readonly ReadingListEntry[]>>;
  /** Whether a paper whose text is opened is being read from then on. */
  readonly readingOnOpen: () => Promise<boolean>;
  readonly clock: Clock;
  readonly unsaved: UnsavedNotesPort;
}

/** Notes that are typed and not in the list yet, kept where the end of a page does not reach them. */
export interface UnsavedNotesPort {
  readonly all: () => readonly UnsavedNote[];
  readonly keep: (note: UnsavedNote) => void;
  /** Forgets it, if that is what was typed last. */
  readonly drop: (paperId: PaperId, text: string) => void;
}

/** The ways out of the list: as a file, to the clipboard, to another program. */
export interface ListFiles {
  /** "Paperkin 0.1.0" */
  readonly madeBy: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Remembers that the reader has the whole list in a file. */
  readonly noteExport: () => void;
  /** Puts a file among the reader's downloads. */
  readonly offer: (fileName: string, content: string | Uint8Array, mediaType: string) => void;
  readonly copy: CopyCitation;
  readonly sendToZotero: SendToZotero;
}
