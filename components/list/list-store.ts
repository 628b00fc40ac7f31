import { computed, signal } from '@preact/signals';
import type { CardData } from '../../core/card';
import type { PaperId } from '../../core/paper';
import { changeBack, type EntryChange, type EntryEdit, type ListEdit } from '../../core/reading-list/change';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { JoinedEntry } from '../../core/reading-list/revert';
import { tagCounts } from '../../core/reading-list/tags';
import { idsOf, type VersionsChanged } from '../../core/reading-list/versions';
import type { MessageKey } from '../messages';
import type { Answer } from '../popup/ports';
import { inParts, joinInParts, type Joining } from './import/in-parts';
import { ListRows } from './list-rows';
import { NoteDrafts } from './note-drafts';
import type { ListFiles, ListPorts } from './ports';
import { Suggestions } from './suggestions';
import { pushStep, type StepKind, type UndoStep } from './undo-stack';
import type { VersionStep } from './version-steps';

/** The paper beside the list. */
export type PanelCard =
  | { readonly kind: 'loading' | 'failed' }
  | { readonly kind: 'ready'; readonly data: CardData };

/** A change, or how it follows from the entries as they are when its turn comes. */
export type ChangeOf = EntryChange | ((of: readonly ReadingListEntry[]) => EntryChange);

