/** At most `limit` UTF-16 units of a text on one line, never half a surrogate pair; an ellipsis stands for the rest. */
export function bounded(text: string, limit: number): string {
  // Cut before the pattern runs: a hostile title may hold 100,000 characters.
  const line = text
    .slice(0, limit * 2)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit && text.length <= limit * 2) return line;
  const cut = line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}

/** Longest title shown; the longest real ones are near 300 characters. */
export const TITLE_LENGTH_MAX = 400;
export const NAME_LENGTH_MAX = 60;
export const VENUE_LENGTH_MAX = 80;
export const TERM_LENGTH_MAX = 60;
/** Of a host name, in a button of the card. */
export const SITE_LENGTH_MAX = 32;
