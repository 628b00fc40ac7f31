import { browser } from 'wxt/browser';

/**
 * All of the web, as the reader may give it. In two: of `*://*\/*` Chromium (156) takes back, with it, the manifest's own hosts, which
 * it holds; those are `*://…`, which neither of these does.
 */
export const EVERYWHERE: readonly string[] = ['https://*/*', 'http://*/*'];

/** Every page that the manifest names: those are Paperkin's from the start. */
export function manifestPatterns(): readonly string[] {
  const rows = browser.runtime.getManifest().content_scripts ?? [];
  return rows.flatMap(({ matches = [] }) => matches);
}

/**
 * What the reader has given beyond the manifest, as match patterns, sorted. The browser's own list is the only one: what is
 * given or taken back in its settings is seen here too. @throws what the browser throws
 */
export async function grantedPatterns(): Promise<readonly string[]> {
  // Firefox has rights to whole hosts only, so it says `*://*.aclweb.org/*` of `*://*.aclweb.org/anthology/*` (153).
  const known = new Set(manifestPatterns().flatMap((pattern) => [pattern, wholeHost(pattern)]));
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => /^(?:\*|https?):/.test(pattern) && !known.has(pattern)).toSorted();
}

const wholeHost = (pattern: string): string => pattern.replace(/^([^/]*\/\/[^/]*\/).*$/, '$1*');

/** Whether a pattern that the reader gave is of all sites; browsers' settings have other words for it than we. */
export function isEverywhere(pattern: string): boolean {
  return /^(?:\*|https?):\/\/\*\//.test(pattern);
}

/** The pattern of the site that an address is of; null for what is no web address. Ports have no place in a pattern. */
export function sitePattern(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : null;
}
