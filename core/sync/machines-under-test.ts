import type { PaperId } from '../paper';
import { changeEntry, type EntryChange } from '../reading-list/change';
import { freshEntry, type ReadingListEntry } from '../reading-list/entry';
import { ledBy, mergedEntries, splitEntry } from '../reading-list/versions';
import { absorb } from './absorb';
import { tellings } from './beyond';
import { listEdits } from './list-edits';
import { listedOf } from './listed';
import { itemKey, packItems } from './pack-items';
import { readItems } from './read-items';
import { EMPTY_REPLICA, joinReplicas, type Replica } from './replica';
import { compareDevices } from './stamp';

const THEN_MS = 1_773_489_600_000;

const paperOfTest = (id: PaperId) => ({
  id,
  title: `On the sync of ${id}`,
  otherTitles: [],
  abstract: null,
  authors: ['Ada Quay', 'Jan Berg'],
  year: 2024,
  month: null,
  venue: 'NeurIPS 2024',
  arxiv: id.startsWith('arxiv:') ? id.slice(6) : null,
  doi: null,
  url: null,
  pdf: null,
  code: null,
});

/** A browser's sync storage, with what each machine has got of it. */
export class Cloud {
  items: Record<string, string> = {};
}

/** A machine with a list of its own and a clock that may be wrong. */
export class Machine {
  list = new Map<PaperId, ReadingListEntry>();
  replica: Replica = EMPTY_REPLICA;
  publishedAt = 0;
  ticks = 0;

  constructor(
    readonly device: string,
    /** Milliseconds. */
    readonly clockOff: number,
  ) {}

  get now(): number {
    return Math.max(0, THEN_MS + this.clockOff + this.ticks * 1_000);
  }

  save(id: PaperId): void {
    if (!this.list.has(id)) this.list.set(id, freshEntry(paperOfTest(id), this.now, null));
  }

  edit(id: PaperId, change: EntryChange): void {
    const entry = this.list.get(id);
    if (entry) this.list.set(id, changeEntry(entry, change, this.now));
  }

  remove(id: PaperId): void {
    this.list.delete(id);
  }

  /** Makes another entry a version of this one. */
  merge(id: PaperId, otherId: PaperId): void {
    const [entry, other] = [this.list.get(id), this.list.get(otherId)];
    if (!entry || !other || id === otherId) return;
    this.list.set(id, mergedEntries(entry, other));
    this.list.delete(otherId);
  }

  /** Makes the first version of an entry one of its own again, unless there is one. */
  split(id: PaperId): void {
    const entry = this.list.get(id);
    const [version] = entry?.versions ?? [];
    const parts = entry && version && splitEntry(entry, version.paper.id, false);
    if (!parts || this.list.has(parts.out.paper.id)) return;
    this.list.set(id, parts.rest);
    this.list.set(parts.out.paper.id, parts.out);
  }

  /** Lets the first version of an entry lead. */
  lead(id: PaperId): void {
    const entry = this.list.get(id);
    const [version] = entry?.versions ?? [];
    const led = entry && version && ledBy(entry, version.paper.id);
    if (!led || this.list.has(led.paper.id)) return;
    this.list.delete(id);
    this.list.set(led.paper.id, led);
  }

  /** One whole exchange with what it sees of others; returns what it leaves for them. */
  async exchange(
    seen: Readonly<Record<string, string>>,
    bytesMax = 90_000,
  ): Promise<ReadonlyMap<string, string>> {
    const { documents } = await readItems(seen);
    const entries = [...this.list.values()];
    const joined = documents.reduce((sum, { replica }) => joinReplicas(sum, replica), this.replica);
    const by = {
      device: this.device,
      now: Math.floor(this.now / 1_000),
      publishedAt: this.publishedAt,
      isJoining: this.publishedAt === 0,
    };
    const absorbed = absorb(joined, this.replica, entries, by);
    for (const [id, edit] of listEdits(absorbed, entries, new Map())) {
      const after = edit(this.list.get(id) ?? null);
      if (after) this.list.set(id, after);
      else this.list.delete(id);
    }
    this.replica = absorbed;
    const earlier = documents.filter(({ device }) => compareDevices(device, this.device) < 0);
    const told = earlier.reduce((sum, { replica }) => joinReplicas(sum, replica), EMPTY_REPLICA);
    const about = { name: this.device, writtenAt: 0 };
    const packed = await packItems(this.device, about, tellings(absorbed, told), bytesMax);
    this.publishedAt = absorbed.clock;
    return packed.items;
  }

  /** The same with a cloud that all see. */
  async meet(cloud: Cloud): Promise<void> {
    const items = await this.exchange(cloud.items);
    const own = itemKey(this.device, 0).slice(0, -1);
    const others = Object.entries(cloud.items).filter(([key]) => !key.startsWith(own));
    cloud.items = Object.fromEntries([...others, ...items]);
  }

  /** What its list says, in a form that is equal where two lists say the same. */
  told(): unknown {
    const all = [...this.list].map(([id, entry]) => {
      const listed = listedOf(entry);
      return [id, { ...listed, tags: listed.tags.toSorted() }] as const;
    });
    return Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Has all machines meet until nothing is new to any. */
export async function settle(machines: readonly Machine[], cloud: Cloud): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    for (const machine of machines) await machine.meet(cloud);
  }
}
