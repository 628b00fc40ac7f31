import { clip } from '../text/well-formed';
import type { ImportFormat } from './format';
import { arrayOf, jsonRecords, keysInHead, objectOf, textOfValue } from './json-records';
import type { JsonObject, JsonReading } from './json-records';
import { NO_FIELDS } from './paper-from-fields';

/** A word at a position beyond this belongs to no abstract; arrays are never made longer than that. */
const WORDS_MAX = 20_000;

/** OpenAlex states abstracts as the places of each word (`{"Deep": [0, 7], …}`); this puts the words in order. */
export function abstractOfIndex(index: unknown): string | null {
  const words: string[] = [];
  for (const [word, places] of Object.entries(objectOf(index) ?? {})) {
    for (const place of arrayOf(places)) {
      if (typeof place === 'number' && Number.isInteger(place) && place >= 0 && place < WORDS_MAX)
        words[place] = word;
    }
  }
  const text = words.filter((word) => word !== undefined).join(' ');
  return text === '' ? null : text;
}

const AUTHORS_MAX = 200;

function authorsOf(work: JsonObject): string[] {
  return arrayOf(work['authorships'])
    .slice(0, AUTHORS_MAX)
    .map((authorship) => {
      const stated = objectOf(authorship);
      return textOfValue(objectOf(stated?.['author'])?.['display_name'] ?? stated?.['raw_author_name']);
    })
    .filter((name) => name !== null);
}

const LOCATIONS_MAX = 20;

/** The best place first, then all others: the arXiv id often stands in one of those only. */
function locationsOf(work: JsonObject): JsonObject[] {
  return [work['primary_location'], ...arrayOf(work['locations']).slice(0, LOCATIONS_MAX)]
    .map(objectOf)
    .filter((location) => location !== null);
}

const ARXIV_ADDRESS = /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/|^https?:\/\/doi\.org\/10\.48550\/arxiv/i;

/** Everything that can be a paper; grants, data and notices of journals are left out by their type. */
const NO_PAPERS = new Set([
  'paratext',
  'grant',
  'dataset',
  'software',
  'erratum',
  'peer-review',
  'supplementary-materials',
]);

function fieldsOf(work: JsonObject): JsonReading {
  const locations = locationsOf(work);
  const addresses = locations.map((location) => textOfValue(location['landing_page_url']));
  const [best] = locations;
  const source = objectOf(best?.['source']);
  // A preprint server says where the text lies, not where it was published.
  const venue =
    source?.['type'] === 'repository' ? null : (source?.['display_name'] ?? best?.['raw_source_name']);
  const pages = [addresses[0], best?.['pdf_url']].map(textOfValue).filter((address) => address !== null);
  return {
    fields: {
      ...NO_FIELDS,
      title: textOfValue(work['title'] ?? work['display_name']),
      abstract: abstractOfIndex(work['abstract_inverted_index']),
      authors: authorsOf(work),
      date: textOfValue(work['publication_year']) ?? textOfValue(work['publication_date']),
      venue: textOfValue(venue),
      arxiv: addresses.find((address) => address !== null && ARXIV_ADDRESS.test(address)) ?? null,
      doi: textOfValue(work['doi'] ?? objectOf(work['ids'])?.['doi']),
      urls: pages,
    },
    categories: categoriesOf(work),
  };
}

/** The names of field and subfield of its main topic. */
function categoriesOf(work: JsonObject): string[] {
  const topic = objectOf(work['primary_topic']);
  return ['field', 'subfield']
    .map((level) => textOfValue(objectOf(topic?.[level])?.['display_name']))
    .filter((name) => name !== null);
}

function reading(work: JsonObject): JsonReading {
  const type = textOfValue(work['type']) ?? '';
  if (NO_PAPERS.has(type)) return { reason: { kind: 'other-work', type: clip(type, 100) } };
  return fieldsOf(work);
}

const TELLING = [
  'abstract_inverted_index',
  'authorships',
  'primary_location',
  'publication_year',
  'referenced_works',
];

/** Works of OpenAlex: JSON lines of its snapshot, pages of its API (`{"results": [...]}`), or single works. */
export const openAlexFormat: ImportFormat = {
  id: 'openalex',
  label: 'OpenAlex works',
  fits: (head) => {
    const keys = keysInHead(head);
    const share = TELLING.filter((key) => keys.has(key)).length / TELLING.length;
    return head.includes('openalex.org/W') ? 0.4 + 0.6 * share : share / 2;
  },
  read: (chunks) => jsonRecords(chunks, reading, ['results']),
};
