import { aclXmlFormat } from './acl-xml';
import { bibtexFormat } from './bibtex';
import { cslJsonFormat } from './csl-json';
import { csvFormat } from './csv';
import type { ImportFormat } from './format';
import { paperMemoryFormat } from './paper-memory';
import { risFormat } from './ris';
import { zoteroJsonFormat } from './zotero-json';
import { zoteroRdfFormat } from './zotero-rdf';

/** What reference managers and anthologies export. */
export const BIBLIOGRAPHY_FORMATS: readonly ImportFormat[] = [
  bibtexFormat,
  risFormat,
  cslJsonFormat,
  zoteroRdfFormat,
  zoteroJsonFormat,
  aclXmlFormat,
  csvFormat,
  paperMemoryFormat,
];
