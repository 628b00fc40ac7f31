import type { KeptBackup } from '../../core/backups/kept-backup';
import { dayOf, nameBefore, readName } from '../../core/backups/names';
import { toRemove } from '../../core/backups/rotation';
import type { ListedPaper } from '../../core/list-formats/listed-paper';
import { factsOfBackup, packedBackup } from './backup-file';
import type { BackupFolder } from './backup-folder';

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
  { madeBy, now }: { readonly madeBy: string; readonly now: number },
): Promise<void> {
  if (entries.length === 0) return;
  const { file } = await packedBackup(entries, { madeBy, madeAt: now });
  await folder.write(nameBefore(now), file);
  await rotate(folder, dayOf(now));
}
