import { pageLink } from '../identity/links';
import type { Paper } from '../paper';
import {
  APART_MAX,
  NOTE_LENGTH_MAX,
  recordsOf,
  VERSIONS_MAX,
  type OwnFacts,
  type Versions,
} from '../reading-list/entry';
import type { StatedMarks } from '../reading-list/stated-marks';
import { normaliseTags } from '../reading-list/tags';
import { titleKey } from '../text/title-key';
import type { WholeListedPaper } from './listed-paper';

/** Between a note and one that came later, as Markdown rules them off. */
const BETWEEN_NOTES = '\n\n---\n\n';

/**
 * An entry joined with what a file says of the same paper. Nothing the list holds is lost: facts of the paper only fill what is
 * empty, tags are joined, a second note stands under the first. The status is that of the later change, where the
 * file says when that was; the earlier time counts as that of saving.
 */
export function mergedEntry(
  present: WholeListedPaper,
  paper: Paper,
  marks: StatedMarks,
  stated: Versions = NO_VERSIONS,
): WholeListedPaper {
  const ids = new Set(recordsOf(present).map(({ id }) => id));
  const added = stated.versions.filter((version) => !ids.has(version.paper.id));
  const versions = [...present.versions, ...added].slice(0, VERSIONS_MAX);
  return {
    ...joinedFacts(present, marks),
    paper: filledPaper(present, paper),
    versions: added.length === 0 ? present.versions : versions,
    apart: [...new Set([...present.apart, ...stated.apart])].slice(0, APART_MAX),
  };
}

const NO_VERSIONS: Versions = { versions: [], apart: [] };

/** What the reader has of an entry, joined with what is stated of it elsewhere. */
export function joinedFacts(present: OwnFacts, marks: StatedMarks): OwnFacts {
  const isLater = marks.status !== null && marks.statusAt !== null && marks.statusAt > present.statusAt;
  return {
    status: isLater && marks.status !== null ? marks.status : present.status,
    statusAt: isLater && marks.statusAt !== null ? marks.statusAt : present.statusAt,
    addedAt: Math.min(present.addedAt, marks.addedAt ?? present.addedAt),
    openedAt: later(present.openedAt, marks.openedAt),
    sourceUrl: present.sourceUrl ?? marks.sourceUrl,
    starred: present.starred || marks.starred === true,
    priority: present.priority === 0 ? (marks.priority ?? 0) : present.priority,
    tags: normaliseTags([...present.tags, ...marks.tags]),
    note: joinedNotes(present.note, marks.note),
  };
}

/**
 * The leading record as it is, with the facts that it lacks; its identity is the entry's key and stays. What a version of
 * the entry has by itself is that version's.
 */
function filledPaper({ paper: present, versions }: WholeListedPaper, statedPaper: Paper): Paper {
  const of = versions.map((version) => version.paper);
  const stated: Paper = {
    ...statedPaper,
    arxiv: of.some(({ arxiv }) => arxiv !== null) ? null : statedPaper.arxiv,
    doi: of.some(({ doi }) => doi !== null) ? null : statedPaper.doi,
  };
  const key = titleKey(present.title);
  const titles = [stated.title, ...stated.otherTitles].filter((title) => titleKey(title) !== key);
  const known = new Set([...present.otherTitles, ...of.map(({ title }) => title)].map(titleKey));
  const arxiv = present.arxiv ?? stated.arxiv;
  const doi = present.doi ?? stated.doi;
  return {
    id: present.id,
    title: present.title,
    otherTitles: [...present.otherTitles, ...titles.filter((title) => !known.has(titleKey(title)))].slice(
      0,
      20,
    ),
    abstract: present.abstract ?? stated.abstract,
    authors: present.authors.length === 0 ? stated.authors : present.authors,
    year: present.year ?? stated.year,
    month:
      present.year === null || present.year === stated.year ? (present.month ?? stated.month) : present.month,
    venue: present.venue ?? stated.venue,
    arxiv,
    doi,
    url: present.url ?? ownAddress(stated.url, { arxiv, doi }),
    pdf: present.pdf ?? stated.pdf,
    code: present.code ?? stated.code,
  };
}

/** An address that an identifier gives anyway says nothing. */
export function ownAddress(url: string | null, ids: Pick<Paper, 'arxiv' | 'doi'>): string | null {
  return url === pageLink({ ...ids, url: null }) ? null : url;
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** Each note once: importing a file a second time adds nothing. */
function joinedNotes(present: string, stated: string): string {
  if (stated === '' || present.includes(stated)) return present;
  if (present === '' || stated.includes(present)) return stated;
  const joined = present + BETWEEN_NOTES + stated;
  // Never at the cost of what is there.
  return joined.length > NOTE_LENGTH_MAX ? present : joined;
}
