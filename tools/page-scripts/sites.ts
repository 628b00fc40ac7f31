import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site } from '../../page/readers/reader';

/** A file of `page/readers/sites`. */
export interface SiteFile extends Site {
  /** The file's name without its ending, and the script's: `arxiv`. */
  readonly name: string;
  readonly path: string;
}

const FOLDER = resolve(import.meta.dirname, '../../page/readers/sites');

/** Every site that has a file, by name. */
export async function readSites(): Promise<readonly SiteFile[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const path = join(FOLDER, file);
      const { matches, readers } = (await import(pathToFileURL(path).href)) as Site;
      return { name: basename(file, '.ts'), path, matches, readers };
    }),
  );
}
