import { findArxivId } from '../../core/identity/arxiv-id';
import { findDoi } from '../../core/identity/doi';
import { mergeFacts, type PaperFacts, yearOf } from './page-mention';
import { paperOfStructuredData } from './structured-data';
import { fold } from './text';

const METAS_MAX = 2_000;
const CONTENT_MAX_CHARS = 20_000;
/** Below this a description speaks of the journal ("The leading journal of ..."), above it is the abstract. */
const ABSTRACT_MIN_CHARS = 200;

type Metas = ReadonlyMap<string, readonly string[]>;

function metasOf(doc: Document): Metas {
  const metas = new Map<string, string[]>();
  for (const meta of [...doc.querySelectorAll('meta[content], meta[value]')].slice(0, METAS_MAX)) {
    const name = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase();
    const content = withoutTags(
      (meta.getAttribute('content') ?? meta.getAttribute('value') ?? '').slice(0, CONTENT_MAX_CHARS),
    );
    if (name === '' || content === '') continue;
    const known = metas.get(name);
    if (known) known.push(content);
    else metas.set(name, [content]);
  }
  return metas;
}

const TAG = /<\/?([a-z][a-z0-9:-]{0,20})(?:\s[^<>]{0,200})?\/?>/gi;
const INLINE = /^(?:i|b|em|strong|sub|sup|span|u|scp|sc|italic|bold)$/i;

/** Publishers put mark-up into meta values (`<i>in vivo</i>`, `<h3>Abstract</h3>`). */
function withoutTags(text: string): string {
  return fold(text.replace(TAG, (_tag, name: string) => (INLINE.test(name) ? '' : ' ')));
}

const firstOf = (metas: Metas, ...names: string[]): string | null => {
  for (const name of names) {
    const value = metas.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
};

/** "Riedl, Mark O." as "Mark O. Riedl"; a name without exactly one comma stays as it is. */
function givenNameFirst(name: string): string {
  const [family, given, ...rest] = name.split(',').map((part) => part.trim());
  return family && given && rest.length === 0 ? `${given} ${family}` : name;
}

function authorsOf(metas: Metas): readonly string[] {
  const listed = metas.get('citation_author') ?? firstOf(metas, 'citation_authors')?.split(/\s*;\s*/);
  const authors = listed ?? metas.get('dc.creator.personalname') ?? metas.get('dc.creator') ?? [];
  return authors.map(givenNameFirst);
}

function doiOf(metas: Metas): string | null {
  const names = [
    'citation_doi',
    'dc.identifier.doi',
    'prism.doi',
    'bepress_citation_doi',
    'doi',
    'dc.identifier',
  ];
  for (const text of names.flatMap((name) => metas.get(name) ?? [])) {
    const doi = findDoi(text);
    if (doi !== null) return doi;
  }
  return null;
}

// Not `description` and `og:description`: on many publishers' pages they praise the house.
function abstractOf(metas: Metas): string | null {
  const described = firstOf(metas, 'dc.description') ?? '';
  const isAbstract = described.length >= ABSTRACT_MIN_CHARS && !/(?:…|\.\.\.)$/.test(described);
  return firstOf(metas, 'citation_abstract', 'dcterms.abstract') ?? (isAbstract ? described : null);
}

function factsOf(metas: Metas): PaperFacts | null {
  const doi = doiOf(metas);
  const stated = firstOf(metas, 'citation_arxiv_id');
  const arxiv = stated === null ? null : findArxivId(stated);
  const title = firstOf(metas, 'citation_title', 'eprints.title', 'bepress_citation_title');
  // Dublin Core and Open Graph titles stand on any page: they count where an identifier says it is a paper's.
  const loose =
    doi !== null || arxiv !== null ? firstOf(metas, 'dc.title', 'dcterms.title', 'og:title') : null;
  if (title === null && loose === null) return null;
  return {
    title: title ?? loose,
    arxiv,
    doi,
    abstract: abstractOf(metas),
    authors: authorsOf(metas),
    year: yearOf(
      firstOf(metas, 'citation_date', 'citation_publication_date', 'citation_online_date', 'citation_year') ??
        firstOf(metas, 'prism.publicationdate', 'dc.date.issued', 'dc.issued', 'dc.date'),
    ),
    venue: firstOf(metas, 'citation_journal_title', 'citation_conference_title', 'prism.publicationname'),
    pdf: firstOf(metas, 'citation_pdf_url'),
  };
}

/** What the page's head and JSON-LD say of its own paper (`citation_*`, Dublin Core, `ScholarlyArticle`), or null. */
export function paperOfHead(doc: Document): PaperFacts | null {
  const metas = factsOf(metasOf(doc));
  const structured = paperOfStructuredData(doc);
  return metas === null ? structured : mergeFacts(metas, structured);
}

/** A text reduced to its letters and digits: whether two titles are the same for all mark-up. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * What the head says, if it is of the paper with this title. A page that moves on by history navigation often keeps the
 * head of the paper before.
 */
export function headOf(doc: Document, title: string): PaperFacts | null {
  const facts = paperOfHead(doc);
  return facts?.title && bareText(facts.title) === bareText(title) ? facts : null;
}
