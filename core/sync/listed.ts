import type { Paper, PaperId } from '../paper';
import { wholeEntry, type ReadingListEntry, type VersionOfPaper } from '../reading-list/entry';
import { plainNote } from '../reading-list/stated-marks';
import { normaliseTags, tagKey } from '../reading-list/tags';
import { statedPaper } from './facts';
import { noteText } from './note-state';
import { changedAt, type Fields, type PaperRecord } from './record';
import { compareStamps } from './stamp';
import { tellable, versionsIn } from './told-versions';

/** The part of an entry that machines exchange, in the form in which they do. */
export interface Listed extends Omit<Fields, 'facts'> {
  /** In the order in which they were given. */
  readonly tags: readonly string[];
  readonly note: string;
  /** The other records of its paper, in the order of their identities. */
  readonly versions: readonly PaperId[];
}

const seconds = (milliseconds: number): number => Math.max(0, Math.floor(milliseconds / 1_000));

const identitiesOf = (versions: readonly VersionOfPaper[]): readonly PaperId[] =>
  versions.map(({ paper }) => paper.id).toSorted();

/** What the list says of an entry. */
export function listedOf(entry: ReadingListEntry): Listed {
  return {
    addedAt: seconds(entry.addedAt),
    status: { status: entry.status, statusAt: seconds(entry.statusAt) },
    starred: entry.starred,
    priority: entry.priority,
    openedAt: entry.openedAt === null ? null : seconds(entry.openedAt),
    tags: normaliseTags(entry.tags),
    note: plainNote(entry.note),
    versions: identitiesOf(tellable(entry)),
  };
}

/** What a record says of an entry. The same record says the same everywhere. */
export function listedIn(record: PaperRecord): Listed {
  const addedAt = record.addedAt?.value ?? changedAt(record);
  const tags = [...record.tags.values()].filter(({ value }) => value.isThere);
  const inOrder = tags.toSorted(
    (a, b) => compareStamps(a.at, b.at) || (tagKey(a.value.tag) < tagKey(b.value.tag) ? -1 : 1),
  );
  return {
    addedAt,
    status: record.status?.value ?? { status: 'to-read', statusAt: addedAt },
    starred: record.starred?.value ?? false,
    priority: record.priority?.value ?? 0,
    openedAt: record.openedAt?.value ?? null,
    tags: normaliseTags(inOrder.map(({ value }) => value.tag)),
    note: noteText(record.note),
    versions: identitiesOf(versionsIn(record)),
  };
}

/** Whether two values of a field are the same. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An entry for a paper that this machine's list does not have yet; `known` is what its corpora say of it, or null. */
export function entryOf(id: PaperId, record: PaperRecord, known: Paper | null): ReadingListEntry | null {
  const facts = record.facts?.value;
  const paper = facts ? statedPaper(facts) : null;
  if (!facts || !paper) return null;
  const listed = listedIn(record);
  return wholeEntry({
    paper: { ...paper, id, abstract: known?.abstract ?? null },
    sourceUrl: facts.sourceUrl ?? null,
    status: listed.status.status,
    statusAt: listed.status.statusAt * 1_000,
    addedAt: listed.addedAt * 1_000,
    openedAt: listed.openedAt === null ? null : listed.openedAt * 1_000,
    starred: listed.starred,
    priority: listed.priority,
    tags: listed.tags,
    note: listed.note,
    versions: versionsIn(record).filter((version) => version.paper.id !== id),
  });
}
