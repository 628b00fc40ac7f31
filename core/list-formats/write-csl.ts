import { CSL_CUSTOM } from '../formats/csl-json';
import { joinedTags } from '../formats/tag-text';
import { pageLink } from '../identity/links';
import type { Paper } from '../paper';
import { statedMarks, whole, type ListedPaper } from './listed-paper';
import { nameParts } from './name-parts';
import { kindOf } from './write-bibtex';
import type { WriteOptions } from './write-options';

const TYPES = { article: 'article-journal', inproceedings: 'paper-conference', misc: 'article' } as const;

/** A list as CSL-JSON. */
export function cslJsonOf(list: readonly ListedPaper[], { keys }: Pick<WriteOptions, 'keys'>): string {
  const items = list.map((listed) => JSON.stringify(cslItem(listed, keys.get(listed.paper.id) ?? 'paper')));
  return `[\n${items.join(',\n')}\n]\n`;
}

/** One paper as processors of CSL styles take it; JSON leaves out what is undefined. */
function cslItem(listed: ListedPaper, key: string): Readonly<Record<string, unknown>> {
  const { paper, tags, note, ...others } = whole(listed);
  return {
    id: key,
    'citation-key': key,
    type: TYPES[kindOf(paper)],
    title: paper.title,
    author: paper.authors.length === 0 ? undefined : paper.authors.map(cslName),
    issued: paper.year === null ? undefined : { 'date-parts': [[paper.year]] },
    'container-title': absent(paper.venue),
    abstract: absent(paper.abstract),
    DOI: absent(paper.doi),
    number: paper.arxiv === null ? undefined : `arXiv:${paper.arxiv}`,
    URL: absent(linkOf(paper)),
    keyword: tags.length === 0 ? undefined : joinedTags(tags),
    annote: note === '' ? undefined : note,
    custom: { [CSL_CUSTOM]: statedMarks({ ...others, paper }) },
  };
}

const absent = (value: string | null) => value ?? undefined;

const linkOf = (paper: Paper): string | null => paper.url ?? pageLink(paper);

/** A name of one word is no family name: styles would look for the rest. */
function cslName(author: string): Readonly<Record<string, string>> {
  const { family, given, suffix } = nameParts(author);
  if (given === '') return { literal: family };
  return suffix === '' ? { family, given } : { family, given, suffix };
}
