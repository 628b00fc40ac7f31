import type { ByteStream, SourcePart } from './bytes';
import type { ImportedRecord, ImportFormat } from './format';

/** The text in chunks of the given lengths, the last of which repeats. */
async function* inChunks(text: string, lengths: readonly number[]): AsyncGenerator<string> {
  let at = 0;
  for (let chunk = 0; at < text.length; chunk += 1) {
    const length = Math.max(1, lengths[Math.min(chunk, lengths.length - 1)] ?? text.length);
    yield text.slice(at, at + length);
    at += length;
  }
}

/** All records that a format reads from a text. */
export async function recordsOf(
  format: ImportFormat,
  text: string,
  lengths: readonly number[] = [text.length],
): Promise<ImportedRecord[]> {
  const records: ImportedRecord[] = [];
  for await (const record of format.read(inChunks(text, lengths))) records.push(record);
  return records;
}

/** A part whose bytes come in chunks of one length. */
export function partInChunks(bytes: Uint8Array, length: number): SourcePart {
  const open = (from = 0): ByteStream => ({
    progress: { packedBytes: 0, unpackedBytes: 0, trouble: null },
    async *[Symbol.asyncIterator]() {
      for (let at = from; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    },
  });
  return { name: 'made for the test', packedBytes: bytes.length, open };
}

/** All text of a source. */
export async function joinedText(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
