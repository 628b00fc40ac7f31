import { findArxivId } from '../../core/identity/arxiv-id';
import { findDoi } from '../../core/identity/doi';
import { field, listOf, parseJson, stringField } from './json';
import { type PaperFacts, yearOf } from './page-mention';

/** schema.org types of a paper's own page (2026-11); `Article` and `NewsArticle` are any blog's. */
const PAPER_TYPES = new Set(['ScholarlyArticle', 'MedicalScholarlyArticle']);
const SCRIPTS_MAX = 20;
const NODES_MAX = 500;

function isPaper(value: unknown): boolean {
  const type = field(value, '@type');
  return (Array.isArray(type) ? type : [type]).some(
    (name) => typeof name === 'string' && PAPER_TYPES.has(name),
  );
}

/** The first paper in a JSON-LD tree: it may lie in `@graph`, in nested lists (Semantic Scholar) or be the page's main thing. */
function findPaper(root: unknown): unknown {
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < NODES_MAX; at++) {
    const value = queue[at];
    if (isPaper(value)) return value;
    if (Array.isArray(value)) queue.push(...value.slice(0, NODES_MAX));
    else queue.push(...['@graph', 'mainEntity', 'mainEntityOfPage'].map((name) => field(value, name)));
  }
  return null;
}

const nameOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : (stringField(value, 'name') ?? null);

function namesOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? listOf(value) : [value]).map(nameOf).filter((name) => name !== null);
}

function identifierText(paper: unknown): string {
  const parts = ['@id', 'url', 'sameAs', 'identifier', 'doi'].flatMap((name) => {
    const value = field(paper, name);
    return (Array.isArray(value) ? value.slice(0, 20) : [value]).map(
      (part: unknown) => (typeof part === 'string' ? part : stringField(part, 'value')) ?? '',
    );
  });
  return parts.join(' ').slice(0, 10_000);
}

function factsOf(paper: unknown): PaperFacts | null {
  const title = stringField(paper, 'headline') ?? stringField(paper, 'name');
  if (title === null) return null;
  const identifiers = identifierText(paper);
  return {
    title,
    abstract: stringField(paper, 'abstract') ?? stringField(paper, 'description'),
    authors: namesOf(field(paper, 'author')),
    year: yearOf(stringField(paper, 'datePublished')),
    venue: nameOf(field(paper, 'publication')) ?? nameOf(field(paper, 'isPartOf')),
    doi: findDoi(identifiers),
    arxiv: /arxiv/i.test(identifiers) ? findArxivId(identifiers) : null,
  };
}

/** The page's own paper by its JSON-LD `ScholarlyArticle`, or null. */
export function paperOfStructuredData(doc: Document): PaperFacts | null {
  // Semantic Scholar marks its script by class as well (old: `script.schema-data`, new: the type alone; 2026-11).
  const scripts = doc.querySelectorAll('script[type="application/ld+json"], script.schema-data');
  for (const script of [...scripts].slice(0, SCRIPTS_MAX)) {
    const facts = factsOf(findPaper(parseJson(script.textContent)));
    if (facts !== null) return facts;
  }
  return null;
}
