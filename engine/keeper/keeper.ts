import { mergedEntry } from '../../core/list-formats/merge-entry';
import type { PaperId } from '../../core/paper';
import {
  changeEntry,
  factsOf,
  type EntryChange,
  type EntryEdit,
  type ListEdit,
} from '../../core/reading-list/change';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { revertedEntry, type JoinedEntry } from '../../core/reading-list/revert';
import type { Edit, Edited } from '../../store/library-store';
import { abandonImport, allCorpora, changeCorpus, errorsOfCorpus, removeCorpus } from './corpora';
import { filedBundle } from './filed-bundle';
import { saving, versionEdits, versionsChanged } from './keep-versions';
import { tend, type Occasion } from './tend';

/**
 * What own pages do to the reading list, and what saving comes to. The background reads it as a script of its own at the first
 * such call. Beside it stands what they do to corpora, and what the first start of a version needs. An error that it throws is known by its `code`: in another script it is of another class.
 */
export interface Keeper extends KeptCorpora {
  /** One edit for each entry that is named, with all that is to be done to it in its order; `now` in milliseconds since the epoch. */
  readonly edits: (edits: readonly ListEdit[], now: number) => ReadonlyMap<PaperId, Edit>;
  /** How those that are on the list were and are. */
  readonly told: (edited: readonly Edited[]) => readonly EntryEdit[];
  /** What `list/save` comes to. */
  readonly saving: typeof saving;
  /** What a change of versions comes to. */
  readonly versions: typeof versionEdits;
  readonly versionsChanged: typeof versionsChanged;
  /** Puts entries back; one that is on the list anew keeps all that was done to it there. */
  readonly restoring: (entries: readonly ReadingListEntry[]) => ReadonlyMap<PaperId, Edit>;
  /** Takes joinings back; what was done to entries since stays. */
  readonly reverting: (joined: readonly JoinedEntry[]) => ReadonlyMap<PaperId, Edit>;
  /** The bundled corpus as it ships, to be installed. */
  readonly filedBundle: typeof filedBundle;
  /** Sees to the backups and to the bin, after a change and at a start. */
  readonly tend: (occasion: Occasion) => Promise<void>;
}

/** The calls about corpora. */
const corpora = { abandonImport, allCorpora, changeCorpus, errorsOfCorpus, removeCorpus };
type KeptCorpora = Readonly<typeof corpora>;

export const keeper: Keeper = {
  ...corpora,
  saving,
  versions: versionEdits,
  versionsChanged,
  filedBundle,
  tend,
  edits(edits, now) {
    const changes = new Map<PaperId, EntryChange[]>();
    for (const { paperIds, change } of edits) {
      for (const id of paperIds) {
        const known = changes.get(id);
        if (known) known.push(change);
        else changes.set(id, [change]);
      }
    }
    const editOf =
      (all: readonly EntryChange[]): Edit =>
      (current) =>
        current && all.reduce((entry, change) => changeEntry(entry, change, now), current);
    return new Map([...changes].map(([id, all]) => [id, editOf(all)]));
  },
  told: (edited) =>
    edited.flatMap(({ before, after }) =>
      before && after ? [{ paperId: after.paper.id, before: factsOf(before), after: factsOf(after) }] : [],
    ),
  restoring: (entries) =>
    new Map(
      entries.map((entry) => [
        entry.paper.id,
        (current) => (current === null ? entry : mergedEntry(current, entry.paper, entry, entry)),
      ]),
    ),
  reverting: (joined) =>
    new Map(
      joined.map((each) => [each.after.paper.id, (current) => current && revertedEntry(current, each)]),
    ),
};
