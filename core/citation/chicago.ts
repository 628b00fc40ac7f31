import type { Paper } from '../paper';
import { familyThenGiven, joined } from './names';
import { italic, sentence, upright, type Piece } from './piece';
import { whereOf, type Where } from './where';

const NAMES_MAX = 10;
/** Of more authors so many are named. */
const NAMES_OF_MANY = 7;

/** By the Chicago Manual of Style, 17th edition: author and date. */
export function chicago(paper: Paper): readonly Piece[] {
  const where = whereOf(paper);
  const year = upright(paper.year === null ? 'n.d.' : String(paper.year));
  const title = upright(`“${paper.title}${/[.?!]$/.test(paper.title) ? '' : '.'}” `);
  const names = namesOf(paper.authors);
  const head =
    names === '' ? [title, ...sentence(year)] : [...sentence(upright(names)), ...sentence(year), title];
  return [
    ...head,
    ...sentence(...placeOf(where)),
    ...(where.link === null ? [] : sentence(upright(where.link))),
  ];
}

function namesOf(authors: readonly string[]): string {
  const [first, ...others] = authors;
  if (first === undefined) return '';
  const names = [familyThenGiven(first), ...others];
  if (names.length > NAMES_MAX) return `${names.slice(0, NAMES_OF_MANY).join(', ')}, et al.`;
  // The first is turned round, so a comma stands before "and" from two on.
  return names.length === 2 ? names.join(', and ') : joined(names, 'and');
}

function placeOf({ kind, name, number }: Where): readonly Piece[] {
  if (kind === 'meeting') return [upright('In '), italic(name)];
  if (kind === 'journal') return [italic(name)];
  return kind === 'preprint' ? [upright(`Preprint, ${number ?? name}`)] : [];
}
