import { nameBefore, readName, type BackupName } from '../../core/backups/names';
import { toRemove } from '../../core/backups/rotation';
import type { ListedPaper } from '../../core/list-formats/listed-paper';
import { factsOfBackup, packedBackup, type BackupFacts } from './backup-file';
import type { BackupFolder } from './backup-folder';

/** A backup in the folder. */
export interface KeptBackup extends BackupName {
  readonly bytes: number;
  /** Null where it is damaged. */
  readonly facts: BackupFacts | null;
}

/** All backups, last made first. Each is read whole: what is damaged must not pass for a backup. */
export async function keptBackups(folder: BackupFolder): Promise<readonly KeptBackup[]> {
  const kept: KeptBackup[] = [];
  for (const name of await folder.names()) {
    const [known, file] = [readName(name), await folder.read(name)];
    if (known && file) kept.push({ ...known, bytes: file.size, facts: await factsOfBackup(file) });
  }
  return kept.toSorted((a, b) => (a.name < b.name ? 1 : -1));
}

/** Takes away what rotation has no place for. What is damaged stays for the reader to see, and is not counted. */
export async function rotate(folder: BackupFolder, today: string): Promise<void> {
  const sound = (await keptBackups(folder)).flatMap(({ name, facts }) => (facts ? name : []));
  for (const name of toRemove(sound, today)) await folder.remove(name);
}

/** Keeps the list as it is before something that could cost entries; an empty list needs none. */
export async function backUpBefore(
  folder: BackupFolder,
  entries: readonly ListedPaper[],
  { madeBy, now, today }: { readonly madeBy: string; readonly now: number; readonly today: string },
): Promise<void> {
  if (entries.length === 0) return;
  const { file } = await packedBackup(entries, { madeBy, madeAt: now });
  await folder.write(nameBefore(now), file);
  await rotate(folder, today);
}
