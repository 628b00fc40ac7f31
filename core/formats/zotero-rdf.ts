import { checkedMarks } from '../reading-list/stated-marks';
import type { ImportedRecord, ImportFormat } from './format';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';
import type { RecordFields } from './paper-from-fields';
import { badRecord, paperRecord, streamed } from './record-reader';
import type { Piece, RecordReader } from './record-reader';
import { xmlItems } from './xml-items';
import { childOf, childrenOf, elementsIn, textIn, xmlElement } from './xml-tree';
import type { XmlElement } from './xml-tree';

/**
 * A journal is an element of its own, mostly right behind its first article. An article waits for it until so many
 * others have come, which bounds memory; then it goes without.
 */
const WAITING_MAX = 1_000;
const CONTAINERS_MAX = 50_000;
const NO_PAPER = /^(?:z:(?:Attachment|Collection)|bib:Memo|z:Annotation)$/;
const NO_PAPER_TYPE = /^(?:attachment|note|annotation)$/;

/** What an article takes over from the journal or book that it is part of. Zotero keeps the article's DOI there. */
interface Container {
  readonly title: string | null;
  readonly doi: string | null;
}

interface WaitingItem {
  readonly piece: Piece;
  readonly element: XmlElement | null;
  /** Address of its container, while that has not been seen. */
  readonly needs: string | null;
}

/** Zotero's own RDF export. */
export const zoteroRdfFormat: ImportFormat = {
  id: 'zotero-rdf',
  label: 'Zotero RDF',
  fits(head, fileName) {
    if (!/<rdf:RDF[\s>]/.test(head)) return 0;
    if (head.includes('http://www.zotero.org/namespaces/export#')) return 0.95;
    return /\.rdf$/i.test(fileName) && head.includes('http://purl.org/net/biblio#') ? 0.7 : 0;
  },
  read: streamed(newReader),
};

function newReader(): RecordReader {
  const splitter = xmlItems({
    isItem: (name) => name !== 'rdf:RDF' && name.includes(':'),
    isNext: (line, at) => line.slice(at, at + 200).includes('rdf:about='),
  });
  const containers = new Map<string, Container>();
  const waiting: WaitingItem[] = [];

  /** From the front, so that the order of the file is kept; after each piece, so that cuts change nothing. */
  const settle = (waitingMax: number, records: ImportedRecord[]): void => {
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const isReady = first.needs === null || containers.has(first.needs);
      if (!isReady && waiting.length <= waitingMax) return;
      waiting.shift();
      const record = recordOf(first, containers);
      if (record !== null) records.push(record);
    }
  };
  const take = (pieces: readonly Piece[]): ImportedRecord[] => {
    const records: ImportedRecord[] = [];
    for (const piece of pieces) {
      const element = piece.problem === null ? xmlElement(piece.text) : null;
      const about = element?.attributes.get('rdf:about');
      const isContainer = element !== null && childOf(element, 'z:itemType') === null;
      if (isContainer && about !== undefined && containers.size < CONTAINERS_MAX)
        containers.set(about, containerOf(element));
      const needs = childOf(element, 'dcterms:isPartOf')?.attributes.get('rdf:resource') ?? null;
      if (!isContainer) waiting.push({ piece, element, needs });
      settle(WAITING_MAX, records);
    }
    return records;
  };
  return {
    push: (text) => take(splitter.push(text)),
    end() {
      const records = take(splitter.end());
      settle(0, records);
      return records;
    },
  };
}

function recordOf(item: WaitingItem, containers: Map<string, Container>): ImportedRecord | null {
  const { element, piece, needs } = item;
  if (element === null) return badRecord(piece.problem ?? { kind: 'broken-xml' }, piece);
  if (NO_PAPER.test(element.name)) return null;
  if (NO_PAPER_TYPE.test(textIn(childOf(element, 'z:itemType')) ?? '')) return null;
  const [inside] = elementsIn(childOf(element, 'dcterms:isPartOf'));
  const named = needs === null ? undefined : containers.get(needs);
  // Zotero gives each article a container of its own; in one that is shared the DOI is the first article's.
  if (needs !== null && named !== undefined) containers.set(needs, { ...named, doi: null });
  const container = named ?? (inside === undefined ? null : containerOf(inside));
  const paper = paperFromFields(fieldsOf(element, container));
  return paperRecord(paper, piece, () => checkedMarks({ tags: tagsOf(element) }));
}

/** Tags that Zotero took over from a catalogue stand one element deeper than the reader's own. */
function tagsOf(element: XmlElement): readonly string[] {
  return childrenOf(element, 'dc:subject').map(
    (subject) => textIn(childOf(childOf(subject, 'z:AutomaticTag'), 'rdf:value')) ?? textIn(subject) ?? '',
  );
}

function fieldsOf(element: XmlElement, container: Container | null): RecordFields {
  const field = (name: string) => textIn(childOf(element, name));
  const addresses = childrenOf(element, 'dc:identifier')
    .map((identifier) => textIn(childOf(childOf(identifier, 'dcterms:URI'), 'rdf:value')))
    .concat(element.attributes.get('rdf:about') ?? null);
  const [event] = elementsIn(childOf(element, 'bib:presentedAt'));
  const preprint = [field('prism:number'), field('dc:description')].find((text) => /arxiv/i.test(text ?? ''));
  return {
    ...NO_FIELDS,
    title: field('dc:title'),
    abstract: field('dcterms:abstract'),
    authors: namesIn(childOf(element, 'bib:authors')),
    date: field('dc:date'),
    venue: container?.title ?? textIn(childOf(event ?? null, 'dc:title')),
    arxiv: preprint ?? null,
    doi: doiIn(element) ?? container?.doi ?? null,
    urls: addresses.filter((address) => address !== null && /^https?:/i.test(address)).map(String),
  };
}

const containerOf = (element: XmlElement): Container => ({
  title: textIn(childOf(element, 'dc:title')),
  doi: doiIn(element),
});

/** "DOI 10.1000/x" among identifiers of other kinds. */
function doiIn(element: XmlElement): string | null {
  const identifiers = childrenOf(element, 'dc:identifier').map(textIn);
  return identifiers.find((text) => text !== null && /^doi/i.test(text)) ?? null;
}

function namesIn(authors: XmlElement | null): readonly string[] {
  return childrenOf(childOf(authors, 'rdf:Seq'), 'rdf:li').flatMap((item) =>
    elementsIn(item).map((person) =>
      ['foaf:givenName', 'foaf:givenname', 'foaf:surname', 'foaf:name']
        .map((part) => textIn(childOf(person, part)))
        .filter((part) => part !== null)
        .join(' '),
    ),
  );
}
