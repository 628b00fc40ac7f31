import { httpUrl } from '../core/identity/links';
import type { PaperId } from '../core/paper';
import type { EntryEdit } from '../core/reading-list/change';
import { freshEntry, withStatus, type ReadingListEntry } from '../core/reading-list/entry';
import type { Params } from '../messaging/protocol';
import type { Edit, Edited } from '../store/library-store';
import { CallError } from './call-error';
import { findPaper } from './card';
import type { Sources } from './identify';
import type { EnginePorts } from './ports';

/** What the calls that change the list need beside the sources. */
export interface ListContext extends Sources {
  readonly ports: Pick<EnginePorts, 'denials' | 'loadKeeper' | 'now' | 'onListChanged' | 'onListEdited'>;
}

/** Answers `list/save`. */
export async function saveToList(
  { ref, sourceUrl }: Params<'list/save'>,
  context: ListContext,
): Promise<ReadingListEntry> {
  const { paper, entry } = await findPaper(ref, context);
  if (entry) return entry;
  const fresh = freshEntry(paper, context.ports.now(), httpUrl(sourceUrl));
  return edit(paper.id, (current) => current ?? fresh, context);
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

/** Answers `list/all`. */
export async function allEntries({ list }: Sources): Promise<readonly ReadingListEntry[]> {
  return [...(await list.snapshot()).entries.values()];
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
  { list, ports }: ListContext,
): Promise<readonly Edited[]> {
  const edited = await list.editAll(edits);
  if (edited.some(({ before, after }) => before !== after)) ports.onListEdited();
  // Pages show statuses alone: a note that is being written must not have every tab look up its papers anew.
  if (edited.some(({ before, after }) => before?.status !== after?.status)) ports.onListChanged();
  return edited;
}

/** A page names a paper by the corpus's identity; the entry may have been saved under the page's own. */
async function entryId(paperId: PaperId, { corpus, list }: Sources): Promise<PaperId> {
  const snapshot = await list.snapshot();
  if (snapshot.entries.has(paperId)) return paperId;
  const paper = (await corpus.ask((store) => store.papers([paperId]))).get(paperId);
  const entry = paper && snapshot.entryOf(paper);
  if (!entry) throw notOnList();
  return entry.paper.id;
}

function notOnList(): CallError {
  return new CallError('not-found', 'The paper is not on the reading list.');
}
