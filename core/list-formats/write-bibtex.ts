import { pageLink } from '../identity/links';
import type { Paper } from '../paper';
import { latexEscaped, latexTitle } from './latex-escape';
import { whole, type ListedPaper, type WholeListedPaper } from './listed-paper';
import type { WriteOptions } from './write-options';

/** A list as BibTeX; decision 19 says which field holds what. */
export function bibtexOf(list: readonly ListedPaper[], { keys }: Pick<WriteOptions, 'keys'>): string {
  return list.map((listed) => bibtexEntryOf(listed, keys.get(listed.paper.id) ?? 'paper')).join('\n');
}

/** One entry with all that the list knows of it. */
export function bibtexEntryOf(listed: ListedPaper, key: string): string {
  const entry = whole(listed);
  const { paper } = entry;
  return record(paper, key, [
    ['pdf', verbatim(paper.pdf)],
    ['code', verbatim(paper.code)],
    ['abstract', paper.abstract === null ? null : latexEscaped(paper.abstract)],
    ...markFields(entry),
  ]);
}

/** A paper as a bibliography wants it: nothing of the reader's, and no abstract. */
export const bibtexOfPaper = (paper: Paper, key: string): string => record(paper, key, []);

type Field = readonly [name: string, value: string | null];

function record(paper: Paper, key: string, others: readonly Field[]): string {
  const kind = kindOf(paper);
  const fields: readonly Field[] = [
    ['title', latexTitle(paper.title)],
    ['author', paper.authors.length === 0 ? null : paper.authors.map(bibtexName).join(' and ')],
    [
      kind === 'inproceedings' ? 'booktitle' : 'journal',
      paper.venue === null ? null : latexEscaped(paper.venue),
    ],
    ['year', paper.year === null ? null : String(paper.year)],
    ['eprint', paper.arxiv],
    ['archiveprefix', paper.arxiv === null ? null : 'arXiv'],
    ['doi', paper.doi],
    ['url', verbatim(paper.url ?? pageLink(paper))],
    ...others,
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},\n`]));
  return `@${kind}{${key},\n${lines.join('')}}\n`;
}

function markFields(entry: WholeListedPaper): readonly Field[] {
  const { tags, note, status, priority, starred, addedAt } = entry;
  return [
    ['keywords', tags.length === 0 ? null : tags.map(keyword).join(', ')],
    ['annote', note === '' ? null : note.split('\n').map(noteLine).join('\n')],
    ['readstatus', status === 'to-read' ? null : status === 'read' ? 'read' : 'skimmed'],
    ['priority', priority === 0 ? null : `prio${4 - priority}`],
    ['relevance', starred ? 'relevant' : null],
    ['date-added', new Date(addedAt).toISOString()],
  ];
}

const MEETING =
  /\b(?:proceedings|proc\.|conference|conf\.|symposium|workshops?|meeting|neurips|nips|icml|iclr|cvpr|iccv|eccv|acl|emnlp|naacl|eacl|coling|aaai|ijcai|aistats|uai|colt|kdd|sigir|sigmod|vldb|chi|icra|iros|corl|rss|interspeech|icassp|miccai|usenix|osdi|sosp|pldi|popl|stoc|focs|soda|wacv|bmvc)\b/i;

/** A paper without a venue is none of the kinds of publication; a venue that is no meeting is a journal. */
export function kindOf({ venue }: Pick<Paper, 'venue'>): 'article' | 'inproceedings' | 'misc' {
  if (venue === null) return 'misc';
  return MEETING.test(venue) ? 'inproceedings' : 'article';
}

/** In braces where a part of it would be taken for something else: "Barnes and Noble", "others". */
function bibtexName(name: string): string {
  const latex = latexEscaped(name);
  return /,|\sand\s|^others$/i.test(name) ? `{${latex}}` : latex;
}

const keyword = (tag: string): string => (/[,;]/.test(tag) ? `{${latexEscaped(tag)}}` : latexEscaped(tag));

/** An "@" at the start of a line looks like the next entry to many readers. */
function noteLine(line: string): string {
  return latexEscaped(line).replace(/^(\s*)@/, '$1{@}');
}

/** Addresses are not escaped; a brace or backslash in one would close the field. */
function verbatim(address: string | null): string | null {
  if (address === null) return null;
  return address.replace(/[{}\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
