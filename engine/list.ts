import { paperOfMention } from '../core/identity/paper-id';
import type { PaperId } from '../core/paper';
import type { EntryEdit } from '../core/reading-list/change';
import { withStatus, type BinnedEntry, type ReadingListEntry } from '../core/reading-list/entry';
import { entryWithId } from '../core/reading-list/findable-list';
import type { Params, Value } from '../messaging/protocol';
import type { Edit, Edited } from '../store/library-store';
import { StorageError } from '../store/storage-error';
import { CallError } from './call-error';
import { findPaper } from './card';
import type { Sources } from './identify';
import type { EnginePorts } from './ports';

/** What the calls that change the list need beside the sources. */
export interface ListContext extends Sources {
  readonly ports: Pick<
    EnginePorts,
    'denials' | 'keep' | 'loadKeeper' | 'now' | 'onListChanged' | 'onListEdited'
  >;
}

/** Answers `list/save`. */
export async function saveToList(
  { ref, sourceUrl }: Params<'list/save'>,
  context: ListContext,
): Promise<ReadingListEntry> {
  const found = await findPaper(ref, context);
  const keeper = await context.ports.loadKeeper();
  const said = 'mention' in ref ? paperOfMention(ref.mention) : null;
  const saving = keeper.saving({ ...found, said, sourceUrl }, context.ports.now());
  // What is there already needs no write.
  return 'paper' in saving ? saving : edit(saving.paperId, saving.edit, context);
}

/** Answers `list/set-status`. */
export async function setStatus(
  { paperId, status }: Params<'list/set-status'>,
  context: ListContext,
): Promise<ReadingListEntry> {
  const now = context.ports.now();
  const change: Edit = (current) => current && withStatus(current, status, now);
  return edit(await entryId(paperId, context), change, context);
}

/** Answers `list/edit`. */
export async function editList(
  { edits }: Params<'list/edit'>,
  context: ListContext,
): Promise<readonly EntryEdit[]> {
  const keeper = await context.ports.loadKeeper();
  const edited = keeper.told(await editAll(keeper.edits(edits, context.ports.now()), context));
  if (edited.length === 0) throw notOnList();
  return edited;
}

/** Answers `list/remove`. */
export async function removeFromList(
  { paperIds }: Params<'list/remove'>,
  context: ListContext,
): Promise<readonly ReadingListEntry[]> {
  const edits = paperIds.map((id): [PaperId, Edit] => [id, () => null]);
  const removed = (await editAll(new Map(edits), context)).flatMap(({ before }) => before ?? []);
  if (removed.length === 0) throw notOnList();
  return removed;
}

/** Answers `list/restore`. What was saved anew meanwhile, in another window, keeps all that was done to it there. */
export async function restoreToList(
  { entries }: Params<'list/restore'>,
  context: ListContext,
): Promise<readonly ReadingListEntry[]> {
  const keeper = await context.ports.loadKeeper();
  const restored = await editAll(keeper.restoring(entries), context);
  return restored.flatMap(({ after }) => after ?? []);
}

/** Answers `list/revert`. */
export async function revertJoined(
  { joined }: Params<'list/revert'>,
  context: ListContext,
): Promise<readonly ReadingListEntry[]> {
  const keeper = await context.ports.loadKeeper();
  const reverted = await editAll(keeper.reverting(joined), context);
  return reverted.flatMap(({ after }) => after ?? []);
}

/** Answers `list/versions`. */
export async function changeVersions(
  { change }: Params<'list/versions'>,
  context: ListContext,
): Promise<Value<'list/versions'>> {
  const keeper = await context.ports.loadKeeper();
  const { entries } = await context.list.snapshot();
  // What goes into another entry is on the list still: the bin would bring it back as a double.
  const changed = keeper.versionsChanged(await editAll(keeper.versions(change, entries), context, false));
  if (!changed) throw notOnList();
  return changed;
}

/** Answers `list/all`. */
export async function allEntries({ list }: Sources): Promise<readonly ReadingListEntry[]> {
  return [...(await list.snapshot()).entries.values()];
}

/**
 * Answers `list/tend`, and follows each change of the list: what the keeper does there, nobody waits for. `changes` is the number of
 * entries that were changed; null at a start, when what a worker that was killed has left undone is seen to.
 */
export async function tendList(changes: number | null, { list, ports }: ListContext): Promise<null> {
  const keeper = await ports.loadKeeper();
  await keeper.tend({
    changes,
    now: ports.now(),
    keep: ports.keep,
    entries: async () => {
      const { entries } = await list.snapshot();
      const trouble = list.trouble();
      return trouble ? { ok: false, message: trouble.message } : { ok: true, entries: [...entries.values()] };
    },
    changeBin: (change) =>
      list.changeBin(change).catch((error: unknown) => {
        // Told by `health` already, and the bin is looked through another time.
        if (!(error instanceof StorageError)) throw error;
      }),
  });
  return null;
}

/** Answers `bin/all`. */
export async function allBinned({ list }: Sources): Promise<readonly BinnedEntry[]> {
  return list.changeBin((all) => all);
}

/** Answers `bin/empty`. */
export async function emptyBin({ paperIds }: Params<'bin/empty'>, { list }: Sources): Promise<null> {
  const gone = new Set(paperIds);
  await list.changeBin((all) => (paperIds ? all.filter(({ entry }) => !gone.has(entry.paper.id)) : []));
  return null;
}

/** The entry after the change. */
async function edit(id: PaperId, change: Edit, context: ListContext): Promise<ReadingListEntry> {
  const [edited] = await editAll(new Map([[id, change]]), context);
  if (!edited?.after) throw notOnList();
  return edited.after;
}

/** Makes edits, and tells those whom they concern. */
export async function editAll(
  edits: ReadonlyMap<PaperId, Edit>,
  context: ListContext,
  isBinned = true,
): Promise<readonly Edited[]> {
  const { list, ports } = context;
  const edited = await list.editAll(edits, isBinned);
  const changes = edited.filter(({ before, after }) => before !== after).length;
  if (changes > 0) {
    ports.onListEdited();
    void tendList(changes, context).catch(ports.keep.report);
  }
  // Pages show statuses alone, and whose: a note that is being written must not have every tab look up its papers anew.
  if (edited.some(isSeen)) ports.onListChanged();
  return edited;
}

function isSeen({ before, after }: Edited): boolean {
  return before?.status !== after?.status || before?.versions !== after?.versions;
}

/** A page names a paper by the corpus's identity; the entry may have been saved under the page's own. */
async function entryId(paperId: PaperId, { corpus, list }: Sources): Promise<PaperId> {
  const snapshot = await list.snapshot();
  const own = entryWithId(paperId, snapshot);
  if (own) return own.paper.id;
  const paper = (await corpus.ask((store) => store.papers([paperId]))).get(paperId);
  const entry = paper && snapshot.entryOf(paper);
  if (!entry) throw notOnList();
  return entry.paper.id;
}

function notOnList(): CallError {
  return new CallError('not-found', 'The paper is not on the reading list.');
}
