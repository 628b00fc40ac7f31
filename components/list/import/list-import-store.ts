import { signal } from '@preact/signals';
import type { UnusableSource } from '../../../core/import/inspect';
import type { PaperId } from '../../../core/paper';
import type { ReadingListEntry } from '../../../core/reading-list/entry';
import { normaliseTags } from '../../../core/reading-list/tags';
import type { ListStore } from '../list-store';
import { LeavingOut } from './leaving-out';
import type { ListImportPorts, ReadList } from './ports';
import { tagsIn } from './tags-text';

export type ListImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'unusable'; readonly source: UnusableSource }
  | { readonly kind: 'offered'; readonly read: ReadList }
  | { readonly kind: 'joining'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly name: string; readonly count: number; readonly isWhole: boolean };

/** A file on its way into the list: what it would do is shown first, and nothing happens before the reader says so. */
export class ListImportStore {
  readonly state = signal<ListImportState>({ kind: 'idle' });
  /** Between commas, for all that come in. */
  readonly tags = signal('');
  leavingOut = new LeavingOut();
  readonly #ports: ListImportPorts;
  #token = 0;

  constructor(
    ports: ListImportPorts,
    readonly list: ListStore,
  ) {
    this.#ports = ports;
  }

  /** Closing the page now would leave the rest of the papers out. */
  get isRunning(): boolean {
    return this.state.value.kind === 'joining';
  }

  /** Reads a file and shows what it would do; one that is being joined already goes on. */
  async offer(file: Blob, name: string): Promise<void> {
    if (this.isRunning) return;
    const token = ++this.#token;
    this.state.value = { kind: 'reading', name };
    await this.list.load();
    const present = this.list.entries.value;
    if (token !== this.#token) return;
    if (present === null) {
      // Without the list nobody can say what is new.
      this.state.value = { kind: 'idle' };
      return;
    }
    const read = await this.#ports.read(file, name, present);
    if (token !== this.#token) return;
    this.leavingOut = new LeavingOut();
    this.tags.value = '';
    this.state.value = read.ok ? { kind: 'offered', read } : { kind: 'unusable', source: read };
  }

  /** The entries that come in, with the tags for all of them. */
  get chosen(): readonly ReadingListEntry[] {
    const state = this.state.value;
    if (state.kind !== 'offered') return [];
    const { fresh, changed, same } = state.read.preview;
    const tags = tagsIn(this.tags.value);
    const all = [...fresh, ...changed.map(({ after }) => after), ...(tags.length === 0 ? [] : same)];
    return this.leavingOut.taken(all, idOf).map((entry) => withTags(entry, tags));
  }

  async start(): Promise<void> {
    const state = this.state.value;
    const { chosen } = this;
    if (state.kind !== 'offered' || chosen.length === 0) return;
    const { name } = state.read;
    const total = chosen.length;
    const show = (done: number) => (this.state.value = { kind: 'joining', name, done, total });
    show(0);
    await this.#ports.backUpFirst();
    const { joined, isWhole } = await this.list.bringIn(chosen, show);
    this.state.value = { kind: 'done', name, count: joined.length, isWhole };
  }

  dismiss(): void {
    if (this.isRunning) return;
    this.#token += 1;
    this.#ports.stopReading();
    this.state.value = { kind: 'idle' };
  }
}

function withTags(entry: ReadingListEntry, tags: readonly string[]): ReadingListEntry {
  return tags.length === 0 ? entry : { ...entry, tags: normaliseTags([...entry.tags, ...tags]) };
}

export const idOf = ({ paper }: Pick<ReadingListEntry, 'paper'>): PaperId => paper.id;
