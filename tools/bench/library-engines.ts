import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, insert, search } from '@orama/orama';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { TitleIndex } from '../../core/titles/title-index';
import { buildTitles } from '../eval/titles-in-memory';
import { FilesOnDisk } from './files-on-disk';

/** An index of titles that is built. */
export interface BuiltIndex {
  /** The place of the title that it puts first; null for none. */
  readonly first: (asked: string) => Promise<number | null>;
  readonly close: () => void;
}

/** Makes the index of some titles. */
type Build = (titles: readonly string[]) => Promise<BuiltIndex>;

const close = () => undefined;

async function paperkin(titles: readonly string[]): Promise<BuiltIndex> {
  const root = mkdtempSync(join(tmpdir(), 'paperkin-titles-'));
  const folder = new FilesOnDisk(root);
  await buildTitles(folder, titles);
  const index = await TitleIndex.open(folder);
  if (!index) throw new Error('the index that was just built does not open');
  return {
    first: async (asked) => (await index.lookUp([asked]))[0]?.[0]?.ordinal ?? null,
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function minisearch(titles: readonly string[]): Promise<BuiltIndex> {
  const index = new MiniSearch<{ readonly id: number; readonly title: string }>({
    fields: ['title'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  for (const [id, title] of titles.entries()) index.add({ id, title });
  return { first: async (asked) => (index.search(asked)[0]?.id as number | undefined) ?? null, close };
}

async function flexsearch(titles: readonly string[]): Promise<BuiltIndex> {
  const index = new Index({ tokenize: 'forward' });
  for (const [id, title] of titles.entries()) index.add(id, title);
  return {
    first: async (asked) => {
      const [found] = await index.search(asked, { limit: 1, suggest: true });
      return typeof found === 'number' ? found : null;
    },
    close,
  };
}

async function orama(titles: readonly string[]): Promise<BuiltIndex> {
  const index = create({ schema: { title: 'string' } as const });
  for (const [id, title] of titles.entries()) await insert(index, { id: String(id), title });
  return {
    first: async (asked) => {
      const { hits } = await search(index, { term: asked, properties: ['title'], tolerance: 1, limit: 1 });
      return hits[0] ? Number(hits[0].id) : null;
    },
    close,
  };
}

async function fuse(titles: readonly string[]): Promise<BuiltIndex> {
  const index = new Fuse(titles, { ignoreLocation: true });
  return { first: async (asked) => index.search(asked, { limit: 1 })[0]?.refIndex ?? null, close };
}

/** By the name of the package. */
export const LIBRARY_ENGINES = {
  paperkin,
  minisearch,
  flexsearch,
  '@orama/orama': orama,
  'fuse.js': fuse,
} as const satisfies Readonly<Record<string, Build>>;

export type LibraryName = keyof typeof LIBRARY_ENGINES;
