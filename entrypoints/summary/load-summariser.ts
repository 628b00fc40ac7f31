import type { Summarise } from '../../core/summary/summary';

/** What the script leaves where it runs. */
export type SummaryWorld = typeof globalThis & { paperkinSummarise?: Summarise };

const SCRIPT = '/summariser.js';

/** Of workers alone, so not among the types of a page. */
declare function importScripts(file: string): void;

/**
 * To be called in the background's first turn. A service worker may only import later what it imported while it was
 * installed; the browser keeps that beside the worker itself.
 */
export function keepSummariser(): void {
  if (import.meta.env.FIREFOX) return;
  globalThis.addEventListener('install', () => importScripts(SCRIPT));
}

/** What makes summaries: a script of its own, which most wakings of the background never read. */
export async function loadSummariser(): Promise<Summarise> {
  const world = globalThis as SummaryWorld;
  if (!world.paperkinSummarise) await runScript();
  if (!world.paperkinSummarise) throw new Error(`${SCRIPT} left nothing behind`);
  return world.paperkinSummarise;
}

async function runScript(): Promise<void> {
  if (!import.meta.env.FIREFOX) return importScripts(SCRIPT);
  // Firefox's background is a page.
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    script.src = SCRIPT;
    document.head.append(script);
  });
}
