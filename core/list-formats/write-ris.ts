import { pageLink } from '../identity/links';
import type { Paper } from '../paper';
import { whole, type ListedPaper } from './listed-paper';
import { nameParts } from './name-parts';
import { kindOf } from './write-bibtex';

const TYPES = { article: 'JOUR', inproceedings: 'CONF', misc: 'UNPB' } as const;

/** A list as RIS. Status, star, priority and times have no place in it. */
export function risOf(list: readonly ListedPaper[]): string {
  return list.map(recordOf).join('');
}

function recordOf(listed: ListedPaper): string {
  const { paper, tags, note } = whole(listed);
  const lines: readonly (readonly [string, string | null])[] = [
    ['TY', TYPES[kindOf(paper)]],
    ['TI', paper.title],
    ...paper.authors.map((author) => ['AU', risName(author)] as const),
    ['PY', paper.year === null ? null : String(paper.year)],
    ['T2', paper.venue],
    ['AB', paper.abstract],
    ['DO', paper.doi],
    ['AN', paper.arxiv === null ? null : `arXiv:${paper.arxiv}`],
    ['UR', linkOf(paper)],
    ['L1', paper.pdf],
    ...tags.map((tag) => ['KW', tag] as const),
    ['N1', note === '' ? null : note],
    ['ER', ''],
  ];
  return `${lines.map(([tag, value]) => (value === null ? '' : line(tag, value))).join('')}\r\n`;
}

/** Only a note has several lines; each that goes on stands behind a blank, for it may look like a tag. */
function line(tag: string, value: string): string {
  const text = tag === 'N1' ? value.replaceAll('\n', '\r\n ') : value.replace(/\s+/g, ' ');
  return `${tag}  - ${text}\r\n`;
}

const linkOf = (paper: Paper): string | null => paper.url ?? pageLink(paper);

/** "Quay, Ada", "King, Martin Luther, Jr." */
function risName(author: string): string {
  const { family, given, suffix } = nameParts(author);
  return [family, given, suffix].filter((part) => part !== '').join(', ');
}
