import { httpUrl } from '../core/identity/links';
import type { PaperId } from '../core/paper';
import type { ReadingListEntry } from '../core/reading-list/entry';
import type { Params } from '../messaging/protocol';
import type { Edit } from '../store/library-store';
import { CallError } from './call-error';
import { findPaper } from './card';
import type { Sources } from './identify';
import type { EnginePorts } from './ports';

/** What the calls that change the list need beside the sources. */
export interface ListContext extends Sources {
  readonly ports: Pick<EnginePorts, 'denials' | 'now' | 'onListChanged'>;
}

/** Answers `list/save`. */
export async function saveToList(
  { ref, sourceUrl }: Params<'list/save'>,
  context: ListContext,
): Promise<ReadingListEntry> {
  const { paper, entry } = await findPaper(ref, context);
  if (entry) return entry;
  const now = context.ports.now();
  const fresh = {
    paper,
    status: 'to-read',
    addedAt: now,
    statusAt: now,
    sourceUrl: httpUrl(sourceUrl),
  } as const;
  return edit(paper.id, (current) => current ?? fresh, context);
}

/** Answers `list/set-status`. */
export async function setStatus(
  { paperId, status }: Params<'list/set-status'>,
  context: ListContext,
): Promise<ReadingListEntry> {
  const statusAt = context.ports.now();
  const change: Edit = (current) =>
    current && current.status !== status ? { ...current, status, statusAt } : current;
  return edit(await entryId(paperId, context), change, context);
}

/** Answers `list/remove`. */
export async function removeFromList(
  { paperId }: Params<'list/remove'>,
  context: ListContext,
): Promise<ReadingListEntry> {
  return edit(await entryId(paperId, context), () => null, context);
}

/** Answers `list/restore`. */
export function restoreToList(
  { entry }: Params<'list/restore'>,
  context: ListContext,
): Promise<ReadingListEntry> {
  return edit(entry.paper.id, () => entry, context);
}

/** Answers `list/all`. */
export async function allEntries({ list }: Sources): Promise<readonly ReadingListEntry[]> {
  return [...(await list.snapshot()).entries.values()];
}

/** The entry after the change or, where it is gone, before it. */
async function edit(id: PaperId, change: Edit, { list, ports }: ListContext): Promise<ReadingListEntry> {
  const { before, after } = await list.edit(id, change);
  const entry = after ?? before;
  if (!entry) throw notOnList();
  if (after !== before) ports.onListChanged();
  return entry;
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
