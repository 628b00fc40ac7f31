import type { LibraryPorts } from '../../components/library/ports';
import type { WorkerReply, WorkerRequest } from './worker-messages';

type Importer = Pick<LibraryPorts, 'inspect' | 'importFile' | 'pause' | 'goOn' | 'cancel'>;

/** The import worker of this page: started with the first file, one question at a time. */
export function importClient(): Importer {
  let worker: Worker | null = null;

  function start(): Worker {
    worker ??= new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    return worker;
  }

  /** Sends a question and hands every reply on until one ends it. A worker that breaks is let go. */
  function ask<T>(request: WorkerRequest, endOf: (reply: WorkerReply) => T | null, broken: (message: string) => T) {
    return new Promise<T>((resolve) => {
      const asked = start();
      const end = (value: T) => {
        asked.removeEventListener('message', onMessage);
        asked.removeEventListener('error', onError);
        resolve(value);
      };
      const fail = (message: string) => {
        asked.terminate();
        worker = null;
        end(broken(message));
      };
      const onError = ({ message }: ErrorEvent) => fail(message || 'The import worker could not be started.');
      const onMessage = ({ data }: MessageEvent<WorkerReply>) => {
        if (data.kind === 'defect') return fail(data.message);
        const value = endOf(data);
        if (value !== null) end(value);
      };
      asked.addEventListener('message', onMessage);
      asked.addEventListener('error', onError);
      asked.postMessage(request);
    });
  }

  const tell = (request: WorkerRequest) => worker?.postMessage(request);
  return {
    inspect: (file) =>
      ask(
        { kind: 'inspect', file },
        (reply) => (reply.kind === 'found' ? reply.found : null),
        (message) => ({ ok: false, name: file.name, kind: 'unreadable', message }),
      ),
    importFile: (file, plan, onProgress) =>
      ask(
        { kind: 'import', file, plan },
        (reply) => {
          if (reply.kind === 'progress') onProgress(reply.progress);
          return reply.kind === 'outcome' ? reply.outcome : null;
        },
        (message) => ({ kind: 'stopped', reason: 'failed', message }),
      ),
    pause: () => tell({ kind: 'pause' }),
    goOn: () => tell({ kind: 'go-on' }),
    cancel: () => tell({ kind: 'cancel' }),
  };
}
