import { browser } from 'wxt/browser';
import { runRepairWorker } from './repair-client';

/** Chromium's own, which webextension-polyfill does not know. */
interface Offscreen {
  createDocument(options: {
    readonly url: string;
    readonly reasons: readonly 'WORKERS'[];
    readonly justification: string;
  }): Promise<void>;
}
declare const chrome: { readonly offscreen: Offscreen };

/** An event page ends after 30 s without events or calls, and its worker with it. */
const SIGN_OF_LIFE_MS = 15_000;

/**
 * Has what is noted as damaged made good, where it may take minutes; `onEnd` is called after one that this page ran itself.
 * While one goes on another is not begun.
 */
export function repairRequester(onEnd: () => void): () => void {
  if (!import.meta.env.FIREFOX) return () => void openDocument();
  let running: Promise<void> | null = null;
  return () => {
    running ??= runHere(onEnd).finally(() => {
      running = null;
    });
  };
}

/** The document runs the worker, says when it is done and closes itself. */
async function openDocument(): Promise<void> {
  try {
    await chrome.offscreen.createDocument({
      url: '/repair.html',
      reasons: ['WORKERS'],
      justification: 'Makes damaged index files of your corpora anew.',
    });
  } catch (error) {
    // There can be one only: then a repair is under way.
    if (!String(error).includes('single offscreen')) throw error;
  }
}

async function runHere(onEnd: () => void): Promise<void> {
  const signs = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE_MS);
  try {
    await runRepairWorker();
    onEnd();
  } finally {
    clearInterval(signs);
  }
}
