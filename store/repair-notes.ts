import {
  packRepairNotes,
  REPAIR_FILE,
  unpackRepairNotes,
  type RepairNotes,
} from '../core/corpus/repair-notes';
import { bufferOf, type CorpusSchema, type FileKey } from './corpus-folder';
import type { CorpusStamp } from './corpus-store';
import type { Database } from './database';
import { allOrNothing, unawaited } from './transaction';

/** Changes the notes: the same ones for no change. Pure, since it may be asked twice. */
export type ChangeNotes = (notes: RepairNotes) => RepairNotes;

/** The notes of damage and repair of corpora, which the background and the repair both write. */
export interface RepairLog {
  of(stamp: CorpusStamp): Promise<RepairNotes>;
  /** Reads, changes and writes as one step; null when that generation is read no more. */
  change(stamp: CorpusStamp, change: ChangeNotes): Promise<RepairNotes | null>;
}

/** The notes in the corpus database. */
export function openRepairLog(database: Database<CorpusSchema>): RepairLog {
  return {
    of: (stamp) => database.run(async (db) => unpacked(await db.get('files', keyOf(stamp)))),
    change: (stamp, change) =>
      database.run((db) => {
        const transaction = db.transaction(['corpora', 'files'], 'readwrite');
        return allOrNothing(transaction, async () => {
          const current = await transaction.objectStore('corpora').get(stamp.id);
          if (current?.generation !== stamp.generation) return null;
          const files = transaction.objectStore('files');
          const notes = unpacked(await files.get(keyOf(stamp)));
          const changed = change(notes);
          if (changed !== notes) unawaited(files.put(bufferOf(packRepairNotes(changed)), keyOf(stamp)));
          return changed;
        });
      }),
  };
}

const keyOf = ({ id, generation }: CorpusStamp): FileKey => [id, generation, REPAIR_FILE];

const unpacked = (file: ArrayBuffer | undefined): RepairNotes =>
  unpackRepairNotes(file ? new Uint8Array(file) : null);
