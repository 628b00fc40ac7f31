import type { ImportFormat } from './format';
import { arrayOf, jsonRecords, keysInHead, textOfValue } from './json-records';
import type { JsonObject, JsonReading } from './json-records';
import { NO_FIELDS } from './paper-from-fields';

/** `[last, first, suffix]`, as `authors_parsed` has them; whatever else stands there (affiliations) is no name. */
function parsedName(parts: unknown): string {
  const [last, first, suffix] = arrayOf(parts).map((part) => textOfValue(part)?.trim() ?? '');
  return [first, last, suffix].filter((part) => part !== undefined && part !== '').join(' ');
}

/** "A. Berg, B. Lind (Uppsala) and C. Roos" where nobody parsed it. */
function namesIn(authors: string): string[] {
  return authors
    .replace(/\([^()]{0,300}\)/g, ' ')
    .split(/,\s+and\s+|,|;|\s+and\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Authors are listed by thousands in records of collaborations; a paper keeps 200. */
const AUTHORS_MAX = 200;
const AUTHORS_CHARS_MAX = 20_000;

function authorsOf(record: JsonObject): readonly string[] {
  const parsed = arrayOf(record['authors_parsed']).slice(0, AUTHORS_MAX).map(parsedName);
  if (parsed.length > 0) return parsed.filter((name) => name !== '');
  return namesIn((textOfValue(record['authors']) ?? '').slice(0, AUTHORS_CHARS_MAX));
}

/** When the first version came: `Mon, 2 Apr 2007 19:18:42 GMT`. Without, the id says it. */
function firstPosted(record: JsonObject): string | null {
  const [first] = arrayOf(record['versions']);
  const created: unknown =
    typeof first === 'object' && first !== null ? (first as JsonObject)['created'] : null;
  return textOfValue(created);
}

function reading(record: JsonObject): JsonReading {
  const categories = textOfValue(record['categories']);
  return {
    fields: {
      ...NO_FIELDS,
      title: textOfValue(record['title']),
      abstract: textOfValue(record['abstract']),
      authors: authorsOf(record),
      date: firstPosted(record),
      venue: textOfValue(record['journal-ref']),
      arxiv: arxivOf(record['id']),
      doi: textOfValue(record['doi']),
    },
    categories: categories === null ? [] : categories.trim().split(/\s+/),
  };
}

/** An id that somebody's program took for a number has lost zeros at its ends: 704.1 was 0704.0010 or 0704.0001. */
function arxivOf(id: unknown): string | null {
  if (typeof id !== 'number') return textOfValue(id);
  const [month = '', serial = ''] = String(id).split('.');
  return month.length === 4 && serial.length === 5 ? `${month}.${serial}` : null;
}

const TELLING = ['categories', 'authors_parsed', 'journal-ref', 'report-no', 'update_date', 'submitter'];

/** arXiv's metadata snapshot (Kaggle `arxiv-metadata-oai-snapshot.json`): JSON lines, or the same records in an array. */
export const arxivSnapshotFormat: ImportFormat = {
  id: 'arxiv-snapshot',
  label: 'arXiv metadata snapshot',
  fits: (head) => {
    const keys = keysInHead(head);
    if (!keys.has('id') || !keys.has('title')) return 0;
    return TELLING.filter((key) => keys.has(key)).length / TELLING.length;
  },
  read: (chunks) => jsonRecords(chunks, reading, []),
};
