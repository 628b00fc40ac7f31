import type { PaperId } from '../paper';
import { VERSIONS_MAX, type ReadingListEntry, type VersionOfPaper } from '../reading-list/entry';
import { factsOf, statedPaper } from './facts';
import type { Kept, PaperRecord, VersionChoice } from './record';
import { compareStamps, type Stamp } from './stamp';

type Versions = PaperRecord['versions'];

/** What an entry says of a version; how it was merged stays on the machine that did it. */
function choiceOf(version: VersionOfPaper): VersionChoice {
  return { facts: factsOf(version), addedAt: Math.max(0, Math.floor(version.addedAt / 1_000)) };
}

/** The versions of an entry that others can be told of. One whose facts make no paper stays on its machine, and is no news. */
export function tellable({ versions }: Pick<ReadingListEntry, 'versions'>): readonly VersionOfPaper[] {
  return versions.filter((version) => statedPaper(factsOf(version)) !== null);
}

/** All versions of an entry that was never exchanged. */
export function freshVersions(entry: ReadingListEntry, at: Stamp): Versions {
  return new Map(tellable(entry).map((version) => [version.paper.id, { value: choiceOf(version), at }]));
}

/** Versions with those that came and went since `then`; the same object where none did. */
export function editedVersions(
  known: Versions,
  then: readonly PaperId[],
  entry: ReadingListEntry,
  at: Stamp,
): Versions {
  const versions = tellable(entry);
  const now = new Map(versions.map((version) => [version.paper.id, version]));
  const came = versions.filter(({ paper }) => !then.includes(paper.id));
  const went = then.filter((id) => !now.has(id));
  const news: readonly (readonly [PaperId, VersionChoice])[] = [
    ...came.map((version) => [version.paper.id, choiceOf(version)] as const),
    ...went.map((id) => [id, null] as const),
  ];
  const fresh = news.filter(([id, choice]) => {
    const told = known.get(id);
    return told === undefined || (told.value === null) !== (choice === null);
  });
  if (fresh.length === 0) return known;
  return new Map([...known, ...fresh.map(([id, value]) => [id, { value, at }] as const)]);
}

/** The versions that a record has, those that were told first first: the same everywhere, and no more than an entry may have. */
export function versionsIn({ versions }: Pick<PaperRecord, 'versions'>): readonly VersionOfPaper[] {
  const there = [...versions].toSorted(
    ([a, { at: one }], [b, { at: other }]) => compareStamps(one, other) || (a < b ? -1 : 1),
  );
  return there.flatMap(([id, kept]) => versionOf(id, kept) ?? []).slice(0, VERSIONS_MAX);
}

function versionOf(id: PaperId, { value }: Kept<VersionChoice>): VersionOfPaper | null {
  const paper = value && statedPaper(value.facts);
  if (!value || !paper) return null;
  return {
    paper: { ...paper, id },
    addedAt: value.addedAt * 1_000,
    sourceUrl: value.facts.sourceUrl ?? null,
    merged: null,
  };
}

/** The versions of an entry as a record has them; those that it has already stay as they are. */
export function broughtVersions(entry: ReadingListEntry, record: PaperRecord): readonly VersionOfPaper[] {
  const told = versionsIn(record).filter(({ paper }) => paper.id !== entry.paper.id);
  const wanted = new Set(told.map(({ paper }) => paper.id));
  const ours = new Set(tellable(entry));
  const kept = entry.versions.filter((version) => wanted.has(version.paper.id) || !ours.has(version));
  const present = new Set(kept.map(({ paper }) => paper.id));
  return [...kept, ...told.filter(({ paper }) => !present.has(paper.id))];
}
