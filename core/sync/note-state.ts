import { NOTE_LENGTH_MAX } from '../reading-list/entry';
import { joinTexts } from './join-texts';
import { compareStamps, isSeen, joinSeen, sawToo, type Seen, type Stamp } from './stamp';

/** A text that a note once was. */
export interface NoteText {
  readonly text: string;
  readonly at: Stamp;
}

/** A text of a note, and those that came before it and may be all that another machine has. */
export interface NoteVersion extends NoteText {
  /** The latest first. */
  readonly bases: readonly NoteText[];
}

/** A note: one version, or several where machines wrote without having seen each other's. */
export interface NoteState {
  /** The oldest first. */
  readonly versions: readonly NoteVersion[];
  /** All versions that those which stand here are, or replaced. */
  readonly seen: Seen;
}

export const NO_NOTE: NoteState = { versions: [], seen: {} };

/** Earlier texts that a version takes along: in what is packed, a text that differs little costs little. */
const BASES_MAX = 2;

/** Both notes: of each, what the other has not replaced. */
export function joinNotes(a: NoteState, b: NoteState): NoteState {
  const found = new Map<string, NoteVersion>();
  const take = (mine: NoteState, theirs: NoteState) => {
    for (const version of mine.versions) {
      const key = version.at.join();
      const same = theirs.versions.find(({ at }) => at.join() === key);
      if (same) found.set(key, greater(version, same));
      else if (!isSeen(version.at, theirs.seen)) found.set(key, version);
    }
  };
  take(a, b);
  take(b, a);
  const versions = [...found.values()].toSorted((one, other) => compareStamps(one.at, other.at));
  return { versions, seen: joinSeen(a.seen, b.seen) };
}

/** Two texts of one stamp come of damage or of a copied profile: all choose the same. */
function greater(a: NoteVersion, b: NoteVersion): NoteVersion {
  return JSON.stringify([a.text, a.bases]) >= JSON.stringify([b.text, b.bases]) ? a : b;
}

/** The note after somebody wrote `text` over all that stands there. `publishedAt`: the last stamp that others may have read. */
export function writtenNote(note: NoteState, text: string, at: Stamp, publishedAt: number): NoteState {
  const [only, another] = note.versions;
  const isAlone = only !== undefined && another === undefined;
  // Of a text that no other machine can have, nobody else goes out.
  const bases = !isAlone
    ? []
    : only.at[1] === at[1] && only.at[0] > publishedAt
      ? only.bases
      : [only, ...only.bases];
  const kept = bases.slice(0, BASES_MAX).map(({ text: base, at: when }) => ({ text: base, at: when }));
  return { versions: [{ text, at, bases: kept }], seen: sawToo(note.seen, [at]) };
}

/** The note as it is shown; every machine makes the same text of the same versions. Empty for none. */
export function noteText({ versions }: NoteState): string {
  const [first, ...others] = versions;
  if (!first) return '';
  let { text } = first;
  let bases: readonly NoteText[] = [first, ...first.bases];
  for (const version of others) {
    const common = bases.find(({ at }) => version.bases.some((base) => base.at.join() === at.join()));
    const joined = joinTexts(text, version.text, common?.text ?? null);
    // Too long for one note: the later text is shown, and the other is not thrown away.
    text = joined.length <= NOTE_LENGTH_MAX ? joined : version.text;
    // What was joined goes out from no text that a third one may go out from.
    bases = bases.filter(({ at }) => version.bases.some((base) => base.at.join() === at.join()));
  }
  return text;
}
