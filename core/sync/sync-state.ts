import type { LeftOut } from './pack-items';
import type { DeviceId } from './stamp';

/**
 * Why an exchange came to nothing, or to less than it should.
 * - `newer`: another machine has a newer Paperkin, whose items cannot be read: nothing was written.
 * - `list`: the reading list cannot be read or written just now.
 * - `refused`: the browser's storage refused; its own words are told.
 */
export type SyncTrouble = 'newer' | 'list' | 'refused';

/** A machine that takes part. */
export interface SyncDevice {
  readonly id: DeviceId;
  /** As its reader calls it; empty where it has no name. */
  readonly name: string;
  readonly isThis: boolean;
  /** Milliseconds since the epoch by its own clock of what it last wrote; null where that is lost. */
  readonly writtenAt: number | null;
  /** Whether its clock is more than a day ahead of this one's. */
  readonly isAhead: boolean;
}

/** How the exchange with the reader's other machines stands. */
export interface SyncState {
  readonly isOn: boolean;
  /** Milliseconds since the epoch, as is `lastAt`; null while it is off. */
  readonly since: number | null;
  /** When all of it last went well. */
  readonly lastAt: number | null;
  /** What the reader calls this machine. */
  readonly name: string;
  /** Those that joined first come first; as of the last exchange. */
  readonly devices: readonly SyncDevice[];
  /** Papers on the list at the last exchange. */
  readonly papers: number;
  readonly left: LeftOut;
  /** Items of the browser's storage that are damaged and were passed over. */
  readonly damaged: number;
  readonly trouble: { readonly kind: SyncTrouble; readonly words: string } | null;
}

export const SYNC_OFF: SyncState = {
  isOn: false,
  since: null,
  lastAt: null,
  name: '',
  devices: [],
  papers: 0,
  left: { papers: 0, notes: 0 },
  damaged: 0,
  trouble: null,
};

/**
 * What came of exchanging by a file in a folder that machines share.
 * - `done`: `text` is the file as it is to be written back, `papers` how many the list has now, `lost` how many lines of the
 *   file were damaged and passed over.
 * - `refused`: nothing was changed. The file is none of ours, or of a newer Paperkin (or what is kept here is), or the list
 *   cannot be read or written just now.
 */
export type FileExchange =
  | { readonly kind: 'done'; readonly text: string; readonly papers: number; readonly lost: number }
  | { readonly kind: 'refused'; readonly fault: 'foreign' | 'newer' | 'list' };

/** What the reader wants of it; what is left out stays. */
export interface SyncChange {
  readonly isOn?: boolean;
  readonly name?: string;
  /** A machine whose items go: this one's with the exchange itself, another's for good unless it comes back. */
  readonly forget?: DeviceId;
}
