import type { ReadList } from '../../components/list/import/ports';
import type { UnusableSource } from '../../core/import/inspect';
import type { ReadingListEntry } from '../../core/reading-list/entry';

/** What the page asks of the worker that reads files for the list. */
export interface ListRequest {
  readonly file: Blob;
  readonly name: string;
  /** The list as it is. */
  readonly present: readonly ReadingListEntry[];
}

/** What that answers, once. */
export type ListReply = ReadList | UnusableSource;
