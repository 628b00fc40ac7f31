import type { JsonObject } from '../formats/json-values';
import type { PaperId } from '../paper';
import { READING_STATUSES } from '../reading-list/entry';
import { statedPaper } from './facts';
import type { NoteState, NoteText } from './note-state';
import {
  FIELD_NAMES,
  type Facts,
  type FieldName,
  type Fields,
  type PaperRecord,
  type VersionChoice,
} from './record';
import { sawToo, type DeviceId, type Seen, type Stamp } from './stamp';

/** What the lines of one piece have in common: times count back from `base` (seconds), machines are places in `devices`. */
export interface LineFrame {
  readonly base: number;
  readonly devices: readonly DeviceId[];
}

/** Short names of facts. */
export const FACT_NAMES = {
  title: 't',
  otherTitles: 'o',
  authors: 'a',
  year: 'y',
  month: 'm',
  venue: 'v',
  arxiv: 'x',
  doi: 'd',
  url: 'u',
  pdf: 'p',
  code: 'c',
  sourceUrl: 's',
} as const satisfies Readonly<Record<keyof Facts, string>>;

/** Where a field that nobody has set has its stamp. */
export const UNSET = '-';

/** The stamps of a record, each once, as they are found. */
class StampTable {
  readonly #places = new Map<string, number>();
  readonly #frame: LineFrame;
  readonly numbers: number[] = [];

  constructor(frame: LineFrame) {
    this.#frame = frame;
  }

  place([time, device]: Stamp): number {
    const key = `${time},${device}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(key, place);
    this.numbers.push(this.#frame.base - time, this.#frame.devices.indexOf(device));
    return place;
  }
}

/**
 * A record as one line of JSON; `docs/file-formats.md` has the layout. Everything that is not there is left out, and so is the identity where the
 * facts give it.
 */
export function recordLine(id: PaperId, record: PaperRecord, frame: LineFrame): string {
  const stamps = new StampTable(frame);
  const { facts, note, tags, versions, gone } = record;
  const refs = FIELD_NAMES.map((name) => {
    const kept = record[name];
    return kept === null ? UNSET : stamps.place(kept.at).toString(36);
  }).join('');
  const isDerived = facts !== null && statedPaper(facts.value)?.id === id;
  const values = FIELD_NAMES.slice(1).flatMap((name) => fieldNumbers(name, record, frame.base));
  const line: JsonObject = {
    ...(!isDerived && { i: id }),
    ...(facts !== null && { f: shortFacts(facts.value) }),
    ...(/^-+$/.test(refs) ? {} : { r: refs, v: values }),
    ...(tags.size > 0 && {
      t: [...tags.values()].map(({ value: { tag, isThere }, at }) =>
        isThere ? [tag, stamps.place(at)] : [tag, stamps.place(at), 0],
      ),
    }),
    ...(versions.size > 0 && {
      e: [...versions].map(([version, { value, at }]) =>
        versionParts(version, value, stamps.place(at), frame),
      ),
    }),
    ...(note.versions.length > 0 && {
      n: note.versions.map((version) => [
        ...textPair(version, stamps),
        ...version.bases.flatMap((base) => textPair(base, stamps)),
      ]),
    }),
    ...(!isImplied(note) && { w: seenPairs(note.seen, frame) }),
    ...(Object.keys(gone).length > 0 && { g: seenPairs(gone, frame) }),
  };
  return JSON.stringify(stamps.numbers.length > 0 ? { ...line, s: stamps.numbers } : line);
}

/** A version: stamp, then its facts and when it was added, then its identity where they do not give it; of one that went, the identity alone. */
function versionParts(
  id: PaperId,
  choice: VersionChoice,
  place: number,
  { base }: LineFrame,
): readonly unknown[] {
  if (choice === null) return [place, id];
  const isDerived = statedPaper(choice.facts)?.id === id;
  return [place, shortFacts(choice.facts), base - choice.addedAt, ...(isDerived ? [] : [id])];
}

const textPair = ({ text, at }: NoteText, stamps: StampTable) => [text, stamps.place(at)];

/** What a note has seen mostly follows from its versions. */
export const impliedSeen = (versions: NoteState['versions']): Seen =>
  sawToo(
    {},
    versions.map(({ at }) => at),
  );
const isImplied = ({ versions, seen }: NoteState): boolean => {
  const implied = impliedSeen(versions);
  return Object.entries(seen).every(([device, time]) => implied[device] === time);
};

function seenPairs(seen: Seen, { base, devices }: LineFrame): readonly number[] {
  return Object.entries(seen).flatMap(([device, time]) => [devices.indexOf(device), base - time]);
}

function fieldNumbers(name: FieldName, record: PaperRecord, base: number): readonly (number | null)[] {
  const value = record[name]?.value as Fields[FieldName] | undefined;
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [value ? 1 : 0];
  if (name === 'priority') return [value as number];
  if (typeof value === 'number') return [base - value];
  if (value === null || !('status' in value)) return [null];
  return [READING_STATUSES.indexOf(value.status), base - value.statusAt];
}

function shortFacts(facts: Facts): JsonObject {
  const names = Object.keys(FACT_NAMES) as (keyof Facts)[];
  return Object.fromEntries(
    names.flatMap((name) => (facts[name] === undefined ? [] : [[FACT_NAMES[name], facts[name]]])),
  );
}
