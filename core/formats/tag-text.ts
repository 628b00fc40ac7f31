import { clip } from '../text/well-formed';

/** A hundred tags of the greatest length. */
const TEXT_CHARS_MAX = 20_000;
const NEEDS_QUOTES = /[,;"]|^\s|\s$/;

/** Tags as one line: semicolons between them; one that has a comma, semicolon or quotation mark stands in quotation marks. */
export function joinedTags(tags: readonly string[]): string {
  return tags.map((tag) => (NEEDS_QUOTES.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)).join('; ');
}

/** The tags of a line, as `joinedTags` and other programs write it: where no semicolon parts them, commas do. */
export function splitTags(text: string): readonly string[] {
  const start = clip(text, TEXT_CHARS_MAX);
  const bySemicolon = split(start, ';');
  return bySemicolon.length === 1 ? split(start, ',') : bySemicolon;
}

function split(text: string, separator: ';' | ','): readonly string[] {
  const pattern =
    separator === ';' ? /\s*("(?:[^"]|"")*"|[^;]*)\s*(?:;|$)/gy : /\s*("(?:[^"]|"")*"|[^,]*)\s*(?:,|$)/gy;
  const tags: string[] = [];
  for (const [whole, tag = ''] of text.matchAll(pattern)) {
    if (whole === '') break;
    tags.push(/^".*"$/s.test(tag) ? tag.slice(1, -1).replaceAll('""', '"') : tag.trim());
  }
  return tags.filter((tag) => tag !== '');
}
