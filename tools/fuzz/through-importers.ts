import { strFromU8, unzipSync } from 'fflate';
import papaparse from 'papaparse';
import { IMPORT_FORMATS } from '../../core/formats/import-formats';
import type { ImportedRecord } from '../../core/formats/format';
import { textOf } from '../../core/formats/text';
import { inspectSource } from '../../core/import/inspect';
import { LIST_EXPORTS } from '../../core/list-formats/list-exports';
import { readListFile } from '../../core/list-formats/list-imports';
import type { ListedPaper } from '../../core/list-formats/listed-paper';
import { optionsFor } from '../../core/list-formats/lists-under-test';
import { previewImport } from '../../core/list-formats/preview';

const NOW = Date.UTC(2026, 10, 27);
/** UTF-16 units of what is read for each byte of the file, beside a thousand for each record: no file may blow itself up. */
const OUT_PER_BYTE_MAX = 64;
const OUT_BESIDES = 100_000;

/** What came of one file: `read` where an importer took it. */
export interface CaseResult {
  readonly isRead: boolean;
  readonly records: number;
  /** What must not be; empty when all is well. */
  readonly faults: readonly string[];
}

function charsIn(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}

/** Bytes of the text that a file holds: packed ones are bounded by what they hold, not by their size. */
async function corpusRecords(file: Blob, name: string) {
  const source = await inspectSource(file, name, IMPORT_FORMATS);
  const records: ImportedRecord[] = [];
  if (!source.ok) return { isRead: false, records, bytes: file.size };
  let bytes = 0;
  for (const { part, format } of source.parts) {
    const text = textOf(part);
    for await (const record of format.read(text)) records.push(record);
    bytes += text.bytes.progress.unpackedBytes;
  }
  return { isRead: true, records, bytes };
}

function outputFaults(records: readonly ImportedRecord[], bytes: number): string[] {
  const faults: string[] = [];
  if (records.length > bytes + 2) faults.push(`${records.length} records of ${bytes} bytes`);
  const chars = charsIn(records);
  if (chars > OUT_BESIDES + 1_000 * records.length + OUT_PER_BYTE_MAX * bytes)
    faults.push(`${chars} characters of ${bytes} bytes`);
  const odd = records.find((record) => record.ok && typeof record.paper.title !== 'string');
  if (odd) faults.push('a paper without a title');
  return faults;
}

/** Of what is written again: formulas in tables, mark-up in pages and notes. */
function exportFaults(list: readonly ListedPaper[]): string[] {
  const faults: string[] = [];
  const options = optionsFor(list);
  for (const { id, write } of LIST_EXPORTS) {
    const file = write(list, options);
    if (id === 'csv' && typeof file === 'string') faults.push(...formulasIn(file));
    if (id === 'html' && /<(?:img|script|svg|iframe)\b|href="(?!https?:)/i.test(String(file)))
      faults.push('html: mark-up of a stranger');
    if (id === 'markdown' && file instanceof Uint8Array) faults.push(...markupIn(file));
  }
  return faults;
}

function formulasIn(csv: string): string[] {
  const { data } = papaparse.parse<readonly string[]>(csv.slice(1), { delimiter: ',' });
  return data.flat().some((cell) => /^[=+\-@\t\r]/.test(cell)) ? ['csv: a formula'] : [];
}

function markupIn(zip: Uint8Array): string[] {
  const texts = Object.values(unzipSync(zip)).map((bytes) => strFromU8(bytes));
  return texts.some((text) => /(?<!\\)<(?:img|script)\b/i.test(body(text)))
    ? ['markdown: mark-up of a stranger']
    : [];
}

/** Without what stands above a note: there nothing is mark-up. */
const body = (note: string): string => note.replace(/^---\n[\s\S]*?\n---\n/, '');

/** Takes one file through the importers of corpora and of the list, and what the list got, where it is to be written, out again by every way. Never rejects. */
export async function throughImporters(
  bytes: Uint8Array,
  name: string,
  isWritten = true,
): Promise<CaseResult> {
  try {
    const file = new Blob([bytes as BlobPart]);
    const corpus = await corpusRecords(file, name);
    const faults = outputFaults(corpus.records, corpus.bytes);
    const list = await readListFile(file, name);
    if (!list.ok || !isWritten) return { isRead: corpus.isRead, records: corpus.records.length, faults };
    const { fresh } = previewImport(list.records, [], NOW);
    // A note is Markdown of the reader's own, and stays so.
    const plain = fresh.map((entry): ListedPaper => Object.assign({}, entry, { note: '' }));
    const records = Math.max(corpus.records.length, list.records.length);
    return { isRead: true, records, faults: [...faults, ...exportFaults(plain)] };
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { isRead: false, records: 0, faults: [`threw: ${words.slice(0, 600)}`] };
  }
}
