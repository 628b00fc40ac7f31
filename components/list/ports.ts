import type { CardData } from '../../core/card';
import type { PaperId } from '../../core/paper';
import type { EntryEdit, ListEdit } from '../../core/reading-list/change';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { CopyCitation } from '../citation/copy-choice';
import type { Answer } from '../popup/ports';
import type { SendToZotero } from '../zotero/zotero-button';

/** Everything the list's page asks of the world. None of these reject. */
export interface ListPorts {
  readonly list: () => Promise<Answer<readonly ReadingListEntry[]>>;
  readonly card: (paperId: PaperId) => Promise<Answer<CardData>>;
  readonly save: (paperId: PaperId) => Promise<Answer<ReadingListEntry>>;
  readonly edit: (edits: readonly ListEdit[]) => Promise<Answer<readonly EntryEdit[]>>;
  readonly remove: (paperIds: readonly PaperId[]) => Promise<Answer<readonly ReadingListEntry[]>>;
  readonly restore: (entries: readonly ReadingListEntry[]) => Promise<Answer<readonly ReadingListEntry[]>>;
}

/** The ways out of the list: as a file, to the clipboard, to another program. */
export interface ListFiles {
  /** "Paperkin 0.1.0" */
  readonly madeBy: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Puts a file among the reader's downloads. */
  readonly offer: (fileName: string, content: string | Uint8Array, mediaType: string) => void;
  readonly copy: CopyCitation;
  readonly sendToZotero: SendToZotero;
}
