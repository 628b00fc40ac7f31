import { afterEach, expect, it, vi } from 'vitest';
import { StorageError } from '../../store/storage-error';
import type { IndexReply, IndexRequest } from './index-messages';
import { openIndexer } from './index-helpers';

const { workers, replies } = vi.hoisted(() => ({
  workers: [] as { readonly asked: string[]; isEnded: boolean }[],
  replies: { merge: { kind: 'merged', merged: { bytes: 7, obsolete: [] } } as unknown },
}));
vi.mock('./index-worker?worker', () => ({
  default: class extends EventTarget {
    readonly #own = { asked: [] as string[], isEnded: false };

    constructor() {
      super();
      workers.push(this.#own);
    }

    postMessage({ kind }: IndexRequest): void {
      this.#own.asked.push(kind);
      const data = kind === 'index' ? ({ kind: 'indexed', files: [] } satisfies IndexReply) : replies.merge;
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
    }

    terminate(): void {
      this.#own.isEnded = true;
    }
  },
}));

const BUILD = { corpusId: 'c', generation: 1, source: 's', startedAt: 0 };
const stretch = (run: number) => ({ run, first: run, blocks: [] });
const read = async () => undefined;

afterEach(() => {
  workers.length = 0;
  replies.merge = { kind: 'merged', merged: { bytes: 7, obsolete: [] } };
});

it('indexes in one worker, and merges each part in one that has done nothing yet', async () => {
  const indexer = openIndexer(BUILD);
  await indexer.index(stretch(0));
  await indexer.index(stretch(1));
  const merged = await Promise.all([
    indexer.mergePart('titles', 2, read),
    indexer.mergePart('terms', 2, read),
  ]);
  expect(merged.map(({ bytes }) => bytes)).toEqual([7, 7]);
  expect(workers).toEqual([
    { asked: ['index', 'index'], isEnded: true },
    { asked: ['merge'], isEnded: true },
    { asked: ['merge'], isEnded: true },
  ]);
});

it('passes on that a disk is full, and leaves no worker behind', async () => {
  replies.merge = { kind: 'refused', reason: 'full', message: 'no room' } satisfies IndexReply;
  const indexer = openIndexer(BUILD);
  await expect(indexer.mergePart('titles', 2, read)).rejects.toBeInstanceOf(StorageError);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
});

it('takes nothing on once it is closed', async () => {
  const indexer = openIndexer(BUILD);
  indexer.close();
  await expect(indexer.mergePart('titles', 2, read)).rejects.toThrow('over');
  expect(workers).toEqual([]);
});
