import type { PaperBrief } from '../paper';
import { foldCase, wordsOf } from '../text/words';
import { QUERY_MAX } from './ranking';

/** Papers that lack the fact a filter asks for do not pass it. */
export interface SearchFilters {
  /** First and last year, both included. */
  readonly yearFrom?: number;
  readonly yearTo?: number;
  /** Words of authors' names; all must be among those of the paper. The last one may be unfinished. */
  readonly author?: string;
  /** Words of the venue; all must be in it. The last one may be unfinished. */
  readonly venue?: string;
}

/** What a reader typed into a search box, taken apart. */
export interface SearchQuery {
  /** Words to look for; empty when there are only filters. */
  readonly text: string;
  /** Null when nothing is filtered. */
  readonly filters: SearchFilters | null;
  /** Whether only the reading list is looked through. */
  readonly isOnList: boolean;
}

/** `author:ng`, `author:"andrew ng"`; nothing may stand between the colon and what is asked for. */
const FILTER = /(?<=^|\s)(author|venue|year|in):("[^"]*"?|[^\s"]*)/gi;
const ON_LIST = 'in:list';
/** `2020`, `2020-2022`, `2020-`, `-2022`. */
const YEARS = /^(\d{4})?([-–])?(\d{4})?$/;

/**
 * Reads `author:…`, `venue:…`, `year:…` and `in:list` out of a query. What is not finished (`year:20`) filters nothing yet, and is
 * not looked for as a word either.
 */
export function readSearchQuery(typed: string): SearchQuery {
  const query = typed.slice(0, QUERY_MAX);
  const names: Record<'author' | 'venue', string[]> = { author: [], venue: [] };
  const years: { yearFrom?: number; yearTo?: number } = {};
  let isOnList = false;
  for (const [, name = '', quoted = ''] of query.matchAll(FILTER)) {
    const value = quoted.replaceAll('"', '').trim();
    const key = name.toLowerCase();
    if (key === 'year') Object.assign(years, yearsOf(value));
    else if (key === 'in') isOnList ||= value.toLowerCase() === 'list';
    else if (value !== '') names[key === 'venue' ? 'venue' : 'author'].push(value);
  }
  const filters = {
    ...years,
    ...(names.author.length > 0 ? { author: names.author.join(' ') } : {}),
    ...(names.venue.length > 0 ? { venue: names.venue.join(' ') } : {}),
  };
  const isFiltered = Object.keys(filters).length > 0;
  // A blank at the end says that the last word is finished: only those that a filter leaves behind are taken away.
  const text = query.replace(FILTER, '').replace(/^\s+/, '');
  const isCut = isFiltered || isOnList;
  return { text: isCut ? text.replace(/\s+$/, '') : text, filters: isFiltered ? filters : null, isOnList };
}

/** The same query over the reading list alone, or over everything again. */
export function limitedToList(query: string, isOnList: boolean): string {
  const words = query.split(/(?<=\s)/).filter((word) => word.trim().toLowerCase() !== ON_LIST);
  const rest = words.join('');
  return isOnList ? `${rest.trimEnd()} ${ON_LIST}`.trimStart() : rest.trimEnd();
}

function yearsOf(value: string): Pick<SearchFilters, 'yearFrom' | 'yearTo'> {
  const [, first, dash, last] = YEARS.exec(value) ?? [];
  if (first === undefined && last === undefined) return {};
  const to = dash === undefined ? first : last;
  return {
    ...(first === undefined ? {} : { yearFrom: Number(first) }),
    ...(to === undefined ? {} : { yearTo: Number(to) }),
  };
}

/** Whether a paper has what the filters ask for. */
export function passesFilters(
  { year, authors, venue }: Pick<PaperBrief, 'year' | 'authors' | 'venue'>,
  filters: SearchFilters,
): boolean {
  const { yearFrom = -Infinity, yearTo = Infinity } = filters;
  const isYearAsked = filters.yearFrom !== undefined || filters.yearTo !== undefined;
  if (isYearAsked && (year === null || year < yearFrom || year > yearTo)) return false;
  return holdsWords(authors.join('\n'), filters.author) && holdsWords(venue ?? '', filters.venue);
}

function holdsWords(text: string, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  const held = wordsOf(text).flatMap(({ form, parts }) => [form].concat(parts));
  const forms = wordsOf(wanted).map(({ form }) => foldCase(form));
  return forms.every((form, at) => {
    const isLast = at === forms.length - 1;
    return held.some((word) => word === form || (isLast && word.startsWith(form)));
  });
}
