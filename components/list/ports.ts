import type { CardData } from '../../core/card';
import type { PaperId } from '../../core/paper';
import type { EntryEdit, ListEdit } from '../../core/reading-list/change';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { Answer } from '../popup/ports';

/** Everything the list's page asks of the world. None of these reject. */
export interface ListPorts {
  readonly list: () => Promise<Answer<readonly ReadingListEntry[]>>;
  readonly card: (paperId: PaperId) => Promise<Answer<CardData>>;
  readonly save: (paperId: PaperId) => Promise<Answer<ReadingListEntry>>;
  readonly edit: (edits: readonly ListEdit[]) => Promise<Answer<readonly EntryEdit[]>>;
  readonly remove: (paperIds: readonly PaperId[]) => Promise<Answer<readonly ReadingListEntry[]>>;
  readonly restore: (entries: readonly ReadingListEntry[]) => Promise<Answer<readonly ReadingListEntry[]>>;
}
