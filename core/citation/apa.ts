import type { Paper } from '../paper';
import { familyThenInitials } from './names';
import { italic, sentence, upright, type Piece } from './piece';
import { whereOf, type Where } from './where';

const NAMES_MAX = 20;

/** By the Publication Manual of the American Psychological Association, 7th edition; titles are left in the case that they are printed in. */
export function apa(paper: Paper): readonly Piece[] {
  const where = whereOf(paper);
  const year = upright(`(${paper.year ?? 'n.d.'})`);
  const title = titleOf(paper.title, where);
  const names = namesOf(paper.authors);
  // Without authors the title stands in their place.
  const head =
    names === ''
      ? [...sentence(...title), ...sentence(year)]
      : [upright(/[.]$/.test(names) ? `${names} ` : `${names}. `), ...sentence(year), ...sentence(...title)];
  return [...head, ...sentence(...placeOf(where)), ...(where.link === null ? [] : [upright(where.link)])];
}

function namesOf(authors: readonly string[]): string {
  const names = authors.map(familyThenInitials);
  if (names.length > NAMES_MAX)
    return `${names.slice(0, NAMES_MAX - 1).join(', ')}, . . . ${names.at(-1) ?? ''}`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}, & ${names.at(-1) ?? ''}`;
}

/** What stands by itself is in italics: a preprint, and not an article of a journal. */
function titleOf(title: string, { kind, number }: Where): readonly Piece[] {
  if (kind === 'journal' || kind === 'meeting') return [upright(title)];
  return number === null ? [italic(title)] : [italic(title), upright(` (${number})`)];
}

function placeOf({ kind, name }: Where): readonly Piece[] {
  if (kind === 'meeting') return [upright('In '), italic(name)];
  return [kind === 'journal' ? italic(name) : upright(name)];
}
