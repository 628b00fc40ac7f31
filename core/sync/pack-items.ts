import type { PaperId } from '../paper';
import type { Telling } from './beyond';
import { documentText, type DeviceAbout } from './device-document';
import { NO_NOTE } from './note-state';
import { changedAt, type PaperRecord } from './record';
import { sealText } from './sealed-text';
import type { DeviceId } from './stamp';

/** What the browsers allow an item and all of them, in bytes of key and value as JSON, less a little. */
const ITEM_BYTES_MAX = 8_100;
/** Characters of a note that goes along. So long a one may take a twentieth of all the room there is. */
export const NOTE_CHARS_MAX = 4_000;
/** Papers that the first try puts into an item. */
const FIRST_GUESS = 50;
/** Of an item that is filled so far no better filling is sought. */
const WELL_FILLED = 0.9;

/** What of a list stayed behind. */
export interface LeftOut {
  /** Papers that no machine tells, for want of room. */
  readonly papers: number;
  /** Notes that are too long, of papers that are told. */
  readonly notes: number;
}

/** A machine's items: by key, and what they could not hold. */
export interface PackedItems {
  readonly items: ReadonlyMap<string, string>;
  readonly bytes: number;
  readonly left: LeftOut;
}

export const itemKey = (device: DeviceId, number: number): string => `d:${device}:${number}`;
const bytesOf = (key: string, value: string): number => key.length + value.length + 2;

/** As many of the tellings, from the first on, as go into `bytesMax`, as items of one machine. */
export async function packItems(
  device: DeviceId,
  about: DeviceAbout,
  all: readonly Telling[],
  bytesMax: number,
): Promise<PackedItems> {
  let count = all.length;
  for (;;) {
    const packed = await packAll(device, about, all.slice(0, count));
    const papers = all.length - count + packed.left.papers;
    if (packed.bytes <= bytesMax || count === 0) return { ...packed, left: { ...packed.left, papers } };
    // Papers differ in size, so the share that fits is only near; the last few are given up one step at a time.
    count = Math.min(count - 1, Math.floor((count * bytesMax * 0.995) / packed.bytes));
  }
}

type Piece = readonly [PaperId, PaperRecord];

async function packAll(device: DeviceId, about: DeviceAbout, all: readonly Telling[]): Promise<PackedItems> {
  // What changes stands last: most items then stay as they are.
  const inOrder = all.toSorted((a, b) => changedAt(a.whole) - changedAt(b.whole) || (a.id < b.id ? -1 : 1));
  const isLong = ({ note }: PaperRecord) => note.versions.some(({ text }) => text.length > NOTE_CHARS_MAX);
  let notes = 0;
  const pieces = inOrder.map(({ id, told }): Piece => {
    if (!isLong(told)) return [id, told];
    notes += 1;
    return [id, { ...told, note: NO_NOTE }];
  });
  const items = new Map<string, string>();
  let [bytes, papers, guess] = [0, 0, FIRST_GUESS];
  for (let at = 0; at < pieces.length || items.size === 0;) {
    const key = itemKey(device, items.size);
    const filled = await fillItem(key, items.size === 0 ? about : null, pieces.slice(at), guess);
    notes += filled.notes;
    papers += filled.papers;
    at += filled.count;
    guess = Math.max(filled.count, 1);
    if (filled.value === null) continue;
    items.set(key, filled.value);
    bytes += bytesOf(key, filled.value);
  }
  return { items, bytes, left: { papers, notes } };
}

interface Filled {
  /** Pieces that are dealt with. */
  readonly count: number;
  readonly value: string | null;
  readonly papers: number;
  readonly notes: number;
}

/** Puts as many of the pieces into an item as it holds; one that is too large alone goes without its note, or not at all. */
async function fillItem(
  key: string,
  about: DeviceAbout | null,
  pieces: readonly Piece[],
  guess: number,
): Promise<Filled> {
  const sealed = (some: readonly Piece[]) => sealText(documentText(some, about));
  let best: { readonly count: number; readonly value: string } | null = null;
  let tooMany = pieces.length + 1;
  let count = Math.min(guess, pieces.length);
  // Without pieces there is still to be told who the machine is.
  while (count < tooMany && count > (best?.count ?? Math.min(0, pieces.length - 1))) {
    const value = await sealed(pieces.slice(0, count));
    const share = bytesOf(key, value) / ITEM_BYTES_MAX;
    if (share <= 1) best = { count, value };
    else tooMany = count;
    if (share <= 1 && share > WELL_FILLED) break;
    const next = Math.floor((count / share) * 0.97);
    count = Math.min(Math.max(next, (best?.count ?? 0) + 1), tooMany - 1);
  }
  if (best) return { ...best, papers: 0, notes: 0 };
  const [alone] = pieces;
  if (!alone) return { count: 0, value: null, papers: 0, notes: 0 };
  const [id, record] = alone;
  const value = await sealed([[id, { ...record, note: NO_NOTE }]]);
  const fits = bytesOf(key, value) <= ITEM_BYTES_MAX;
  return { count: 1, value: fits ? value : null, papers: fits ? 0 : 1, notes: fits ? 1 : 0 };
}
