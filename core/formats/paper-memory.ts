import { checkedMarks, type StatedMarks } from '../reading-list/stated-marks';
import { namesJoinedByAnd } from './author-names';
import type { ImportedRecord, ImportFormat } from './format';
import { jsonMembers } from './json-members';
import { isObject, jsonObject, textAt } from './json-values';
import type { JsonObject } from './json-values';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';
import { badRecord, paperRecord, pieceReader, streamed } from './record-reader';
import type { Piece } from './record-reader';

/** The export of the extension PaperMemory: one object, a paper under each key; keys that begin with "__" are not papers. */
export const paperMemoryFormat: ImportFormat = {
  id: 'paper-memory',
  label: 'PaperMemory',
  fits(head) {
    if (!/^\s*\{/.test(head)) return 0;
    if (/"__dataVersion"\s*:/.test(head)) return 0.95;
    const own = ['pdfLink', 'codeLink', 'addDate', 'lastOpenDate', 'favoriteDate'];
    return own.filter((key) => head.includes(`"${key}"`)).length >= 3 ? 0.9 : 0;
  },
  read: streamed(() => pieceReader(jsonMembers('{'), recordOf)),
};

function recordOf(piece: Piece): ImportedRecord | null {
  const [member] = Object.entries(jsonObject(`{${piece.text}}`) ?? {});
  if (member === undefined) return badRecord({ kind: 'broken-json' }, piece);
  const [key, stored] = member;
  if (key.startsWith('__')) return null;
  if (!isObject(stored)) return badRecord({ kind: 'no-object' }, piece);
  const paper = paperFromFields({
    ...NO_FIELDS,
    title: textAt(stored, 'title'),
    authors: namesJoinedByAnd(textAt(stored, 'author') ?? ''),
    date: textAt(stored, 'year'),
    venue: textAt(stored, 'venue'),
    doi: textAt(stored, 'doi'),
    arxiv: textAt(stored, 'source') === 'arxiv' ? key.replace(/^arxiv-/i, '') : null,
    urls: [textAt(stored, 'pdfLink')].filter((url) => url !== null),
    code: textAt(stored, 'codeLink'),
  });
  return paperRecord(paper, piece, () => marksOf(stored));
}

function marksOf(stored: JsonObject): StatedMarks {
  return checkedMarks({
    tags: stored['tags'],
    note: stored['note'],
    starred: stored['favorite'],
    addedAt: stored['addDate'],
    openedAt: stored['lastOpenDate'],
  });
}
