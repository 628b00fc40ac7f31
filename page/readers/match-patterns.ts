/** A match pattern of ours: scheme `*`, a host that may begin with `*.`, a path in which `*` is anything. */
const PATTERN = /^\*:\/\/(\*\.)?([^/*]+)(\/.*)$/;

/** Whether an address fits a match pattern as browsers read them; false for a pattern of any other style. */
export function fitsPattern(address: string, pattern: string): boolean {
  const [, wide, host, path] = PATTERN.exec(pattern) ?? [];
  if (host === undefined || path === undefined || !URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  const hostFits = url.hostname === host || (wide !== undefined && url.hostname.endsWith(`.${host}`));
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return hostFits && new RegExp(`^${escaped}$`).test(url.pathname + url.search);
}
