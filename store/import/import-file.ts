import type { Indexer } from '../../core/corpus/indexer';
import { papersInOrder } from '../../core/corpus/papers-in-order';
import { IMPORT_FORMATS } from '../../core/formats/import-formats';
import type { ImportPlan } from '../../core/import/found-file';
import type { ImportOutcome } from '../../core/import/import-outcome';
import type { ImportProgress } from '../../core/import/import-progress';
import { inspectSource, type FoundSource } from '../../core/import/inspect';
import { runImport, type ImportEnd } from '../../core/import/run-import';
import type { Paper } from '../../core/paper';
import type { CorpusBuild } from '../corpus-folder';
import type { CorpusShelf } from '../corpus-shelf';
import type { CorpusStamp, CorpusStore } from '../corpus-store';
import { partBuilders } from '../filed-corpus';
import { StorageError } from '../storage-error';
import { readPlan, writePlan, type KeptPlan } from './plan-file';

/** An indexer that has to be let go of. */
export interface OpenIndexer extends Indexer {
  /** Ends its workers, whatever they are at: what is under way, and what is asked after that, rejects. */
  close(): void;
}

/** What an import needs of the world. */
export interface ImportWorld {
  readonly corpora: Pick<CorpusStore, 'stamp'> & { readonly shelf: CorpusShelf };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Workers for one import into one folder; null where there are none, and this thread does all. */
  readonly openIndexer: ((build: CorpusBuild) => OpenIndexer) | null;
  /** See `ImportJob`. */
  readonly mayGoOn: () => Promise<boolean>;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** The id of a corpus made of a file of its own. */
const idOfFile = (fingerprint: string): string => `file-${fingerprint}`;

/** Brings a file in as a corpus, or goes on with an import of it that was interrupted. */
export async function importFile(
  file: Blob,
  fileName: string,
  plan: ImportPlan,
  world: ImportWorld,
): Promise<ImportOutcome> {
  const source = await inspectSource(file, fileName, IMPORT_FORMATS);
  if (!source.ok) return { kind: 'unusable', source };
  try {
    const started = await begin(source, plan, world);
    return await conclude(await run(source, started, world), started, world);
  } catch (error) {
    if (error instanceof StorageError) return { kind: 'stopped', reason: error.kind, message: error.message };
    throw error;
  }
}

async function run(
  source: FoundSource,
  { build, plan, older }: Started,
  { corpora, openIndexer, mayGoOn, now, onProgress }: ImportWorld,
): Promise<ImportEnd> {
  const indexer = openIndexer?.(build) ?? null;
  try {
    return await runImport({
      source,
      filter: plan.filter,
      folder: corpora.shelf.folder(build),
      parts: partBuilders(),
      indexer,
      stretchBytes: null,
      older,
      mayGoOn,
      now,
      onProgress,
    });
  } finally {
    indexer?.close();
  }
}

interface Started {
  readonly build: CorpusBuild;
  readonly plan: KeptPlan;
  /** The corpus in whose place the new one comes. */
  readonly current: CorpusStamp | null;
  readonly older: ((from: number) => AsyncIterable<Paper>) | null;
}

async function begin(
  { name, fingerprint }: FoundSource,
  wanted: ImportPlan,
  { corpora, now }: ImportWorld,
): Promise<Started> {
  const { shelf } = corpora;
  const builds = await shelf.builds();
  const interrupted = builds.find((each) => each.source === fingerprint);
  const corpusId = interrupted?.corpusId ?? wanted.updates ?? idOfFile(fingerprint);
  const build = await shelf.begin({ corpusId, source: fingerprint, startedAt: now() });
  const folder = shelf.folder(build);
  const kept = await readPlan(folder);
  const plan = kept ?? { ...wanted, file: name };
  if (!kept) await writePlan(folder, plan);
  const current = await corpora.stamp(corpusId);
  const older =
    plan.updates !== null && current
      ? (from: number) => papersInOrder(shelf.folder({ ...current, corpusId }), current.paperCount, from)
      : null;
  return { build, plan, current, older };
}

async function conclude(
  end: ImportEnd,
  { build, plan, current }: Started,
  { corpora, now }: ImportWorld,
): Promise<ImportOutcome> {
  const { corpusId, generation, source } = build;
  if (end.kind === 'cancelled') {
    await corpora.shelf.abandon(corpusId);
    return { kind: 'cancelled' };
  }
  const { manifest, progress, trouble } = end;
  if (manifest.paperCount === 0) {
    await corpora.shelf.abandon(corpusId);
    return { kind: 'empty', progress };
  }
  const isInPlace = await corpora.shelf.activate({
    id: corpusId,
    name: current?.name ?? plan.name,
    source: plan.file,
    version: source,
    generation,
    enabled: current?.enabled ?? true,
    paperCount: manifest.paperCount,
    bytes: Object.values(manifest.bytes).reduce((sum, each) => sum + each, 0),
    importedAt: now(),
  });
  // Given up meanwhile, from elsewhere.
  if (!isInPlace) return { kind: 'cancelled' };
  return {
    kind: 'done',
    corpusId,
    name: current?.name ?? plan.name,
    progress,
    trouble,
  };
}
