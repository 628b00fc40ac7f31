import { bibtexOfPaper } from '../list-formats/write-bibtex';
import { pageLink } from '../identity/links';
import type { Paper } from '../paper';
import { apa } from './apa';
import { chicago } from './chicago';
import { ieee } from './ieee';
import { mla } from './mla';
import { cited, plain, type Piece } from './piece';

/** A way to name a paper in somebody's text. */
export type CitationKind = 'bibtex' | 'apa' | 'ieee' | 'mla' | 'chicago' | 'markdown';

export interface CitationStyle {
  readonly kind: CitationKind;
  /** As people call it; the same in every language. */
  readonly label: string;
}

/** Those that are asked for most first. */
export const CITATION_STYLES: readonly CitationStyle[] = [
  { kind: 'bibtex', label: 'BibTeX' },
  { kind: 'apa', label: 'APA' },
  { kind: 'ieee', label: 'IEEE' },
  { kind: 'mla', label: 'MLA' },
  { kind: 'chicago', label: 'Chicago' },
  { kind: 'markdown', label: 'Markdown' },
];

/** A citation as plain text and, where the style sets parts in italics, as HTML. */
export interface Citation {
  readonly text: string;
  readonly html: string | null;
}

const WRITERS: Readonly<Record<'apa' | 'ieee' | 'mla' | 'chicago', (paper: Paper) => readonly Piece[]>> = {
  apa,
  ieee,
  mla,
  chicago,
};

/** A paper's citation; `key` is its citation key, for BibTeX. What is not known is left out. Never throws. */
export function citationOf(paper: Paper, kind: CitationKind, key: string): Citation {
  if (kind === 'bibtex') return { text: bibtexOfPaper(paper, key), html: null };
  if (kind === 'markdown') return { text: markdownLink(paper), html: null };
  const pieces = WRITERS[kind](paper);
  return { text: plain(pieces), html: cited(pieces) };
}

/** Several citations, as they are pasted: entries and lines below each other. */
export function joinedCitations(citations: readonly Citation[]): Citation {
  const text = citations.map((each) => each.text).join('\n');
  const html = citations.map((each) => each.html ?? '').map((each) => `<p>${each}</p>`);
  return { text, html: citations.every((each) => each.html !== null) ? html.join('\n') : null };
}

function markdownLink(paper: Paper): string {
  const title = paper.title.replace(/[\\`*_{}[\]<>#|~$!]/g, String.raw`\$&`);
  const link = pageLink(paper);
  // Brackets would end the address.
  return link === null
    ? title
    : `[${title}](${link.replace(/[()<>\s]/g, encodeURI).replace(/[()]/g, escaped)})`;
}

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
