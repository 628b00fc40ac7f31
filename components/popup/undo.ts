import type { ReadingListEntry } from '../../core/reading-list/entry';

/** WCAG 2.2.1 wants no short time limits; 8 s is the least, and without another action the offer stays for good. */
export const UNDO_MIN_MS = 8_000;

/** The offer to put removed entries back. */
export interface UndoOffer {
  /** In the order they were removed; never empty. */
  readonly entries: readonly ReadingListEntry[];
  /** Milliseconds since the epoch of the last removal. */
  readonly since: number;
  /** Whether the reader has gone on to something else; the offer then ends with its least time. */
  readonly movedOn: boolean;
}

/** The offer after one more removal: it takes the earlier ones along, so that none of them is out of reach. */
export function offerUndo(offer: UndoOffer | null, entry: ReadingListEntry, now: number): UndoOffer {
  return { entries: [...(offer?.entries ?? []), entry], since: now, movedOn: false };
}

/** The offer after the reader did something else. */
export function moveOn(offer: UndoOffer | null, now: number): UndoOffer | null {
  return offer === null ? null : expire({ ...offer, movedOn: true }, now);
}

/** The offer as time goes by: null once it was left behind and had its least time. */
export function expire(offer: UndoOffer | null, now: number): UndoOffer | null {
  return offer !== null && offer.movedOn && now - offer.since >= UNDO_MIN_MS ? null : offer;
}
