/** The id of the corpus of papers that pages showed. */
export const VISITED_CORPUS_ID = 'visited';
/** Its name where it is stored; what shows it says so in the reader's language. */
export const VISITED_CORPUS_NAME = 'Visited papers';
/** In `storage.local`: the time from which on what is noted is to be looked at, ms since the epoch. Who keeps nothing has none. */
export const VISITED_DUE = 'visited-due';
