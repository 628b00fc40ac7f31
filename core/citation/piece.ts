/** A stretch of a citation. */
export interface Piece {
  readonly text: string;
  readonly isItalic: boolean;
}

export const upright = (text: string): Piece => ({ text, isItalic: false });
export const italic = (text: string): Piece => ({ text, isItalic: true });

/** A sentence of a citation: it ends in one full stop, unless its own text ends in a mark already. */
export function sentence(...pieces: readonly Piece[]): readonly Piece[] {
  const text = plain(pieces);
  return text === '' ? [] : [...pieces, upright(/[.?!。？！]["”’]?$/u.test(text) ? ' ' : '. ')];
}

/** Pieces as text without italics. */
export function plain(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .trimEnd();
}

/** Pieces as HTML, safe to paste. */
export function cited(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, isItalic }) => (isItalic ? `<i>${escaped(text)}</i>` : escaped(text)))
    .join('')
    .trimEnd();
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '');
