import { foldCase, wordsOf } from '../text/words';
import { VENUE_SIGN } from './names';

/** Of the name of an author or a venue so many characters are read. */
export const NAME_UNITS_MAX = 200;

/** What stands for a venue: each of its words once. */
export function venueTerms(venue: string | null): ReadonlySet<string> {
  const words = wordsOf((venue ?? '').slice(0, NAME_UNITS_MAX));
  return new Set(words.map(({ form }) => VENUE_SIGN + foldCase(form)));
}
