import type { Mention } from '../match/mention';
import type { Paper, PaperId } from '../paper';

/** The identity of a paper: by arXiv id, else DOI, else title key; null when it has none of the three. */
export function paperIdOf(_facts: Pick<Mention, 'arxiv' | 'doi' | 'title'>): PaperId | null {
  throw new Error('not built yet');
}

/** What a page says of a paper, as a paper; null when the mention names none (no title and no identifier). */
export function paperOfMention(_mention: Mention): Paper | null {
  throw new Error('not built yet');
}
