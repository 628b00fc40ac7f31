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

/** What an import needs of the world. */
export interface ImportWorld {
  readonly corpora: Pick<CorpusStore, 'stamp'> & { readonly shelf: CorpusShelf };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
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
    const end = await runImport({
      source,
      filter: started.plan.filter,
      folder: world.corpora.shelf.folder(started.build),
      parts: partBuilders(),
      older: started.older,
      mayGoOn: world.mayGoOn,
      now: world.now,
      onProgress: world.onProgress,
    });
    return await conclude(end, started, world);
  } catch (error) {
    if (error instanceof StorageError) return { kind: 'stopped', reason: error.kind, message: error.message };
    throw error;
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
