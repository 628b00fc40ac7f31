import type { PaperBrief, PaperId } from '../core/paper';
import type { BinnedEntry, ReadingListEntry } from '../core/reading-list/entry';
import { entryOf, findableList, type FindableList } from '../core/reading-list/findable-list';
import { nearTitles, type NearTitles } from '../core/reading-list/near-titles';
import { buildTextIndex, type TextIndex } from '../core/search/text-index';
import { FewTitles } from '../core/titles/few-titles';
import type { BinChange, Edit, Edited } from '../store/library-store';
import type { StorageError } from '../store/storage-error';
import type { JoinedLibrary } from './joined-library';

/** The reading list as it stood at one moment, findable like a corpus; last added first. */
export interface ListSnapshot extends FindableList {
  /** Over the papers as they were saved. */
  textIndex(): TextIndex;
  /** Of the papers as they were saved, for kin. */
  nearTitles(): NearTitles;
  /** Of the papers as they were saved, to be looked for in running text. */
  titles(): FewTitles<PaperBrief>;
  /** The entry of a paper, also where it was saved under another identity (from a page without identifiers). */
  entryOf(paper: PaperBrief): ReadingListEntry | null;
}

/** The reader's list for the calls of the engine. */
export interface ReadingList {
  snapshot(): Promise<ListSnapshot>;
  /** As one step, all or none; each in its order. */
  editAll(edits: ReadonlyMap<PaperId, Edit>): Promise<readonly Edited[]>;
  /** What is in the bin after a change. */
  changeBin(change: BinChange): Promise<readonly BinnedEntry[]>;
  /** Why entries are not on disk, or not to be seen; null when all is well. */
  trouble(): StorageError | null;
}

/**
 * Keeps the list in memory between two edits: a reader's list is small (1,000 entries with abstracts are 2 MB), and
 * every mention of every page asks it.
 */
export function rememberReadingList(library: JoinedLibrary): ReadingList {
  let kept: Promise<ListSnapshot> | null = null;
  const forget = () => {
    kept = null;
  };

  async function load(): Promise<ListSnapshot> {
    return snapshotOf(await library.all());
  }

  return {
    async snapshot() {
      kept ??= load();
      const loading = kept;
      try {
        return await loading;
      } finally {
        // What could not be read is tried again at the next call, not remembered as an empty list.
        if (library.trouble && kept === loading) forget();
      }
    },
    async editAll(edits) {
      try {
        return await library.editAll(edits);
      } finally {
        forget();
      }
    },
    changeBin: (change) => library.changeBin(change),
    trouble: () => library.trouble,
  };
}

function snapshotOf(sorted: readonly ReadingListEntry[]): ListSnapshot {
  const list = findableList(sorted);
  let index: TextIndex | null = null;
  let near: NearTitles | null = null;
  let titles: FewTitles<PaperBrief> | null = null;
  return {
    ...list,
    nearTitles: () => (near ??= nearTitles(sorted.map(({ paper }) => paper))),
    titles: () =>
      (titles ??= new FewTitles(sorted.map(({ paper }) => ({ title: paper.title, item: paper })))),
    textIndex: () => (index ??= buildTextIndex(sorted.map((entry) => entry.paper))),
    entryOf: (paper) => entryOf(paper, list),
  };
}
