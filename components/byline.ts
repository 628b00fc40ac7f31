import type { PaperBrief } from '../core/paper';
import { NAME_LENGTH_MAX, VENUE_LENGTH_MAX, bounded } from './bounded';
import type { Translate } from './messages';

/** Names shown in full in a list or a card; beyond them two names and a number say as much. */
const NAMES_MAX = 3;

export type BylineFacts = Pick<PaperBrief, 'authors' | 'venue' | 'year'>;

export interface ShortAuthors {
  readonly shown: readonly string[];
  /** How many are not shown; never 1, for one more name takes no more room than "and 1 more". */
  readonly more: number;
}

/** All of up to `limit` authors, or the first `limit - 1` and the number of the others. */
export function shortenAuthors(authors: readonly string[], limit = NAMES_MAX): ShortAuthors {
  const named = authors.filter((author) => author.trim() !== '');
  const count = named.length <= limit ? named.length : Math.max(1, limit - 1);
  const shown = named.slice(0, count).map((author) => bounded(author, NAME_LENGTH_MAX));
  return { shown, more: named.length - shown.length };
}

/** The authors as one phrase in the reader's language; '' when there are none. */
export function authorPhrase(translate: Translate, authors: readonly string[], limit = NAMES_MAX): string {
  const { shown, more } = shortenAuthors(authors, limit);
  const names = shown.join(', ');
  return more === 0 ? names : translate('authors_and_more', names, String(more));
}

/** Venue and year as separate words; a venue that names its year ("NeurIPS 2020") stands alone. */
export function venueAndYear({ venue, year }: Pick<BylineFacts, 'venue' | 'year'>): readonly string[] {
  const place = venue === null ? '' : bounded(venue, VENUE_LENGTH_MAX);
  if (/\b(?:19|20)\d\d\b/.test(place)) return [place];
  return [place, year === null ? '' : String(year)].filter((word) => word !== '');
}
