/** A match pattern: a scheme or `*`, a host that may begin with `*.` or be `*`, a path in which `*` is anything. */
const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)(\/.*)$/;

function hostFits(name: string, host: string): boolean {
  if (host === '*') return true;
  return host.startsWith('*.') ? name === host.slice(2) || name.endsWith(host.slice(1)) : name === host;
}

/** Whether an address of the web fits a match pattern as browsers read them; false for a pattern of any other style. */
export function fitsPattern(address: string, pattern: string): boolean {
  const [, scheme, host, path] = PATTERN.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return false;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname, search } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return hostFits(hostname, host) && new RegExp(`^${escaped}$`).test(pathname + search);
}
