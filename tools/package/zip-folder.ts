import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** The first day that a zip can name, at noon, so that no time zone makes it another. */
const TIME = new Date(1980, 0, 1, 12);

/** The files of a folder as one archive: the same bytes for the same files, whenever and wherever it is made. */
export function zipFolder(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));
  return zipFiles(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Files as one archive, in the order of their names. */
export function zipFiles(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const sorted: Zippable = {};
  for (const [name, bytes] of files.toSorted(([a], [b]) => (a < b ? -1 : 1))) sorted[name] = bytes;
  return zipSync(sorted, { mtime: TIME, level: 9, os: 3 });
}
