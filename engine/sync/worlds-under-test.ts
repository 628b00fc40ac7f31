import type { Paper, PaperId } from '../../core/paper';
import { changeEntry, type EntryChange } from '../../core/reading-list/change';
import { freshEntry, type ReadingListEntry } from '../../core/reading-list/entry';
import { mergedEntries, splitEntry } from '../../core/reading-list/versions';
import { sync } from './sync';
import { bytesOf } from './sync-area';
import type { SyncArea, SyncWorld } from './sync-world';

const AREA_BYTES_MAX = 102_400;
const ITEM_BYTES_MAX = 8_192;

/** The browser's storage of one reader, with its limits; what it holds all machines see at once. */
export class SharedArea implements SyncArea {
  items: Record<string, unknown> = {};
  /** Calls of `set` and `remove`. */
  writes = 0;
  refusal: string | null = null;

  async get(): Promise<Record<string, unknown>> {
    if (this.refusal !== null) throw new Error(this.refusal);
    return structuredClone(this.items);
  }

  async set(items: Record<string, string>): Promise<void> {
    const next = { ...this.items, ...items };
    for (const [key, value] of Object.entries(items))
      if (bytesOf({ [key]: value }) > ITEM_BYTES_MAX) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
    if (bytesOf(next) > AREA_BYTES_MAX) throw new Error('QUOTA_BYTES quota exceeded');
    this.writes += 1;
    this.items = next;
  }

  async remove(keys: string[]): Promise<void> {
    this.writes += 1;
    this.items = Object.fromEntries(Object.entries(this.items).filter(([key]) => !keys.includes(key)));
  }
}

/** A machine of the reader's, as the exchange sees it. */
export class TestWorld implements SyncWorld {
  entries = new Map<PaperId, ReadingListEntry>();
  readonly kept = new Map<string, unknown>();
  device: string | null = null;
  isListLost = false;
  time = 1_773_489_600_000;
  readonly store = {
    get: async (key: string) => structuredClone(this.kept.get(key)),
    set: async (key: string, value: unknown) => void this.kept.set(key, structuredClone(value)),
  };

  constructor(
    readonly area: SharedArea,
    private readonly luck: number,
    private readonly corpus: ReadonlyMap<PaperId, Paper> = new Map(),
  ) {}

  readonly now = () => (this.time += 1_000);
  readonly chance = () => this.luck;
  readonly list = async () => (this.isListLost ? null : [...this.entries.values()]);
  readonly papers = async (ids: readonly PaperId[]) =>
    new Map(ids.flatMap((id) => (this.corpus.has(id) ? [[id, this.corpus.get(id) as Paper] as const] : [])));
  readonly setOn = async (device: string | null) => {
    this.device = device;
  };
  readonly editAll: SyncWorld['editAll'] = async (edits) => {
    for (const [id, edit] of edits) {
      const after = edit(this.entries.get(id) ?? null);
      if (after) this.entries.set(id, after);
      else this.entries.delete(id);
    }
    return true;
  };

  save(paper: Paper, change: EntryChange = {}): void {
    this.entries.set(paper.id, changeEntry(freshEntry(paper, this.now(), null), change, this.now()));
  }

  edit(id: PaperId, change: EntryChange): void {
    const entry = this.entries.get(id);
    if (entry) this.entries.set(id, changeEntry(entry, change, this.now()));
  }

  merge(id: PaperId, otherId: PaperId): void {
    const [entry, other] = [this.entries.get(id), this.entries.get(otherId)];
    if (!entry || !other) throw new Error('no two entries');
    this.entries.set(id, mergedEntries(entry, other));
    this.entries.delete(otherId);
  }

  /** Makes the first version of an entry one of its own again. */
  split(id: PaperId): void {
    const entry = this.entries.get(id);
    const parts = entry && splitEntry(entry, entry.versions[0]?.paper.id ?? '', false);
    if (!parts) throw new Error('no version');
    for (const part of [parts.rest, parts.out]) this.entries.set(part.paper.id, part);
  }

  readonly exchange = () => sync.exchange(this);
  readonly switchOn = (name = '') => sync.change({ isOn: true, name }, this);
}
