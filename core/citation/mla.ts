import type { Paper } from '../paper';
import { familyThenGiven } from './names';
import { italic, sentence, upright, type Piece } from './piece';
import { whereOf } from './where';

/** By the MLA Handbook, 9th edition. */
export function mla(paper: Paper): readonly Piece[] {
  const where = whereOf(paper);
  const container: readonly (readonly Piece[])[] = [
    ...(where.name === '' ? [] : [[italic(where.name)]]),
    ...(paper.year === null ? [] : [[upright(String(paper.year))]]),
    ...(where.number === null ? [] : [[upright(where.number)]]),
    ...(where.link === null ? [] : [[upright(where.link)]]),
  ];
  const parts = container.flatMap((part, at) => (at === 0 ? part : [upright(', ')].concat(part)));
  return [...sentence(upright(namesOf(paper.authors))), titleOf(paper.title), ...sentence(...parts)];
}

/** The full stop stands inside the quotation marks. */
const titleOf = (title: string): Piece => upright(`“${title}${/[.?!]$/.test(title) ? '' : '.'}” `);

function namesOf([first, second, ...others]: readonly string[]): string {
  if (first === undefined) return '';
  if (second === undefined) return familyThenGiven(first);
  return `${familyThenGiven(first)}, ${others.length > 0 ? 'et al.' : `and ${second}`}`;
}
