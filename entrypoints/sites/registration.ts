import { browser } from 'wxt/browser';
import { grantedPatterns, manifestPatterns } from './granted';
import { CORE_SCRIPT } from './start-in-tab';

/** Under which the browser keeps the script of all sites that the reader gave. */
const ID = 'given-sites';

let last: Promise<void> = Promise.resolve();

/**
 * Makes the registered script fit what the reader has given: the core script runs on those sites from now on, also after a
 * restart, before the page's own scripts. Calls follow one another. @throws what the browser throws
 */
export function registerGivenSites(): Promise<void> {
  last = last.catch(() => undefined).then(register);
  return last;
}

async function register(): Promise<void> {
  const matches = [...(await grantedPatterns())];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    matches,
    // There the manifest's own row runs, with the site's script.
    excludeMatches: [...manifestPatterns()],
    js: [CORE_SCRIPT],
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
