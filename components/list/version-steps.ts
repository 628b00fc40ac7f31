import type { PaperId } from '../../core/paper';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { VersionChange } from '../../core/reading-list/versions';

/** A change of what is one paper, and the way back. */
export interface VersionStep {
  readonly change: VersionChange;
  readonly back: VersionChange;
}

/** Makes two entries one, led by the first. */
export function mergeStep(entry: ReadingListEntry, other: ReadingListEntry): VersionStep {
  const both = { entryId: entry.paper.id, paperId: other.paper.id };
  return {
    change: { kind: 'merge', ...both, as: null },
    back: { kind: 'split', ...both, areApart: false },
  };
}

/** Makes a version an entry of its own. */
export function splitStep(entry: ReadingListEntry, paperId: PaperId): VersionStep {
  const both = { entryId: entry.paper.id, paperId };
  return { change: { kind: 'split', ...both, areApart: true }, back: { kind: 'merge', ...both, as: entry } };
}

/** Has another version lead. */
export function leadStep(entry: ReadingListEntry, paperId: PaperId): VersionStep {
  const { id } = entry.paper;
  return {
    change: { kind: 'lead', entryId: id, paperId },
    back: { kind: 'lead', entryId: paperId, paperId: id },
  };
}

/** Remembers that two entries are two papers. */
export function apartStep(entry: ReadingListEntry, other: ReadingListEntry): VersionStep {
  const both = { kind: 'apart', entryId: entry.paper.id, paperId: other.paper.id } as const;
  return { change: { ...both, areApart: true }, back: { ...both, areApart: false } };
}
