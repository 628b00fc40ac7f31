import type { ImportFormat } from './format';
import { arrayOf, jsonRecords, keysInHead, objectOf, textOfValue } from './json-records';
import type { JsonObject, JsonReading } from './json-records';
import { NO_FIELDS } from './paper-from-fields';

/** The first of the names under which something is stated. */
function under(record: JsonObject, ...names: readonly string[]): string | null {
  for (const name of names) {
    const stated = Object.hasOwn(record, name) ? record[name] : null;
    const text = textOfValue(Array.isArray(stated) ? stated[0] : stated);
    if (text !== null) return text;
  }
  return null;
}

/** `[{"title": "…"}]`, as DataCite has it, or one such object: the first is the paper's own. */
function titleIn(stated: unknown): string | null {
  const first = objectOf(stated) ?? objectOf(arrayOf(stated)[0]);
  return first && under(first, 'title');
}

const AUTHORS_MAX = 200;

/** A name, `{name}`, or the halves of one as Zotero and CSL state them. */
function nameOf(author: unknown): string | null {
  const stated = objectOf(author);
  if (!stated) return textOfValue(author);
  const halves = [
    under(stated, 'firstName', 'givenName', 'given', 'first_name', 'first'),
    under(stated, 'lastName', 'familyName', 'family', 'last_name', 'last'),
  ];
  return (
    under(stated, 'name', 'literal', 'full_name') ??
    textOfValue(halves.filter((half) => half !== null).join(' '))
  );
}

/** A list of names or of objects with a name, or one string. */
function authorsOf(record: JsonObject): string[] {
  const stated = record['authors'] ?? record['author'] ?? record['creators'];
  const one = textOfValue(stated);
  if (one !== null)
    return one
      .slice(0, 20_000)
      .split(/;|\s+and\s+|,\s+(?=\S+\s)/, AUTHORS_MAX)
      .map((name) => name.trim());
  return arrayOf(stated)
    .slice(0, AUTHORS_MAX)
    .map(nameOf)
    .filter((name) => name !== null);
}

function reading(record: JsonObject): JsonReading {
  const urls = ['url', 'link', 'pdf', 'pdf_url', 'pdfUrl'].map((name) => under(record, name));
  const categories = record['categories'];
  return {
    fields: {
      ...NO_FIELDS,
      title: under(record, 'title', 'display_name', 'name') ?? titleIn(record['titles']),
      abstract: under(record, 'abstract', 'abstractNote', 'summary', 'description'),
      authors: authorsOf(record),
      date: under(record, 'year', 'published', 'publishedAt', 'date', 'publication_date'),
      venue: under(record, 'venue', 'journal', 'conference', 'publicationTitle', 'proceedingsTitle'),
      arxiv: under(record, 'arxiv', 'arxiv_id', 'arxivId', 'arXiv'),
      doi: under(record, 'doi', 'DOI'),
      urls: urls.filter((address) => address !== null),
      code: under(record, 'code', 'github', 'code_url'),
    },
    categories:
      textOfValue(categories)
        ?.trim()
        .split(/[\s,;]+/) ?? arrayOf(categories).filter((name) => typeof name === 'string'),
  };
}

const HELPFUL = ['abstract', 'summary', 'authors', 'year', 'doi', 'arxiv_id', 'arxiv'];

/** JSON of no known make whose objects have a title, and an abstract, authors, a year or an id under usual names. */
export const looseJsonFormat: ImportFormat = {
  id: 'json',
  label: 'JSON with titles',
  fits: (head) => {
    const keys = keysInHead(head);
    if (!keys.has('title')) return 0;
    // Always under a format that knows the file by keys of its own.
    return HELPFUL.some((key) => keys.has(key)) ? 0.3 : 0.1;
  },
  read: (chunks) => jsonRecords(chunks, reading, ['papers', 'results', 'data', 'items', 'records', 'works']),
};
