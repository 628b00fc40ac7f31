import { checkedMarks, type StatedMarks } from '../reading-list/stated-marks';
import { decodeEntities } from '../text/entities';
import { clip } from '../text/well-formed';
import type { ImportFormat } from './format';
import { arrayOf, jsonRecords, objectOf, textOfValue } from './json-records';
import type { JsonObject, JsonReading } from './json-records';
import { NO_FIELDS } from './paper-from-fields';
import { normalised } from './record-reader';

const NO_PAPER_TYPE = /^(?:attachment|note|annotation)$/;
const AUTHORS_MAX = 200;
const NOTES_MAX = 50;
/** Before its mark-up goes; what a note keeps is shorter. */
const NOTE_CHARS_MAX = 100_000;

/** Where Zotero keeps what a work is part of; each type of item has one of them. */
const CONTAINERS = [
  'publicationTitle',
  'proceedingsTitle',
  'bookTitle',
  'encyclopediaTitle',
  'conferenceName',
  'websiteTitle',
  'blogTitle',
  'repository',
  'publisher',
];

/** Zotero's items as JSON: the export of Better BibTeX (`{config, items}`), and answers of the Zotero web API (an array of `{key, data}`). */
export const zoteroJsonFormat: ImportFormat = {
  id: 'zotero-json',
  label: 'Zotero JSON',
  fits(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"label"\s*:\s*"BetterBibTeX JSON"/.test(head)) return 0.97;
    return /"itemType"\s*:/.test(head) && /"(?:creators|itemID|dateAdded)"\s*:/.test(head) ? 0.93 : 0;
  },
  read: (chunks) => jsonRecords(normalised(chunks), reading, ['items']),
};

function reading(record: JsonObject): JsonReading | null {
  const item = objectOf(record['data']) ?? record;
  if (NO_PAPER_TYPE.test(textOfValue(item['itemType']) ?? '')) return null;
  const text = (name: string) => textOfValue(item[name]);
  const extra = text('extra') ?? '';
  const venue = CONTAINERS.map(text).find((name) => name !== null) ?? null;
  // Zotero keeps the id of a preprint as its archive id, its number, or in the note that it calls "extra".
  const preprint = [text('archiveID'), text('number'), text('reportNumber'), extra];
  return {
    fields: {
      ...NO_FIELDS,
      title: text('title') ?? text('caseName') ?? text('nameOfAct') ?? text('subject'),
      abstract: text('abstractNote'),
      authors: namesOf(arrayOf(item['creators'])),
      date: text('date') ?? text('dateDecided') ?? text('dateEnacted') ?? text('issueDate'),
      venue,
      arxiv: preprint.find((stated) => stated !== null && /arxiv/i.test(stated)) ?? null,
      doi: text('DOI') ?? /^DOI:\s*(\S+)/im.exec(extra)?.[1] ?? null,
      urls: [text('url')].filter((url) => url !== null),
    },
    marks: () => marksOf(item),
  };
}

/** Those who wrote it; where nobody did, those who edited, translated or presented it. */
function namesOf(creators: readonly unknown[]): readonly string[] {
  const known = creators
    .slice(0, AUTHORS_MAX)
    .map(objectOf)
    .filter((creator) => creator !== null);
  const authors = known.filter(({ creatorType }) => creatorType === 'author');
  return (authors.length > 0 ? authors : known).map(nameOf).filter((name) => name !== '');
}

/** An institution's name may have a comma, which is none between a person's names. */
function nameOf(creator: JsonObject): string {
  const parts = [creator['firstName'], creator['lastName'], creator['name']].map(textOfValue);
  return parts
    .filter((part) => part !== null)
    .map((part) => part.replaceAll(',', ' ').trim())
    .join(' ');
}

function marksOf(item: JsonObject): StatedMarks {
  const tags = arrayOf(item['tags']).map((tag) => textOfValue(objectOf(tag)?.['tag'] ?? tag));
  const notes = arrayOf(item['notes'])
    .slice(0, NOTES_MAX)
    .map((note) => plainText(textOfValue(objectOf(note)?.['note'] ?? note) ?? ''));
  return checkedMarks({
    tags: tags.filter((tag) => tag !== null),
    note: notes.filter((note) => note !== '').join('\n\n'),
    addedAt: item['dateAdded'],
  });
}

/** A note of Zotero, which is HTML, as text in paragraphs. */
function plainText(html: string): string {
  const text = clip(html, NOTE_CHARS_MAX)
    .replace(/<(?:br|\/p|\/div|\/h\d|\/li|\/blockquote)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '');
  return decodeEntities(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
