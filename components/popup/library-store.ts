import { computed, signal } from '@preact/signals';
import type { Mention } from '../../core/match/mention';
import type { PaperId } from '../../core/paper';
import { entryOf, findableList, type Recognisable } from '../../core/reading-list/findable-list';
import type { ReadingListEntry, ReadingStatus } from '../../core/reading-list/entry';
import type { MessageKey } from '../messages';
import type { Answer, Clock, PaperRef, PopupPorts } from './ports';
import { UNDO_MIN_MS, expire, moveOn, offerUndo } from './undo';
import type { UndoOffer } from './undo';

/** The reading list as the popup shows it, and every change to it; each screen reads statuses from here. */
export class LibraryStore {
  /** Last added first; null until it is read. */
  readonly entries = signal<readonly ReadingListEntry[] | null>(null);
  readonly loadFailed = signal(false);
  /** What went wrong last, for the notice bar; null when nothing did. */
  readonly trouble = signal<MessageKey | null>(null);
  readonly undoOffer = signal<UndoOffer | null>(null);
  readonly #findable = computed(() => findableList(this.entries.value ?? []));
  /** Which paper a mention turned out to be, learnt from answers. */
  readonly #mentionIds = signal<ReadonlyMap<Mention, PaperId>>(new Map());
  readonly #ports: PopupPorts;
  readonly #clock: Clock;

  constructor(ports: PopupPorts, clock: Clock) {
    this.#ports = ports;
    this.#clock = clock;
  }

  async load(): Promise<void> {
    this.loadFailed.value = false;
    const answer = await this.#ports.list();
    if (answer.ok) this.entries.value = answer.value;
    else this.loadFailed.value = true;
  }

  /** The entry of a paper, also where it was saved under another identity. */
  entryOf(paper: Recognisable): ReadingListEntry | null {
    return entryOf(paper, this.#findable.value);
  }

  /** A paper's status; `fallback` (what another answer said of it) until the list itself is read. */
  statusOf(paper: Recognisable, fallback: ReadingStatus | null): ReadingStatus | null {
    return this.entries.value === null ? fallback : (this.entryOf(paper)?.status ?? null);
  }

  learn(mention: Mention, paperId: PaperId): void {
    this.#mentionIds.value = new Map(this.#mentionIds.value).set(mention, paperId);
  }

  idOf(mention: Mention): PaperId | null {
    return this.#mentionIds.value.get(mention) ?? null;
  }

  async save(ref: PaperRef): Promise<void> {
    this.noteAction();
    const entry = this.#settle(await this.#ports.save(ref), 'save_failed');
    if (entry === null) return;
    if ('mention' in ref) this.learn(ref.mention, entry.paper.id);
    this.#put(entry);
  }

  async setStatus(paperId: PaperId, status: ReadingStatus): Promise<void> {
    this.noteAction();
    const entry = this.#settle(await this.#ports.setStatus(paperId, status), 'list_status_failed');
    if (entry !== null) this.#put(entry);
  }

  async remove(paperId: PaperId): Promise<void> {
    const entry = this.#settle(await this.#ports.remove(paperId), 'list_remove_failed');
    if (entry === null) return;
    this.entries.value = this.entries.value?.filter(({ paper }) => paper.id !== paperId) ?? null;
    this.undoOffer.value = offerUndo(this.undoOffer.value, entry, this.#clock.now());
  }

  /** Puts back what the offer holds; entries that would not go back stay on offer. */
  async undo(): Promise<void> {
    const offer = this.undoOffer.value;
    this.undoOffer.value = null;
    for (const entry of offer?.entries ?? []) {
      const restored = this.#settle(await this.#ports.restore(entry), 'list_undo_failed');
      if (restored !== null) this.#put(restored);
      else this.undoOffer.value = offerUndo(this.undoOffer.value, entry, this.#clock.now());
    }
  }

  /** The reader did something else: the offer to undo ends once it has been there long enough. */
  noteAction(): void {
    const offer = moveOn(this.undoOffer.value, this.#clock.now());
    this.undoOffer.value = offer;
    if (offer === null) return;
    this.#clock.after(UNDO_MIN_MS - (this.#clock.now() - offer.since), () => {
      this.undoOffer.value = expire(this.undoOffer.value, this.#clock.now());
    });
  }

  #settle<T>(answer: Answer<T>, trouble: MessageKey): T | null {
    this.trouble.value = answer.ok ? null : trouble;
    return answer.ok ? answer.value : null;
  }

  /** Replaces the entry where it stands, or sorts a new one in by the time it was added. */
  #put(entry: ReadingListEntry): void {
    if (this.entries.value === null) {
      // One entry alone would pass for the whole list.
      void this.load();
      return;
    }
    const others = this.entries.value.filter(({ paper }) => paper.id !== entry.paper.id);
    const at = others.findIndex(({ addedAt }) => addedAt <= entry.addedAt);
    this.entries.value = others.toSpliced(at === -1 ? others.length : at, 0, entry);
  }
}
