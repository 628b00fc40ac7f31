import type { LibraryPorts } from '../../components/library/ports';
// The other way to name a worker, by its address, is not seen by vite once WXT has replaced `import.meta.url` (0.21.0).
// oxlint-disable-next-line import/default -- `?worker` makes the file's default export, a class.
import ImportWorker from './import-worker?worker';
import type { WorkerReply, WorkerRequest } from './worker-messages';

type Importer = Pick<LibraryPorts, 'inspect' | 'importFile' | 'pause' | 'goOn' | 'cancel'>;

/** What a question is answered with. */
interface Ends<T> {
  /** The value of the reply that ends it; null for one that does not. */
  readonly with: (reply: WorkerReply) => T | null;
  /** Where the worker breaks. */
  readonly broken: (message: string) => T;
}

/** The import worker of this page: started with the first file, one question at a time. */
export function importClient(): Importer {
  const worker = new RestartingWorker();
  return {
    inspect: (file) =>
      worker.ask<Awaited<ReturnType<Importer['inspect']>>>(
        { kind: 'inspect', file },
        {
          with: (reply) => (reply.kind === 'found' ? reply.found : null),
          broken: (message) => ({ ok: false, name: file.name, kind: 'unreadable', message }),
        },
      ),
    importFile: (file, plan, onProgress) =>
      worker.ask<Awaited<ReturnType<Importer['importFile']>>>(
        { kind: 'import', file, plan },
        {
          with: (reply) => {
            if (reply.kind === 'progress') onProgress(reply.progress);
            return reply.kind === 'outcome' ? reply.outcome : null;
          },
          broken: (message) => ({ kind: 'stopped', reason: 'failed', message }),
        },
      ),
    pause: () => worker.tell({ kind: 'pause' }),
    goOn: () => worker.tell({ kind: 'go-on' }),
    cancel: () => worker.tell({ kind: 'cancel' }),
  };
}

class RestartingWorker {
  #worker: Worker | null = null;

  tell(request: WorkerRequest): void {
    this.#worker?.postMessage(request, []);
  }

  /** Sends a question and hands every reply on until one ends it. A worker that breaks is let go. */
  ask<T>(request: WorkerRequest, ends: Ends<T>): Promise<T> {
    const worker = (this.#worker ??= new ImportWorker());
    return new Promise<T>((resolve) => {
      const end = (value: T) => {
        worker.removeEventListener('message', onMessage);
        worker.removeEventListener('error', onError);
        resolve(value);
      };
      const fail = (message: string) => {
        worker.terminate();
        this.#worker = null;
        end(ends.broken(message));
      };
      const onError = ({ message }: ErrorEvent) => fail(message || 'The import worker did not start.');
      const onMessage = ({ data }: MessageEvent<WorkerReply>) => {
        if (data.kind === 'defect') return fail(data.message);
        const value = ends.with(data);
        if (value !== null) end(value);
      };
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', onError);
      worker.postMessage(request, []);
    });
  }
}