/** The reading list on its page, and every change to it. */
export class ListStore {
  /** Last added first; null until it is read. */
  readonly entries = signal<readonly ReadingListEntry[] | null>(null);
  readonly loadFailed = signal(false);
  /** What went wrong last; null when nothing did. */
  readonly trouble = signal<MessageKey | null>(null);
  /** What can be undone, last first. */
  readonly steps = signal<readonly UndoStep[]>([]);
  readonly rows: ListRows;
  readonly tags = computed(() => tagCounts(this.entries.value ?? []));
  /** The paper that the panel shows; null when it is closed. */
  readonly openId = signal<PaperId | null>(null);
  readonly card = signal<PanelCard>({ kind: 'loading' });
  readonly openEntry = computed(
    () => this.entries.value?.find(({ paper }) => paper.id === this.openId.value) ?? null,
  );
  readonly suggestions = new Suggestions(this.entries);
  /** Notes as they are written. */
  readonly notes: NoteDrafts;
  readonly #ports: ListPorts;
  readonly #now: () => number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    ports: ListPorts,
    readonly files: ListFiles,
    language: string,
  ) {
    this.#ports = ports;
    this.#now = files.now;
    const save = (entry: ReadingListEntry, note: string, sitting: number) =>
      this.edit('note', [entry], { note }, sitting);
    this.notes = new NoteDrafts({ ...ports, save });
    this.rows = new ListRows(this.entries, language);
  }

  /** Reads the list, again where it may have been changed elsewhere. */
  async load(): Promise<void> {
    // In its turn: an answer that is older than an edit would take that edit off the screen.
    await this.#inTurn(() => this.#read());
    this.notes.recover(this.entries.value ?? []);
  }

  async #read(): Promise<boolean> {
    const answer = await this.#ports.list();
    if (answer.ok) this.entries.value = answer.value;
    this.loadFailed.value = !answer.ok && this.entries.value === null;
    return answer.ok;
  }

  /**
   * Joins entries into the list, as one step to undo; `onProgress` hears how many are in. What is refused on the way ends it:
   * what was joined by then stays, with its step.
   */
  bringIn(
    entries: readonly ReadingListEntry[],
    onProgress: (done: number) => void = () => {},
  ): Promise<Joining> {
    return this.#inTurn(async () => {
      // How entries are just now is what the step leads back to.
      const isRead = await this.#read();
      const joining = isRead
        ? await joinInParts(entries, this.entries.value ?? [], this.#ports.restore, onProgress)
        : { joined: [], isWhole: false };
      const { joined, isWhole } = joining;
      this.trouble.value = isWhole ? null : 'list_import_failed';
      const after = joined.map((each) => each.after);
      this.#put(after);
      if (joined.length > 0) this.#push('import', after, { kind: 'revert', joined }, null);
      return joining;
    });
  }

  /** Changes entries and remembers the way back; says whether that went well. */
  edit(
    kind: StepKind,
    of: readonly ReadingListEntry[],
    changeOf: ChangeOf,
    sitting: number | null = null,
  ): Promise<boolean> {
    return this.#inTurn(async () => {
      if (of.length === 0) return true;
      const paperIds = of.map(({ paper }) => paper.id);
      const change = typeof changeOf === 'function' ? changeOf(this.#asTheyAre(of)) : changeOf;
      const edited = this.#settle(await this.#ports.edit([{ paperIds, change }]), 'list_edit_failed');
      if (edited === null) return false;
      // Written elsewhere since: the way back to that is a step of its own.
      const isOurs =
        sitting !== null && edited.every(({ paperId, before }) => this.#noteShown(paperId) === before.note);
      this.#take(edited);
      const edits = edited.flatMap(({ paperId, before, after }): readonly ListEdit[] => {
        const back = changeBack(before, after);
        return Object.keys(back).length === 0 ? [] : [{ paperIds: [paperId], change: back }];
      });
      if (edits.length > 0) this.#push(kind, of, { kind: 'edit', edits }, isOurs ? sitting : null);
      return true;
    });
  }

  /** Remembers that a paper's text was opened, which is nothing to undo. */
  noteOpened(paperId: PaperId): Promise<void> {
    const change = { openedAt: this.#now() };
    return this.#inTurn(async () => {
      const answer = await this.#ports.edit([{ paperIds: [paperId], change }]);
      if (answer.ok) this.#take(answer.value);
    });
  }

  /** The same for its PDF: where the reader wishes so, a paper to read is being read now, and that can be undone. */
  async notePdfOpened(entry: ReadingListEntry): Promise<void> {
    const isBegun = entry.status === 'to-read' && (await this.#ports.readingOnOpen());
    if (isBegun) await this.edit('status', [entry], { openedAt: this.#now(), status: 'reading' });
    else await this.noteOpened(entry.paper.id);
  }

  remove(chosen: readonly ReadingListEntry[]): Promise<void> {
    return this.#inTurn(async () => {
      // A key that repeats asks for what it has removed already.
      const of = this.#asTheyAre(chosen);
      if (of.length === 0) return;
      const paperIds = of.map(({ paper }) => paper.id);
      const removed = this.#settle(await this.#ports.remove(paperIds), 'list_remove_failed');
      if (removed === null) return;
      const gone = new Set(paperIds);
      this.entries.value = this.entries.value?.filter(({ paper }) => !gone.has(paper.id)) ?? null;
      if (this.openId.value !== null && gone.has(this.openId.value)) this.openId.value = null;
      this.#push('remove', of, { kind: 'restore', entries: removed }, null);
    });
  }

  /** Changes what is one paper with an entry, and remembers the way back. */
  changeVersions(kind: StepKind, of: ReadingListEntry, { change, back }: VersionStep): Promise<void> {
    return this.#inTurn(async () => {
      const changed = this.#settle(await this.#ports.versions(change), 'list_edit_failed');
      if (changed === null) return;
      this.#move(changed);
      this.#push(kind, [of], { kind: 'versions', change: back }, null);
    });
  }

  /** Undoes the last `count` steps, last first; a step that would not be undone stays, and so do those before it. */
  undo(count = 1): Promise<void> {
    return this.#inTurn(async () => {
      for (let left = count; left > 0; left--) {
        const [step, ...others] = this.steps.value;
        if (!step || !(await this.#goBack(step))) return;
        this.steps.value = others;
      }
    });
  }

  /** Those of the entries that are still there, with what was changed since. */
  #asTheyAre(of: readonly ReadingListEntry[]): readonly ReadingListEntry[] {
    const ids = new Set(of.map(({ paper }) => paper.id));
    return (this.entries.value ?? []).filter(({ paper }) => ids.has(paper.id));
  }

  #noteShown(id: PaperId): string | null {
    return this.entries.value?.find(({ paper }) => paper.id === id)?.note ?? null;
  }

  /** One after another: keys come faster than answers, and an undo is for what was done before it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #goBack({ back }: UndoStep): Promise<boolean> {
    if (back.kind === 'own') return back.undo();
    if (back.kind === 'edit') {
      const answer = await this.#ports.edit(back.edits);
      // What is not there any more, removed elsewhere, needs no way back.
      if (!answer.ok && answer.error.code === 'not-found') return true;
      const edited = this.#settle(answer, 'list_undo_failed');
      if (edited) this.#take(edited);
      return edited !== null;
    }
    if (back.kind === 'revert') return this.#revert(back.joined);
    if (back.kind === 'versions') {
      const answer = await this.#ports.versions(back.change);
      if (!answer.ok && answer.error.code === 'not-found') return true;
      const changed = this.#settle(answer, 'list_undo_failed');
      if (changed) this.#move(changed);
      return changed !== null;
    }
    const restored = this.#settle(await this.#ports.restore(back.entries), 'list_undo_failed');
    if (restored) this.#put(restored);
    return restored !== null;
  }

  /** Part by part. One that is refused leaves the step, and taking back again what is back already changes nothing. */
  async #revert(joined: readonly JoinedEntry[]): Promise<boolean> {
    for (const part of inParts(joined, ({ after }) => after)) {
      const left = this.#settle(await this.#ports.revert(part), 'list_undo_failed');
      if (left === null) return false;
      const gone = new Set(part.map(({ after }) => after.paper.id));
      this.entries.value = this.entries.value?.filter(({ paper }) => !gone.has(paper.id)) ?? null;
      this.#put(left);
    }
    const { value: openId } = this.openId;
    if (openId !== null && joined.some(({ after }) => after.paper.id === openId)) {
      if (this.openEntry.value === null) this.openId.value = null;
    }
    return true;
  }

  /** Shows a paper beside the list, whether or not it is on it. */
  async open(paperId: PaperId | null): Promise<void> {
    if (paperId === this.openId.value) return;
    this.openId.value = paperId;
    this.card.value = { kind: 'loading' };
    if (paperId === null) return;
    const answer = await this.#ports.card(paperId);
    if (this.openId.value !== paperId) return;
    this.card.value = answer.ok ? { kind: 'ready', data: answer.value } : { kind: 'failed' };
  }

  save(paperId: PaperId): Promise<void> {
    return this.#inTurn(async () => {
      const saved = this.#settle(await this.#ports.save(paperId), 'save_failed');
      if (!saved) return;
      const before = this.entries.value?.find(({ paper }) => paper.id === saved.paper.id);
      this.#put([saved]);
      const added = saved.versions.at(-1);
      if (!before || !added || saved.versions.length <= before.versions.length) return;
      const change = { kind: 'drop', entryId: saved.paper.id, paperId: added.paper.id } as const;
      this.#push('version', [saved], { kind: 'versions', change }, null);
    });
  }

  #settle<T>(answer: Answer<T>, trouble: MessageKey): T | null {
    this.trouble.value = answer.ok ? null : trouble;
    return answer.ok ? answer.value : null;
  }

  #push(
    kind: StepKind,
    of: readonly ReadingListEntry[],
    back: UndoStep['back'],
    sitting: number | null,
  ): void {
    const title = of.length === 1 ? (of[0]?.paper.title ?? null) : null;
    this.steps.value = pushStep(this.steps.value, { kind, title, count: of.length, back, sitting });
  }

  #take(edited: readonly EntryEdit[]): void {
    const facts = new Map(edited.map(({ paperId, after }) => [paperId, after]));
    this.entries.value =
      this.entries.value?.map((entry) => {
        const after = facts.get(entry.paper.id);
        return after ? Object.assign({ paper: entry.paper }, after) : entry;
      }) ?? null;
  }

  #move({ entries, gone }: VersionsChanged): void {
    const left = new Set(gone);
    this.entries.value = this.entries.value?.filter(({ paper }) => !left.has(paper.id)) ?? null;
    this.#put(entries);
    const open = this.openId.value;
    if (open === null || !left.has(open)) return;
    void this.open(entries.find((entry) => idsOf(entry).includes(open))?.paper.id ?? null);
  }

  #put(entries: readonly ReadingListEntry[]): void {
    const ids = new Set(entries.map(({ paper }) => paper.id));
    const others = (this.entries.value ?? []).filter(({ paper }) => !ids.has(paper.id));
    this.entries.value = [...others, ...entries].toSorted((a, b) => b.addedAt - a.addedAt);
  }
}
