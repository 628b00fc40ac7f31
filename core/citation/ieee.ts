import type { Paper } from '../paper';
import { initialsThenFamily, joined } from './names';
import { italic, upright, type Piece } from './piece';
import { whereOf, type Where } from './where';

const NAMES_MAX = 6;

/** By the IEEE Reference Guide. The number in brackets is given by the text that cites. */
export function ieee(paper: Paper): readonly Piece[] {
  const where = whereOf(paper);
  const { year, doi } = paper;
  const names = namesOf(paper.authors);
  const rest: readonly (readonly Piece[])[] = [
    ...placeOf(where),
    ...(year === null ? [] : [[upright(String(year))]]),
    ...(where.number === null ? [] : [[upright(where.number)]]),
    ...(doi === null ? [] : [[upright(`doi: ${doi}`)]]),
  ];
  const title = upright(
    `${names === '' ? '' : `${names}, `}“${paper.title}${rest.length > 0 && !/[?!]$/.test(paper.title) ? ',' : ''}”`,
  );
  const parts = rest.flatMap((part, at) => [upright(at === 0 ? ' ' : ', ')].concat(part));
  const stop = doi === null && where.link !== null ? `. [Online]. Available: ${where.link}` : '.';
  return [title, ...parts, upright(stop)];
}

function namesOf(authors: readonly string[]): string {
  const names = authors.map(initialsThenFamily);
  return names.length > NAMES_MAX ? `${names[0] ?? ''} et al.` : joined(names, 'and');
}

function placeOf({ kind, name }: Where): readonly (readonly Piece[])[] {
  if (kind === 'meeting') return [[upright('in '), italic(name)]];
  return kind === 'journal' ? [[italic(name)]] : [];
}
