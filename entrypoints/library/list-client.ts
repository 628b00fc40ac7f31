import type { ListImportPorts, ReadList } from '../../components/list/import/ports';
import type { UnusableSource } from '../../core/import/inspect';
// oxlint-disable-next-line import/default -- `?worker` makes the file's default export, a class; see import-client.ts.
import ListWorker from './list-worker?worker';
import { outOfMessages, type ListReply, type ListRequest } from './list-messages';

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
        worker.postMessage({ file, name, present } satisfies ListRequest, []);
      });
    },
    stopReading: () => stop?.(),
  };
}
