import type { ListImportPorts, ReadList } from '../../components/list/import/ports';
import type { UnusableSource } from '../../core/import/inspect';
// oxlint-disable-next-line import/default -- `?worker` makes the file's default export, a class; see import-client.ts.
import ListWorker from './list-worker?worker';
import { asMessages, outOfMessages, type ListReply } from './list-messages';

type ListReader = Pick<ListImportPorts, 'read' | 'stopReading'>;

/** Reads files for the list: a worker for each, gone with its answer. Parsers are large and slow, so none of it is the page's. */
export function listClient(): ListReader {
  let stop: (() => void) | null = null;
  return {
    read: (file, name, present) => {
      stop?.();
      return new Promise<ReadList | UnusableSource>((resolve) => {
        const worker = new ListWorker();
        const put = outOfMessages();
        const end = (reply: ReadList | UnusableSource) => {
          worker.terminate();
          stop = null;
          resolve(reply);
        };
        const broken = (message: string) => end({ ok: false, name, kind: 'unreadable', message });
        stop = () => broken('');
        worker.addEventListener('message', ({ data }: MessageEvent<ListReply>) => {
          const read = put(data);
          if (read !== null) end(read);
        });
        worker.addEventListener('error', ({ message }) => broken(message || 'The worker did not start.'));
        ask(worker, file, name, present).catch((error: unknown) => broken(String(error)));
      });
    },
    stopReading: () => stop?.(),
  };
}

/** A breath between two parts leaves the page its frames. A worker that was stopped in the meantime hears nothing more. */
async function ask(worker: Worker, ...request: Parameters<typeof asMessages>): Promise<void> {
  for (const message of asMessages(...request)) {
    worker.postMessage(message, []);
    await new Promise((resume) => setTimeout(resume));
  }
}
