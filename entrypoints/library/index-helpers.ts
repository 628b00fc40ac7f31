import { sharedOut, type Indexer } from '../../core/corpus/indexer';
import type { OnRead } from '../../core/corpus/merge-part';
import type { CorpusBuild } from '../../store/corpus-folder';
import type { OpenIndexer } from '../../store/import/import-file';
import { StorageError } from '../../store/storage-error';
import type { IndexReply, IndexRequest } from './index-messages';
// oxlint-disable-next-line import/default -- `?worker` makes the file's default export, a class.
import IndexWorker from './index-worker?worker';

/**
 * One worker of the import worker for one import, started when there is work for it. It has a heap of its own, which takes 150 MB
 * at its worst: with one beside the thread that reads an import stays within 400 MB, with two it does not. On two processors a
 * second made it no faster.
 */
export function openIndexer(build: CorpusBuild): OpenIndexer {
  const helper = new Helper(build);
  return { ...sharedOut([helper]), close: () => helper.close() };
}

class Helper implements Indexer {
  readonly width = 1;
  readonly #build: CorpusBuild;
  #worker: Worker | null = null;
  #isClosed = false;
  /** Ends the question that is open. */
  #fail: (error: Error) => void = () => undefined;

  constructor(build: CorpusBuild) {
    this.#build = build;
  }

  async index(stretch: Parameters<Indexer['index']>[0]): ReturnType<Indexer['index']> {
    const buffers = stretch.blocks.map(({ buffer }) => buffer as ArrayBuffer);
    const reply = await this.#ask({ kind: 'index', stretch }, buffers);
    if (reply.kind !== 'indexed') throw unexpected(reply);
    return new Map(reply.files);
  }

  async mergePart(part: string, runs: number, onRead: OnRead): ReturnType<Indexer['mergePart']> {
    // In a worker that has done nothing yet: what it has in memory is kept until the browser sees fit, beside what a merge takes.
    this.#endWorker();
    const reply = await this.#ask({ kind: 'merge', build: this.#build, part, runs }, [], onRead);
    this.#endWorker();
    if (reply.kind !== 'merged') throw unexpected(reply);
    return reply.merged;
  }

  close(): void {
    this.#isClosed = true;
    this.#endWorker();
    this.#fail(new Error('the import is over'));
  }

  #endWorker(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #ask(
    request: IndexRequest,
    transfer: Transferable[],
    onRead: OnRead = async () => undefined,
  ): Promise<IndexReply> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      if (this.#isClosed) return this.close();
      const worker = (this.#worker ??= new IndexWorker());
      const listening = new AbortController();
      const { signal } = listening;
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<IndexReply>) => {
          if (data.kind === 'read') {
            const goOn = () => worker.postMessage({ kind: 'go-on' } satisfies IndexRequest, []);
            return void onRead(data.bytes).then(goOn, reject);
          }
          listening.abort();
          resolve(data);
        },
        { signal },
      );
      worker.addEventListener(
        'error',
        ({ message }) => {
          listening.abort();
          reject(new Error(message || 'A helper of the import did not start.'));
        },
        { signal },
      );
      worker.postMessage(request, transfer);
    });
  }
}

function unexpected(reply: IndexReply): Error {
  if (reply.kind === 'refused') return new StorageError(reply.reason, reply.message);
  return new Error(reply.kind === 'defect' ? reply.message : `a helper answered "${reply.kind}"`);
}
