import { pageLink } from '../identity/links';
import { kindOf } from '../list-formats/write-bibtex';
import type { Paper } from '../paper';

/** Where a paper came out, as all styles ask for it. */
export interface Where {
  readonly kind: 'journal' | 'meeting' | 'preprint' | 'nowhere';
  /** The journal, the meeting, or the archive; empty for nowhere. */
  readonly name: string;
  /** "arXiv:2110.06014" of a preprint; else null. */
  readonly number: string | null;
  /** The DOI's address, else the paper's own; null where neither is known. */
  readonly link: string | null;
}

const ARCHIVE = /^(?:arxiv\b|corr$)/i;

export function whereOf(paper: Paper): Where {
  const { arxiv, doi } = paper;
  const venue = withoutYear(paper);
  const link = doi === null ? pageLink(paper) : pageLink({ doi, arxiv: null, url: null });
  if (venue !== null && !ARCHIVE.test(venue)) {
    const kind = kindOf(paper) === 'inproceedings' ? 'meeting' : 'journal';
    return { kind, name: venue, number: null, link };
  }
  if (arxiv !== null) return { kind: 'preprint', name: 'arXiv', number: `arXiv:${arxiv}`, link };
  return { kind: 'nowhere', name: '', number: null, link };
}

/** "NeurIPS 2021" of a paper of 2021: every style says the year itself. */
function withoutYear({ venue, year }: Paper): string | null {
  if (venue === null || year === null) return venue;
  const bare = venue.replace(new RegExp(`[\\s,(]*\\b${year}\\)?$`), '');
  return bare === '' ? venue : bare;
}
