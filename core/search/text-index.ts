import type { Paper } from '../paper';

/** An inverted index over the text of papers. Opaque; survives structured cloning, so it is stored as it is. */
export interface TextIndex {
  readonly paperIds: readonly string[];
}

export function buildTextIndex(_papers: readonly Paper[]): TextIndex {
  throw new Error('not built yet');
}
