import { lexer, type MarkedToken } from 'marked';

/** Parsing takes up to the square of the length: a hostile note of so many characters, a third of a second. */
const PARSED_CHARS_MAX = 8_000;

/** The blocks of a note in Markdown, where a line's end is a line's end; null for one that is shown as it was written. */
export function parseNote(note: string): readonly MarkedToken[] | null {
  if (note.length > PARSED_CHARS_MAX) return null;
  try {
    return lexer(note, { gfm: true, breaks: true }) as MarkedToken[];
  } catch {
    // Thousands of quotes in quotes: nobody's note.
    return null;
  }
}

/** The words of a note without its signs, on one line. */
export function plainNote(note: string): string {
  const blocks = parseNote(note);
  const text = blocks ? blocks.map(plainText).join(' ') : note;
  return text.replaceAll(/\s+/g, ' ').trim();
}

function plainText(token: MarkedToken): string {
  switch (token.type) {
    case 'list':
      return token.items.map((item) => plainAll(item.tokens, ' ')).join(' · ');
    case 'table':
      return [token.header, ...token.rows]
        .map((row) => row.map((cell) => plainAll(cell.tokens)).join(' '))
        .join(' ');
    case 'br':
      return ' ';
    case 'space':
    case 'hr':
    case 'def':
    case 'checkbox':
      return '';
    case 'html':
      return token.raw;
    default:
      return 'tokens' in token && token.tokens ? plainAll(token.tokens) : 'text' in token ? token.text : '';
  }
}

const plainAll = (tokens: readonly unknown[], between = ''): string =>
  (tokens as readonly MarkedToken[]).map(plainText).join(between);
