import type { CardData } from '../../../core/card';
import type { UnusableSource } from '../../../core/import/inspect';
import type { DoubtfulPreview } from '../../../core/list-formats/possible-doubles';
import type { Mention } from '../../../core/match/mention';
import type { Resolution } from '../../../core/match/resolution';
import type { PaperId } from '../../../core/paper';
import type { ReadingListEntry } from '../../../core/reading-list/entry';
import type { SearchHit } from '../../../core/search/hit';
import type { Answer } from '../../popup/ports';

/** What a file was found to be, and what taking it in would do to the list. */
export interface ReadList {
  readonly ok: true;
  readonly name: string;
  /** What its formats are called. */
  readonly formats: readonly string[];
  /** Whether there were more records than are read. */
  readonly isCut: boolean;
  readonly preview: DoubtfulPreview;
}

/** A tab of the reader's window. */
export interface OpenTab {
  readonly url: string;
  readonly title: string;
}

/** What the import of papers into the list asks of the world. None of these reject. */
export interface ListImportPorts {
  /** Reads a file, beside the page's own thread, and compares it with the list as it is given. */
  readonly read: (
    file: Blob,
    name: string,
    present: readonly ReadingListEntry[],
  ) => Promise<ReadList | UnusableSource>;
  /** Keeps the list as it is, before the file comes in; a backup that cannot be made is told on the page of backups. */
  readonly backUpFirst: () => Promise<void>;
  /** Gives a reading under way up. */
  readonly stopReading: () => void;
  /** Which of the mentions are known, in their order. */
  readonly resolve: (mentions: readonly Mention[]) => Promise<Answer<readonly (Resolution | null)[]>>;
  readonly card: (paperId: PaperId) => Promise<Answer<CardData>>;
  readonly search: (query: string, limit: number) => Promise<Answer<readonly SearchHit[]>>;
  /**
   * In the turn of a click: the tabs of this window. The browser asks the reader whether their addresses may be seen; that
   * right is given back before this answers. Null where the reader or the browser said no.
   */
  readonly openTabs: () => Promise<readonly OpenTab[] | null>;
}
