import type { Damage } from './damage';
import { seal, unseal, type FileFormat } from './sealed';

/**
 * - `waiting`: to be made anew, or that is under way.
 * - `repaired`: made anew.
 * - `failed`: it was tried often enough.
 * - `lost`: nothing in the corpus can make it anew; its source can.
 */
export type RepairState = 'waiting' | 'repaired' | 'failed' | 'lost';

/** Of a corpus that was damaged: the state of the part that is worst off, and since when. */
export interface CorpusCondition {
  readonly state: RepairState;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What became of one damaged part of a corpus. */
interface PartNote {
  readonly state: RepairState;
  /** Of its files that were damaged, a few. */
  readonly files: readonly string[];
  /** How often it was tried to the end, well or badly. */
  readonly tries: number;
  /** When it came to this state, in milliseconds since the epoch. */
  readonly at: number;
}

/** What was damaged in one generation of a corpus, by part. It stands in the folder of that generation, as `repair`. */
export type RepairNotes = Readonly<Record<string, PartNote>>;

export const REPAIR_FILE = 'repair';

const FORMAT: FileFormat = { kind: 'repr', version: 1 };
const FILES_NOTED_MAX = 20;
/** A part that is broken again after so many repairs is broken by something that no repair mends. */
const TRIES_MAX = 3;
/** Blocks of papers are what everything else is made from. */
const PAPERS_PART = 'papers';

export function packRepairNotes(notes: RepairNotes): Uint8Array {
  return seal(FORMAT, new TextEncoder().encode(JSON.stringify(notes)));
}

/** No notes where the file is not there or cannot be read: then damage is noted anew when it is met. */
export function unpackRepairNotes(file: Uint8Array | null): RepairNotes {
  const opened = file && unseal(FORMAT, file);
  if (!opened?.ok) return {};
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(opened.payload));
    return Object.fromEntries(
      Object.entries(found ?? {}).filter((entry): entry is [string, PartNote] => isPartNote(entry[1])),
    );
  } catch {
    return {};
  }
}

const STATES: ReadonlySet<unknown> = new Set<RepairState>(['waiting', 'repaired', 'failed', 'lost']);

function isPartNote(found: unknown): found is PartNote {
  if (typeof found !== 'object' || found === null) return false;
  const { state, files, tries, at } = found as Partial<Record<keyof PartNote, unknown>>;
  return (
    STATES.has(state) &&
    Array.isArray(files) &&
    files.every((file) => typeof file === 'string') &&
    Number.isFinite(tries) &&
    Number.isFinite(at)
  );
}

/** Adds damage that a reader has met; the same notes when they have it already. */
export function withDamage(notes: RepairNotes, damages: readonly Damage[], now: number): RepairNotes {
  const changed = new Map(Object.entries(notes));
  let isChanged = false;
  for (const { part, file } of damages) {
    const before = changed.get(part);
    const tries = before?.tries ?? 0;
    const state = part === PAPERS_PART ? 'lost' : tries < TRIES_MAX ? 'waiting' : 'failed';
    const known = before?.state === 'repaired' ? [] : (before?.files ?? []);
    const files = known.includes(file) ? known : [...known, file].slice(0, FILES_NOTED_MAX);
    if (before?.state === state && files.length === known.length) continue;
    changed.set(part, { state, files, tries, at: now });
    isChanged = true;
  }
  return isChanged ? Object.fromEntries(changed) : notes;
}

/** Says that a part was tried to the end. One that failed is tried again a few times. */
export function withTry(notes: RepairNotes, part: string, isRepaired: boolean, now: number): RepairNotes {
  const before = notes[part];
  const tries = (before?.tries ?? 0) + 1;
  const state = isRepaired ? 'repaired' : tries < TRIES_MAX ? 'waiting' : 'failed';
  return { ...notes, [part]: { state, files: before?.files ?? [], tries, at: now } };
}

/** The parts that are to be made anew. */
export function waitingParts(notes: RepairNotes): readonly string[] {
  return Object.keys(notes).filter((part) => notes[part]?.state === 'waiting');
}

/** How the corpus is; null when nothing was ever damaged. */
export function repairStateOf(notes: RepairNotes): CorpusCondition | null {
  const parts = Object.values(notes);
  for (const state of ['lost', 'failed', 'waiting', 'repaired'] as const) {
    const times = parts.filter((part) => part.state === state).map(({ at }) => at);
    if (times.length > 0) return { state, at: Math.max(...times) };
  }
  return null;
}
