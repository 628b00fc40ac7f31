import type { SharedTermsOf } from '../../core/kin/shared-terms';
import type { Summarise } from '../../core/summary/summary';
import type { Keeper } from '../../engine/keeper/keeper';
import type { Sync } from '../../engine/sync/sync';
import type { Visited } from '../../engine/visited/visited';
import type { Places } from '../places/places';

/** What the scripts of our own leave where they run. */
export type OwnWorld = typeof globalThis & {
  paperkinKeeper?: Keeper;
  paperkinPlaces?: Places;
  paperkinSharedTerms?: SharedTermsOf;
  paperkinSummarise?: Summarise;
  paperkinSync?: Sync;
  paperkinVisited?: Visited;
};

/** Scripts that most wakings of the background never read, each with the name of what it leaves. */
const SCRIPTS = {
  paperkinKeeper: '/keeper-script.js',
  paperkinPlaces: '/places-script.js',
  paperkinSharedTerms: '/kin-reasons.js',
  paperkinSummarise: '/summariser.js',
  paperkinSync: '/sync-script.js',
  paperkinVisited: '/visited-script.js',
} as const;

/** Of workers alone, so not among the types of a page. */
declare function importScripts(...files: string[]): void;

/**
 * To be called in the background's first turn. A service worker may only import later what it imported while it was
 * installed; the browser keeps that beside the worker itself.
 */
export function keepOwnScripts(): void {
  if (import.meta.env.FIREFOX) return;
  globalThis.addEventListener('install', () => importScripts(...Object.values(SCRIPTS)));
}

/** What own pages do to the reading list. */
export const loadKeeper = (): Promise<Keeper> => loaded('paperkinKeeper');

/** What makes summaries. */
export const loadSummariser = (): Promise<Summarise> => loaded('paperkinSummarise');

/** What tells what kin share. */
export const loadSharedTerms = (): Promise<SharedTermsOf> => loaded('paperkinSharedTerms');

/** What answers the context menu, the address bar and the key that saves a page. */
export const loadPlaces = (): Promise<Places> => loaded('paperkinPlaces');

/** What exchanges the list with other machines. */
export const loadSync = (): Promise<Sync> => loaded('paperkinSync');

/** What keeps papers that pages show. */
export const loadVisited = (): Promise<Visited> => loaded('paperkinVisited');

async function loaded<K extends keyof typeof SCRIPTS>(name: K): Promise<NonNullable<OwnWorld[K]>> {
  const world = globalThis as OwnWorld;
  if (!world[name]) await runScript(SCRIPTS[name]);
  const left = world[name];
  if (!left) throw new Error(`${SCRIPTS[name]} left nothing behind`);
  return left;
}

async function runScript(file: string): Promise<void> {
  if (!import.meta.env.FIREFOX) return importScripts(file);
  // Firefox's background is a page.
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    script.src = file;
    document.head.append(script);
  });
}
