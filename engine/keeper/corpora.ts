import { VISITED_CORPUS_ID } from '../../core/visited/visited-corpus';
import type { CorpusInfo, CorpusOverview, UnfinishedImport } from '../../core/corpus/corpus-info';
import { readCheckpoint } from '../../core/corpus/manifest';
import { repairStateOf } from '../../core/corpus/repair-notes';
import { readErrors, type ImportError } from '../../core/import/error-list';
import type { Params } from '../../messaging/protocol';
import type { CorpusBuild } from '../../store/corpus-folder';
import type { CorpusShelf } from '../../store/corpus-shelf';
import { BUNDLED_CORPUS_ID, type CorpusStamp } from '../../store/corpus-store';
import { readPlan } from '../../store/import/plan-file';
import { CallError } from '../call-error';
import type { Sources } from '../identify';
import type { EnginePorts } from '../ports';

/** Answers `corpora/all`. */
export async function allCorpora({ ports, corpus }: CorporaSources): Promise<CorpusOverview> {
  const stamps = await corpus.ask((store) => store.stamps());
  // Without a database there is the bundled corpus in memory and nothing else.
  if (corpus.trouble())
    return { corpora: await Promise.all(stamps.map((stamp) => info(stamp, null))), unfinished: [] };
  // The visited papers are no file that the reader could offer again.
  const imports = (await ports.shelf.builds()).filter(({ corpusId }) => corpusId !== VISITED_CORPUS_ID);
  return {
    corpora: await Promise.all(stamps.map((stamp) => info(stamp, ports))),
    unfinished: await Promise.all(imports.map((build) => unfinished(build, ports.shelf))),
  };
}

interface CorporaSources extends Sources {
  readonly ports: Pick<EnginePorts, 'denials' | 'shelf' | 'repairs' | 'isImportRunning' | 'onCorporaChanged'>;
}

/** Answers `corpora/change`. */
export async function changeCorpus(
  { corpusId, name, enabled }: Params<'corpora/change'>,
  { ports }: CorporaSources,
): Promise<null> {
  const change = { ...(name === null ? {} : { name }), ...(enabled === null ? {} : { enabled }) };
  const changed = await ports.shelf.change(corpusId, change);
  if (!changed) throw new CallError('not-found', 'This corpus is not there any more.');
  if (enabled !== null) ports.onCorporaChanged();
  return null;
}

/** Answers `corpora/remove`. */
export async function removeCorpus(
  { corpusId }: Params<'corpora/remove'>,
  { ports }: CorporaSources,
): Promise<null> {
  if (corpusId === BUNDLED_CORPUS_ID) throw new CallError('bad-request', 'The bundled corpus stays.');
  if (corpusId === VISITED_CORPUS_ID) throw new CallError('bad-request', 'Visited papers are cleared.');
  await refuseDuringImport(ports);
  await ports.shelf.remove(corpusId);
  ports.onCorporaChanged();
  return null;
}

/** Answers `corpora/abandon`. */
export async function abandonImport(
  { corpusId }: Params<'corpora/abandon'>,
  { ports }: CorporaSources,
): Promise<null> {
  await refuseDuringImport(ports);
  await ports.shelf.abandon(corpusId);
  return null;
}

async function refuseDuringImport({ isImportRunning }: CorporaSources['ports']): Promise<void> {
  if (await isImportRunning()) throw new CallError('busy', 'An import or a repair is at work.');
}

/** Answers `corpora/errors`. */
export async function errorsOfCorpus(
  { corpusId }: Params<'corpora/errors'>,
  { ports, corpus }: CorporaSources,
): Promise<readonly ImportError[]> {
  const stamp = await corpus.ask((store) => store.stamp(corpusId));
  if (!stamp) throw new CallError('not-found', 'This corpus is not there any more.');
  return readErrors(ports.shelf.folder({ corpusId, generation: stamp.generation }));
}

/** `ports` is null for a corpus in memory. */
async function info(stamp: CorpusStamp, ports: CorporaSources['ports'] | null): Promise<CorpusInfo> {
  const { id, name, source, generation, enabled, paperCount, bytes, importedAt } = stamp;
  const isBundled = id === BUNDLED_CORPUS_ID;
  const errors =
    ports && !isBundled ? await readErrors(ports.shelf.folder({ corpusId: id, generation })) : [];
  return {
    id,
    name,
    file: isBundled ? null : source,
    enabled,
    paperCount,
    bytes,
    importedAt,
    errors: errors.length,
    repair: ports ? repairStateOf(await ports.repairs.of(stamp)) : null,
  };
}

async function unfinished(build: CorpusBuild, shelf: CorpusShelf): Promise<UnfinishedImport> {
  const folder = shelf.folder(build);
  const plan = await readPlan(folder);
  const checkpoint = await readCheckpoint(folder);
  return {
    corpusId: build.corpusId,
    name: plan?.name ?? '',
    file: plan?.file ?? '',
    fingerprint: build.source,
    papers: checkpoint.ok ? checkpoint.value.paperCount : 0,
    startedAt: build.startedAt,
  };
}
