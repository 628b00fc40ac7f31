import type { ImportFormat } from './format';
import { arrayOf, jsonRecords, keysInHead, objectOf, textOfValue } from './json-records';
import type { JsonObject, JsonReading } from './json-records';
import { NO_FIELDS } from './paper-from-fields';

const AUTHORS_MAX = 200;

const namesOf = (authors: unknown): string[] =>
  arrayOf(authors)
    .slice(0, AUTHORS_MAX)
    .map((author) => textOfValue(objectOf(author)?.['name']))
    .filter((name) => name !== null);

/** Fields of study: plain names in the older form, objects with a `category` in the newer. */
function categoriesOf(paper: JsonObject): string[] {
  const stated = [
    ...arrayOf(paper['fieldsOfStudy']),
    ...arrayOf(paper['s2FieldsOfStudy'] ?? paper['s2fieldsofstudy']),
  ];
  const names = stated.map((field) => textOfValue(objectOf(field)?.['category'] ?? field));
  return [...new Set(names.filter((name) => name !== null))];
}

/** The bulk sets write all names small (`externalids`, `publicationdate`), the Graph API writes them in camel case. */
function either(paper: JsonObject, name: string): unknown {
  return paper[name] ?? paper[name.toLowerCase()];
}

function reading(record: JsonObject): JsonReading {
  // Lists of citations, references and recommendations wrap the paper.
  const paper = objectOf(record['citedPaper'] ?? record['citingPaper'] ?? record['paper']) ?? record;
  const ids = objectOf(either(paper, 'externalIds')) ?? {};
  const pages = [textOfValue(paper['url']), textOfValue(objectOf(either(paper, 'openAccessPdf'))?.['url'])];
  const journal = objectOf(paper['journal'])?.['name'];
  return {
    fields: {
      ...NO_FIELDS,
      title: textOfValue(paper['title']),
      abstract: textOfValue(paper['abstract']),
      authors: namesOf(paper['authors']),
      date: textOfValue(paper['year']) ?? textOfValue(either(paper, 'publicationDate')),
      venue: textOfValue(paper['venue']) ?? textOfValue(journal),
      arxiv: textOfValue(ids['ArXiv']),
      doi: textOfValue(ids['DOI']),
      urls: pages.filter((address) => address !== null),
    },
    categories: categoriesOf(paper),
  };
}

const TELLING =
  /"(?:paperId|corpusId|corpusid|externalIds|externalids|s2FieldsOfStudy|s2fieldsofstudy|influentialCitationCount|influentialcitationcount)"\s{0,10}:/g;

/** Papers of Semantic Scholar: JSON lines of the bulk sets, and answers of the Graph API (`{"data": [...]}`). */
export const semanticScholarFormat: ImportFormat = {
  id: 'semantic-scholar',
  label: 'Semantic Scholar papers',
  fits: (head) => {
    if (!keysInHead(head).has('title')) return 0;
    const telling = new Set(head.match(TELLING)?.map((key) => key.toLowerCase()));
    return Math.min(1, telling.size * 0.4);
  },
  read: (chunks) => jsonRecords(chunks, reading, ['data', 'recommendedPapers', 'papers']),
};
