import type { ImportFormat } from './format';
import { arrayOf, jsonRecords, keysInHead, objectOf, textOfValue } from './json-records';
import type { JsonObject, JsonReading } from './json-records';
import { NO_FIELDS } from './paper-from-fields';

const AUTHORS_MAX = 200;

function authorsOf(paper: JsonObject): string[] {
  return arrayOf(paper['authors'])
    .slice(0, AUTHORS_MAX)
    .map(objectOf)
    .filter((author) => author !== null && author['hidden'] !== true)
    .map((author) => textOfValue(author?.['name']))
    .filter((name) => name !== null);
}

/** The paper lies in `paper`; the item around it repeats some of its fields, shortened. */
function reading(item: JsonObject): JsonReading {
  const paper = objectOf(item['paper']) ?? item;
  return {
    fields: {
      ...NO_FIELDS,
      title: textOfValue(paper['title'] ?? item['title']),
      abstract: textOfValue(paper['summary'] ?? item['summary']),
      authors: authorsOf(paper),
      date: textOfValue(paper['publishedAt'] ?? item['publishedAt']),
      arxiv: textOfValue(paper['id']),
      code: textOfValue(paper['githubRepo']),
    },
  };
}

const TELLING = [
  'upvotes',
  'discussionId',
  'submittedOnDailyAt',
  'ai_summary',
  'numComments',
  'thumbnail',
  'publishedAt',
];

/** Hugging Face's daily papers, as `/api/daily_papers` and `/api/papers/search` answer. */
export const hfDailyFormat: ImportFormat = {
  id: 'hf-daily',
  label: 'Hugging Face daily papers',
  fits: (head) => {
    const keys = keysInHead(head);
    if (!keys.has('title') || !keys.has('id')) return 0;
    return Math.min(1, TELLING.filter((key) => keys.has(key)).length * 0.25);
  },
  read: (chunks) => jsonRecords(chunks, reading, []),
};
