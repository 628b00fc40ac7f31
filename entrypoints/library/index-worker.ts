import { indexerHere } from '../../core/corpus/indexer';
import { openCorpusDatabase } from '../../store/corpus-database';
import type { CorpusBuild } from '../../store/corpus-folder';
import { partBuilders } from '../../store/filed-corpus';
import { StorageError } from '../../store/storage-error';
import type { IndexReply, IndexRequest } from './index-messages';

const { shelf } = openCorpusDatabase();
/** For all stretches that come: the builders remember words from one to the next. */
const parts = partBuilders();
const NOWHERE = { corpusId: '', generation: 0 } satisfies Pick<CorpusBuild, 'corpusId' | 'generation'>;

let goOn: () => void = () => undefined;

function tellRead(bytes: number): Promise<void> {
  globalThis.postMessage({ kind: 'read', bytes } satisfies IndexReply, { transfer: [] });
  return new Promise((resolve) => {
    goOn = resolve;
  });
}

async function answer(request: Exclude<IndexRequest, { kind: 'go-on' }>): Promise<IndexReply> {
  if (request.kind === 'index') {
    const files = await indexerHere(parts, shelf.folder(NOWHERE)).index(request.stretch);
    return { kind: 'indexed', files: [...files] };
  }
  const { build, part, runs } = request;
  const merged = await indexerHere(parts, shelf.folder(build)).mergePart(part, runs, tellRead);
  return { kind: 'merged', merged };
}

function troubleOf(error: unknown): IndexReply {
  if (error instanceof StorageError) return { kind: 'refused', reason: error.kind, message: error.message };
  return { kind: 'defect', message: error instanceof Error ? error.message : String(error) };
}

/** Bytes that are nobody else's go over without a copy. */
function buffersOf(reply: IndexReply): ArrayBuffer[] {
  if (reply.kind !== 'indexed') return [];
  const buffers = reply.files.map(([, { buffer }]) => buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}

globalThis.addEventListener('message', ({ data }: MessageEvent<IndexRequest>) => {
  if (data.kind === 'go-on') return goOn();
  void answer(data)
    .catch(troubleOf)
    .then((reply) => globalThis.postMessage(reply, { transfer: buffersOf(reply) }));
});
