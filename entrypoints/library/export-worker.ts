import { openCorpusDatabase } from '../../store/corpus-database';
import { exportCorpus } from '../../store/export/export-corpus';
import { IMPORT_LOCK } from '../../store/import/import-lock';
import type { ExportReply, ExportRequest } from './export-messages';

const abort = new AbortController();
const tell = (reply: ExportReply): void => globalThis.postMessage(reply, { transfer: [] });

async function answer(request: ExportRequest & { readonly kind: 'export' }): Promise<ExportReply> {
  const { corpusId, madeBy, target } = request;
  let file: Blob | null = null;
  const keep = async (bytes: ReadableStream<Uint8Array>) => {
    const stream = bytes as ReadableStream<Uint8Array<ArrayBuffer>>;
    // A writable of a file changes the file when it is closed; one that is aborted leaves it as it was.
    if (target) await stream.pipeTo(await target.createWritable());
    // Of all ways to a Blob the one for which browsers put what has come on the disk: Blobs of pieces stay in memory.
    else file = await new Response(stream).blob();
  };
  // Shared: several exports go together, but nothing is taken away or replaced under them.
  const options: LockOptions = { mode: 'shared', ifAvailable: true };
  const outcome = await navigator.locks.request(IMPORT_LOCK, options, async (lock) => {
    if (!lock) return { kind: 'busy' } as const;
    return exportCorpus(corpusId, {
      corpora: openCorpusDatabase(),
      now: Date.now,
      madeBy,
      signal: abort.signal,
      onProgress: (progress) => tell({ kind: 'progress', progress }),
      keep,
    });
  });
  return { kind: 'outcome', outcome, file };
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  if (data.kind === 'cancel') abort.abort();
  else void answer(data).then(tell);
});
