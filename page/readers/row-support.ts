import { isLabel } from './title-like';

const BYLINE_CHARS_MAX = 300;
const LEAD = /^[^\p{L}]*(?:(?:by|authors?|with)\b:? ?)?/iu;
/** "Lovelace, A. K., Babbage, C.": the initials belong to the name before; in "A. Lovelace, C. Babbage" a name follows them. */
const INITIALS_AFTER = /, (?=(?:\p{Lu}\.[ -]?){1,4}(?:[,;&·•…(\d]|and\b|et\b|$))/gu;
const BETWEEN_NAMES = /[,;·•&…]|\b(?:and|und|et|y) | [-–—] /u;
/** "Ada K. Lovelace", "A.K. van der Berg", "Lovelace AK", "王小明"; a family name alone is any word. */
const PERSON =
  /^(?:(?:(?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}|de|del|da|dos|van|von|der|den|la|le|el|al|bin)(?: |$)){2,5}|\p{Lo}{2,4})$/u;
const INITIALS = /(?:^| )(?:\p{Lu}-?\p{Lu}{0,2}|(?:\p{Lu}\.-?)+)(?: |$)/u;
const YEAR = /(?<![\d/.])(?:19[5-9]|20[0-4])\d(?!\d)/;
/** Where papers appear: journals, proceedings, volumes, pages, "ICML 2023". */
const VENUE =
  /\b(?:proc\.|proceedings|journal|trans\.|transactions|conference|workshop|symposium|letters|arxiv|doi|preprint|thesis|vol(?:\.|ume)|pp\.)|\d\s?\(\d+\)|\d[:,]\s?(?:pages )?[a-z]?\d+\s?[-–]\s?[a-z]?\d/i;
const ACRONYM = /\b[A-Z]\w{0,6}[A-Z]\w{0,6}[ ,'’]{1,3}(?:20)?\d\d\b/;
const PRICE = /[$€£¥]\s?\d/;

/** How many people a text begins by naming, up to three; three for one with initials or with others ("et al."). */
function peopleIn(text: string): number {
  const names = text.slice(0, BYLINE_CHARS_MAX).replace(LEAD, '').replace(INITIALS_AFTER, ' ');
  const parts = names.split(BETWEEN_NAMES, 3).map((part) => part.replace(/[\d*†‡.]+$/, '').trim());
  const [first = ''] = parts;
  if (!PERSON.test(first) || isLabel(first)) return 0;
  if (parts[1] === 'al' || INITIALS.test(first)) return 3;
  const isOther = parts.findIndex((part) => !PERSON.test(part));
  return isOther === -1 ? parts.length : isOther;
}

/**
 * Whether what stands beside a title speaks for a paper: its authors, and a year or the place it appeared in. Authors are a
 * text of their own: whom a sentence names has not written the paper. `page` is the title of the page.
 */
export function speaksForPaper(texts: readonly string[], hasAuthors: boolean, page: string): boolean {
  const all = `${texts.join(' ')} ${page}`;
  if (PRICE.test(all)) return false;
  const hasVenue = VENUE.test(all) || ACRONYM.test(all);
  const people = Math.max(hasAuthors ? 2 : 0, ...texts.map(peopleIn));
  return people > 2 ? hasVenue || YEAR.test(all) : people > 1 && hasVenue;
}

/** The year of a paper by what stands beside its title, or null. */
export function yearBeside(texts: readonly string[]): number | null {
  const year = YEAR.exec(texts.join(' '))?.[0];
  return year === undefined ? null : Number(year);
}
