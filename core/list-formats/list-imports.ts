import { bibtexFormat } from '../formats/bibtex';
import { cslJsonFormat } from '../formats/csl-json';
import { csvFormat } from '../formats/csv';
import type { ImportFormat, ImportedRecord } from '../formats/format';
import { paperMemoryFormat } from '../formats/paper-memory';
import { risFormat } from '../formats/ris';
import { textOf } from '../formats/text';
import { zoteroJsonFormat } from '../formats/zotero-json';
import { zoteroRdfFormat } from '../formats/zotero-rdf';
import { inspectSource, type UnusableSource } from '../import/inspect';
import { backupFormat } from './backup';
import { LIST_RECORDS_MAX } from './list-limits';

/** Every format that a reading list can come from. */
const LIST_IMPORTS: readonly ImportFormat[] = [
  backupFormat,
  bibtexFormat,
  risFormat,
  cslJsonFormat,
  zoteroRdfFormat,
  zoteroJsonFormat,
  paperMemoryFormat,
  csvFormat,
];

/** The records of a file for a reading list. */
export interface ListFile {
  readonly ok: true;
  readonly name: string;
  /** What its formats are called, each once. */
  readonly formats: readonly string[];
  readonly records: readonly ImportedRecord[];
  /** Whether there were more than are read. */
  readonly isCut: boolean;
}

/**
 * Reads a file, told by its content, gzip and zip included; or says why it cannot be used. Archives give the records of all their
 * files. Never throws for what stands in it.
 */
export async function readListFile(file: Blob, name: string): Promise<ListFile | UnusableSource> {
  const source = await inspectSource(file, name, LIST_IMPORTS);
  if (!source.ok) return source;
  const records: ImportedRecord[] = [];
  for (const { part, format } of source.parts) {
    const text = textOf(part);
    for await (const record of format.read(text)) {
      if (records.length === LIST_RECORDS_MAX) return listFile(source, records, true);
      records.push(record);
    }
    // What was read before the damage is good; what is missing has to be said.
    const { trouble } = text.bytes.progress;
    if (trouble !== null) return { ok: false, name, kind: 'trouble', trouble };
  }
  return listFile(source, records, false);
}

function listFile(
  { name, parts }: { readonly name: string; readonly parts: readonly { readonly format: ImportFormat }[] },
  records: readonly ImportedRecord[],
  isCut: boolean,
): ListFile {
  return { ok: true, name, formats: [...new Set(parts.map(({ format }) => format.label))], records, isCut };
}
