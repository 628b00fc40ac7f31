import type { BackupFacts } from '../../core/backups/kept-backup';
import { xxHash32 } from '../../core/corpus/checksum';
import type { JsonObject } from '../../core/formats/json-values';
import { openedPackLine } from '../../core/formats/pack-line';
import { backupLines } from '../../core/list-formats/backup';
import type { ListedPaper } from '../../core/list-formats/listed-paper';
import type { WriteOptions } from '../../core/list-formats/write-options';

/** A backup that is to be written. */
export interface PackedBackup {
  readonly file: Blob;
  /** Of its entries, in their order; of when it was made it says nothing. */
  readonly digest: number;
}

/** Lines packed in one turn: some 200 kB, a few milliseconds. */
const LINES_A_TURN = 100;
/** The first and the last line have a hundred or so. */
const END_CHARS_MAX = 2_000;

/** The list as a backup in gzip. It lets others have their turn meanwhile: a worker has questions to answer. */
export async function packedBackup(
  entries: readonly ListedPaper[],
  facts: Pick<WriteOptions, 'madeBy' | 'madeAt'>,
): Promise<PackedBackup> {
  const lines = backupLines(entries, facts);
  const encoder = new TextEncoder();
  const { value: first = '' } = lines.next();
  let digest = 0;
  let isStart = true;
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (isStart) {
        isStart = false;
        return controller.enqueue(encoder.encode(first));
      }
      await new Promise((resolve) => setTimeout(resolve));
      let some = '';
      for (let line = 0; line < LINES_A_TURN; line++) some += lines.next().value ?? '';
      const bytes = encoder.encode(some);
      if (bytes.length === 0) return controller.close();
      digest = xxHash32(bytes, digest);
      controller.enqueue(bytes);
    },
  });
  const file = await new Response(text.pipeThrough(new CompressionStream('gzip'))).blob();
  return { file, digest };
}

/**
 * What a backup in gzip says of itself; null where it is not whole, or not as it was written. Gzip has the sum of all
 * bytes; the lines are counted all the same.
 */
export async function factsOfBackup(file: Blob): Promise<BackupFacts | null> {
  try {
    const { start, end, lines } = await endsOf(file);
    const [first, last] = [openedPackLine(start.split('\n', 1)[0] ?? ''), openedPackLine(lastLine(end))];
    const entries = first?.['paperkin'] === 'list' ? countIn(first) : null;
    if (entries === null || !last || countIn(last) !== entries || lines !== entries + 2) return null;
    return { entries, madeAt: Date.parse(String(first?.['made'])) };
  } catch {
    return null;
  }
}

async function endsOf(file: Blob) {
  let [start, end, lines] = ['', '', 0];
  const text = file
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream());
  const reader = text.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { start, end, lines };
    if (start.length < END_CHARS_MAX) start += value.slice(0, END_CHARS_MAX);
    end = (end + value).slice(-END_CHARS_MAX);
    lines += value.split('\n').length - 1;
  }
}

const lastLine = (end: string): string => end.trimEnd().split('\n').at(-1) ?? '';

function countIn(line: JsonObject): number | null {
  const { entries } = line;
  return typeof entries === 'number' ? entries : null;
}
