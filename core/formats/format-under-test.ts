import type { Paper } from '../paper';
import type { ImportedRecord, ImportFormat } from './format';
import type { RecordReason } from './reasons';

/** All records of a text that is handed over in chunks, cut at the given offsets. */
export async function readAll(
  format: ImportFormat,
  text: string,
  cuts: readonly number[] = [],
): Promise<readonly ImportedRecord[]> {
  const at = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
  // oxlint-disable-next-line require-await -- an async iterable without waiting
  async function* chunks() {
    for (const [index, start] of [0, ...at].entries()) yield text.slice(start, at[index]);
  }
  const records: ImportedRecord[] = [];
  for await (const record of format.read(chunks())) records.push(record);
  return records;
}

/** The papers of a text; the records that are none are left out. */
export async function papersOf(format: ImportFormat, text: string): Promise<readonly Paper[]> {
  const records = await readAll(format, text);
  return records.filter((record) => record.ok).map((record) => record.paper);
}

/** Lines and reasons of the records that are no papers. */
export async function badOf(
  format: ImportFormat,
  text: string,
): Promise<readonly (readonly [number, RecordReason['kind']])[]> {
  const records = await readAll(format, text);
  return records.filter((record) => !record.ok).map(({ line, reason }) => [line, reason.kind] as const);
}
