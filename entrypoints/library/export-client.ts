import type { LibraryPorts } from '../../components/library/ports';
import type { ExportOutcome } from '../../core/import/export-outcome';
// oxlint-disable-next-line import/default -- `?worker` makes the file's default export, a class; see import-client.ts.
import ExportWorker from './export-worker?worker';
import type { ExportReply, ExportRequest } from './export-messages';
import { offerDownload } from './offer-download';

type Exporter = Pick<LibraryPorts, 'exportCorpus' | 'cancelExport'>;

/** Chromium's; Firefox has none, and TypeScript knows neither (lib.dom 7.0). */
interface FilePicker {
  showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly description: string; readonly accept: Record<string, string[]> }[];
  }) => Promise<FileSystemFileHandle>;
}

const PACK_TYPE = 'application/x-paperkin';

/** Exports of this page: a worker for each, gone when it is over. */
export function exportClient(madeBy: string): Exporter {
  let worker: Worker | null = null;
  return {
    async exportCorpus({ id, fileName }, onProgress) {
      const target = await chosenFile(fileName);
      if (target === 'dismissed') return { kind: 'cancelled' };
      const own = new ExportWorker();
      worker = own;
      const request: ExportRequest = { kind: 'export', corpusId: id, madeBy, target };
      const { outcome, file } = await answerOf(own, request, (reply) => onProgress(reply.progress));
      own.terminate();
      worker = null;
      if (file && outcome.kind === 'done') offerDownload(fileName, file);
      return outcome;
    },
    cancelExport: () => worker?.postMessage({ kind: 'cancel' } satisfies ExportRequest, []),
  };
}

/** Where the reader wants the file; null where the browser puts it among its downloads. */
async function chosenFile(suggestedName: string): Promise<FileSystemFileHandle | 'dismissed' | null> {
  const { showSaveFilePicker } = globalThis as FilePicker;
  if (!showSaveFilePicker) return null;
  const types = [{ description: 'Paperkin', accept: { [PACK_TYPE]: ['.paperkin'] } }];
  try {
    return await showSaveFilePicker({ suggestedName, types });
  } catch (error) {
    // Also forbidden by a policy, and then a download still works.
    return error instanceof DOMException && error.name === 'AbortError' ? 'dismissed' : null;
  }
}

function answerOf(
  worker: Worker,
  request: ExportRequest,
  onProgress: (reply: ExportReply & { readonly kind: 'progress' }) => void,
): Promise<{ readonly outcome: ExportOutcome; readonly file: Blob | null }> {
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
      if (data.kind === 'progress') onProgress(data);
      else resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      resolve({ outcome: { kind: 'stopped', reason: 'failed', message }, file: null });
    });
    worker.postMessage(request, []);
  });
}
