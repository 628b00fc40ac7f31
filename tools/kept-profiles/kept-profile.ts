import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run-package';

/** A record of a store; `key` where the store has no key path. A map is written as `{"a map": [[key, value], …]}`. */
export interface KeptRecord {
  readonly key?: string;
  readonly value: unknown;
}

export interface KeptObjectStore {
  readonly name: string;
  readonly keyPath: string | null;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string }[];
  readonly records: readonly KeptRecord[];
}

/** All that a database holds, as text can hold it. */
export interface KeptProfile {
  readonly database: string;
  readonly version: number;
  readonly stores: readonly KeptObjectStore[];
}

/** Where the profiles of all versions lie. */
export const PROFILES = join(ROOT, 'tests/fixtures/kept-profiles');

/** The file of a version; `before` names what the layout of the records did not have yet, where one version had several. */
export function profilePath(version: number, before: string | null = null): string {
  return join(PROFILES, `library-${version}${before === null ? '' : `-before-${before}`}.json`);
}

/** All that are kept, by the names of their files. */
export function keptProfiles(): readonly (readonly [name: string, profile: KeptProfile])[] {
  if (!existsSync(PROFILES)) return [];
  return readdirSync(PROFILES)
    .toSorted()
    .map((name) => [name, JSON.parse(readFileSync(join(PROFILES, name), 'utf8')) as KeptProfile] as const);
}

/**
 * Makes the database of a profile with the browser's own means, past all our code. It is handed to pages as text, so it stands on nothing
 * outside itself. A database of that name must not be there.
 */
export function putProfile(profile: KeptProfile): Promise<void> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- goes to pages with the rest
  const revived = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(revived);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value);
    const [first] = members;
    if (first?.[0] === 'a map') return new Map(revived(first[1]) as [unknown, unknown][]);
    return Object.fromEntries(members.map(([name, member]) => [name, revived(member)]));
  };
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(profile.database, profile.version);
    opening.addEventListener('upgradeneeded', () => {
      for (const { name, keyPath, indexes, records } of profile.stores) {
        const store = opening.result.createObjectStore(name, keyPath === null ? undefined : { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath);
        for (const { key, value } of records) store.put(revived(value), key);
      }
    });
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
  });
}

/** All that a database holds just now, whatever wrote it. As `putProfile`, it stands on nothing outside itself. */
export async function takeProfile(database: string): Promise<KeptProfile> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- goes to pages with the rest
  const written = (value: unknown): unknown => {
    if (value instanceof Map) return { 'a map': [...value].map(written) };
    if (Array.isArray(value)) return value.map(written);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, written(member)]));
  };
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- goes to pages with the rest
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
    });
  const db = await done(indexedDB.open(database));
  const stores: KeptObjectStore[] = [];
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name);
    const keyPath = typeof store.keyPath === 'string' ? store.keyPath : null;
    const indexes = [...store.indexNames].map((index) => ({
      name: index,
      keyPath: String(store.index(index).keyPath),
    }));
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    const records = values.map((each, at): KeptRecord => {
      const value = written(each);
      return keyPath === null ? { key: String(keys[at]), value } : { value };
    });
    stores.push({ name, keyPath, indexes, records });
  }
  const { version } = db;
  db.close();
  return { database, version, stores };
}
