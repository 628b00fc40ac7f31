import { IMPORT_FORMATS } from '../../core/formats/import-formats';
import { foundFile, type ImportPlan } from '../../core/import/found-file';
import { Gate } from '../../core/import/gate';
import type { ImportOutcome } from '../../core/import/import-outcome';
import { inspectSource } from '../../core/import/inspect';
import { openCorpusDatabase } from '../../store/corpus-database';
import { importFile, type OpenIndexer } from '../../store/import/import-file';
import { IMPORT_LOCK } from '../../store/import/import-lock';
import { openIndexer } from './index-helpers';
import type { WorkerReply, WorkerRequest } from './worker-messages';

const corpora = openCorpusDatabase();
let gate = new Gate();
let indexer: OpenIndexer | null = null;

const tell = (reply: WorkerReply): void => globalThis.postMessage(reply, { transfer: [] });

async function importOnce(file: File, plan: ImportPlan): Promise<ImportOutcome> {
  gate = new Gate();
  const { mayGoOn } = gate;
  return navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock): Promise<ImportOutcome> => {
    if (!lock) return { kind: 'busy' };
    return importFile(file, file.name, plan, {
      corpora,
      openIndexer: (build) => (indexer = openIndexer(build)),
      now: Date.now,
      mayGoOn,
      onProgress: (progress) => tell({ kind: 'progress', progress }),
    });
  });
}

async function answer(request: WorkerRequest): Promise<void> {
  switch (request.kind) {
    case 'inspect': {
      const { file } = request;
      return tell({ kind: 'found', found: foundFile(await inspectSource(file, file.name, IMPORT_FORMATS)) });
    }
    case 'import':
      return tell({ kind: 'outcome', outcome: await importOnce(request.file, request.plan) });
    case 'pause':
      return gate.pause();
    case 'go-on':
      return gate.goOn();
    case 'cancel':
      gate.cancel();
      // Reading may be over, and what the helpers are at takes minutes.
      return indexer?.close();
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  answer(data).catch((error: unknown) => {
    tell({ kind: 'defect', message: error instanceof Error ? error.message : String(error) });
  });
});
