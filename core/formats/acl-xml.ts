import type { ImportedRecord, ImportFormat } from './format';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';
import { badRecord, paperRecord, pieceReader, streamed } from './record-reader';
import type { Piece } from './record-reader';
import { xmlItems } from './xml-items';
import { childOf, childrenOf, textIn, xmlElement } from './xml-tree';
import type { XmlElement } from './xml-tree';

const SITE = 'https://aclanthology.org/';

/** The XML files of the ACL Anthology: a collection of volumes, whose `meta` says where and when their papers appeared. */
export const aclXmlFormat: ImportFormat = {
  id: 'acl-xml',
  label: 'ACL Anthology XML',
  fits(head) {
    if (!/<collection\s[^>]{0,200}\bid\s*=/.test(head)) return 0;
    return /<volume\s|<paper\s/.test(head) ? 0.95 : 0.5;
  },
  read: streamed(() => {
    let volume: XmlElement | null = null;
    const splitter = xmlItems({
      isItem: (name) => name === 'paper' || name === 'meta',
      isNext: () => true,
    });
    return pieceReader(splitter, (piece) => {
      const element = xmlElement(piece.text);
      if (element === null) return badRecord({ kind: 'broken-xml' }, piece);
      if (element.name !== 'meta') return recordOf(element, volume, piece);
      volume = element;
      return null;
    });
  }),
};

function recordOf(element: XmlElement, volume: XmlElement | null, piece: Piece): ImportedRecord {
  const field = (name: string) => textIn(childOf(element, name));
  const authors = childrenOf(element, 'author');
  const paper = paperFromFields({
    ...NO_FIELDS,
    title: field('title'),
    abstract: field('abstract'),
    authors: (authors.length > 0 ? authors : childrenOf(element, 'editor')).map(nameOf),
    date: field('year') ?? textIn(childOf(volume, 'year')),
    venue: field('booktitle') ?? textIn(childOf(volume, 'booktitle')),
    doi: field('doi'),
    urls: [field('url')].filter((url) => url !== null).map(address),
    code: childOf(element, 'pwccode')?.attributes.get('url') ?? null,
  });
  return paperRecord(paper, piece);
}

/** Files before 2020 name papers as "P19-1001", later ones as "2020.acl-main.1"; both without the site. */
const address = (url: string): string => (/^https?:/i.test(url) ? url : SITE + url);

function nameOf(author: XmlElement): string {
  const parts = ['first', 'last']
    .map((name) => textIn(childOf(author, name)))
    .filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : (textIn(author) ?? '');
}
