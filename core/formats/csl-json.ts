import { checkedMarks, type StatedMarks } from '../reading-list/stated-marks';
import type { ImportedRecord, ImportFormat } from './format';
import { jsonMembers } from './json-members';
import { elementsOf, isObject, jsonObject, textAt } from './json-values';
import type { JsonObject } from './json-values';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';
import { badRecord, paperRecord, pieceReader, streamed } from './record-reader';
import type { Piece } from './record-reader';
import { splitTags } from './tag-text';

const CSL_TYPE =
  /"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|chapter|dataset|document|entry(?:-[a-z]+)?|legal_case|manuscript|paper-conference|patent|periodical|personal_communication|post(?:-weblog)?|report|review(?:-book)?|software|speech|standard|thesis|webpage)"/;
/** Under this name `custom` holds the marks of Paperkin. */
export const CSL_CUSTOM = 'paperkin';
const CSL_KEY = /"(?:container-title|issued|date-parts|citation-key|citation-label|event-title)"\s*:/;

/** CSL-JSON, as Zotero, Mendeley, Crossref's content negotiation and pandoc write it: an array, or one object a line. */
export const cslJsonFormat: ImportFormat = {
  id: 'csl-json',
  label: 'CSL-JSON',
  fits(head) {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (!CSL_TYPE.test(head)) return 0;
    return CSL_KEY.test(head) ? 0.9 : 0.4;
  },
  read: streamed(() => pieceReader(jsonMembers('['), recordOf)),
};

function recordOf(piece: Piece): ImportedRecord {
  const item = jsonObject(piece.text);
  if (item === null) return badRecord({ kind: 'broken-json' }, piece);
  const paper = paperFromFields({
    ...NO_FIELDS,
    title: textOf(item, 'title'),
    abstract: textAt(item, 'abstract'),
    authors: creators(item, 'author') ?? creators(item, 'editor') ?? [],
    date: dateOf(item),
    venue:
      textOf(item, 'container-title') ??
      textAt(item, 'event-title') ??
      textAt(item, 'event') ??
      textAt(item, 'publisher'),
    doi: textAt(item, 'DOI') ?? textAt(item, 'doi'),
    // Zotero keeps the id of a preprint as its number, or in the note that it calls "extra".
    arxiv:
      [textAt(item, 'number'), textAt(item, 'note')].find((text) => text !== null && /arxiv/i.test(text)) ??
      null,
    urls: [textAt(item, 'URL')].filter((url) => url !== null),
  });
  return paperRecord(paper, piece, () => cslMarks(item));
}

/** What Paperkin keeps beside CSL's own variables: `custom` is CSL's place for what programs add. */
function cslMarks(item: JsonObject): StatedMarks {
  const custom = isObject(item['custom']) ? item['custom'] : {};
  const own = isObject(custom[CSL_CUSTOM]) ? custom[CSL_CUSTOM] : {};
  // CSL's own "note" is no place for a reader's: Zotero fills it with fields that CSL has not.
  const stated = { tags: splitTags(textAt(item, 'keyword') ?? ''), note: textAt(item, 'annote') };
  return checkedMarks({ ...own, ...stated });
}

/** Crossref has arrays where CSL has text. */
function textOf(item: JsonObject, key: string): string | null {
  const [first] = elementsOf(item[key]);
  return typeof first === 'string' ? first : textAt(item, key);
}

function creators(item: JsonObject, role: string): readonly string[] | null {
  const names = elementsOf(item[role])
    .filter(isObject)
    .map((creator) => nameOf(creator))
    .filter((name) => name !== '');
  return names.length === 0 ? null : names;
}

/** An institution's name may have a comma, which is none between a person's names. */
function nameOf(creator: JsonObject): string {
  const literal = textAt(creator, 'literal') ?? textAt(creator, 'name');
  if (literal !== null) return literal.replaceAll(',', ' ');
  return ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix']
    .map((part) => textAt(creator, part)?.replaceAll(',', ' ').trim() ?? '')
    .filter((part) => part !== '')
    .join(' ');
}

function dateOf(item: JsonObject): string | null {
  const issued = item['issued'];
  if (!isObject(issued)) return textAt(item, 'issued') ?? textAt(item, 'year');
  const [start] = elementsOf(issued['date-parts']);
  const [year] = elementsOf(start);
  if (typeof year === 'number' || typeof year === 'string') return String(year);
  return textAt(issued, 'raw') ?? textAt(issued, 'literal');
}
