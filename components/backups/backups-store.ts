import { computed, signal } from '@preact/signals';
import type { KeptBackup } from '../../core/backups/kept-backup';
import { dayOf } from '../../core/backups/names';
import { backupIn, changesIn, momentIn, RECORDS, shouldRemind } from '../../core/backups/records';
import { backupOf } from '../../core/list-formats/backup';
import type { PaperId } from '../../core/paper';
import type { BinnedEntry } from '../../core/reading-list/entry';
import type { MessageKey } from '../messages';
import type { ListImportStore } from '../list/import/list-import-store';
import type { BackupPorts } from './ports';

/** Restoring puts back at most so many entries in one call, as imports do. */
const PART = 500;

/** The backups of the list, the bin, and when the list was last exported. */
export class BackupsStore {
  /** Last made first; null until they are read. */
  readonly backups = signal<readonly KeptBackup[] | null>(null);
  /** Why they cannot be read, in the browser's words; null where they can. */
  readonly unread = signal<string | null>(null);
  /** Last removed first; null until it is read. */
  readonly bin = signal<readonly BinnedEntry[] | null>(null);
  readonly isBinUnread = signal(false);
  readonly picked = signal<ReadonlySet<PaperId>>(new Set());
  /** What went wrong last; null when nothing did. */
  readonly trouble = signal<MessageKey | null>(null);
  /** Whether the reader is asked if the bin is to be emptied. */
  readonly isAsking = signal(false);
  readonly #records = signal<Readonly<Record<string, unknown>>>({});
  /** Why the last automatic backup failed. */
  readonly failure = computed(() => backupIn(this.#records.value).trouble);
  readonly lastExport = computed(() => momentIn(this.#records.value, RECORDS.exported));
  /** Entries changed since the last export. */
  readonly changesSince = computed(() => {
    const { count } = changesIn(this.#records.value);
    return Math.max(0, count - (this.lastExport.value?.changes ?? 0));
  });
  readonly shouldRemind = computed(() => shouldRemind(this.#records.value, this.now()));

  constructor(
    readonly ports: BackupPorts,
    /** Shows what a backup would add, and adds it. */
    readonly imports: ListImportStore,
  ) {}

  now(): number {
    return this.ports.now();
  }

  async load(): Promise<void> {
    await Promise.all([this.#loadBackups(), this.#loadBin(), this.loadRecords()]);
  }

  async loadRecords(): Promise<void> {
    this.#records.value = await this.ports.records();
  }

  async #loadBackups(): Promise<void> {
    const answer = await this.ports.backups();
    this.backups.value = answer.ok ? answer.value : [];
    this.unread.value = answer.ok ? null : answer.error.message;
  }

  async #loadBin(): Promise<void> {
    const answer = await this.ports.bin();
    this.isBinUnread.value = !answer.ok;
    if (answer.ok) this.bin.value = answer.value.toSorted((a, b) => b.removedAt - a.removedAt);
  }

  /** Hands the whole list out, as a backup that any Paperkin reads. */
  async exportNow(fileStem: string): Promise<void> {
    const answer = await this.ports.list();
    this.trouble.value = answer.ok ? null : 'backups_change_failed';
    if (!answer.ok) return;
    const { madeBy } = this.ports;
    const now = this.now();
    const text = backupOf(answer.value, { madeBy, madeAt: now });
    this.ports.offer(`${fileStem} ${dayOf(now)}.paperkin-list`, new Blob([text]));
    await this.noteExport();
  }

  async noteExport(): Promise<void> {
    await this.#keep(RECORDS.exported);
  }

  /** Sends the reminder away for a while. */
  async dismiss(): Promise<void> {
    await this.#keep(RECORDS.dismissed);
  }

  async #keep(key: typeof RECORDS.exported | typeof RECORDS.dismissed): Promise<void> {
    await this.loadRecords();
    await this.ports.keepMoment(key, { changes: changesIn(this.#records.value).count, at: this.now() });
    await this.loadRecords();
  }

  async download(name: string): Promise<void> {
    const file = await this.#file(name);
    if (file) this.ports.offer(name, file);
  }

  /** Shows what the list lacks of a backup. */
  async restore(name: string): Promise<void> {
    const file = await this.#file(name);
    if (file) await this.imports.offer(file, name);
  }

  async #file(name: string): Promise<Blob | null> {
    const answer = await this.ports.file(name);
    const isThere = answer.ok && answer.value !== null;
    this.trouble.value = isThere ? null : answer.ok ? 'backups_gone' : 'backups_change_failed';
    if (!isThere) await this.#loadBackups();
    return answer.ok ? answer.value : null;
  }

  async removeBackup(name: string): Promise<void> {
    const answer = await this.ports.removeBackup(name);
    this.trouble.value = answer.ok ? null : 'backups_change_failed';
    await this.#loadBackups();
  }

  pick(id: PaperId): void {
    const picked = new Set(this.picked.value);
    if (!picked.delete(id)) picked.add(id);
    this.picked.value = picked;
  }

  /** Puts papers back on the list; null for all that are in the bin. */
  async putBack(ids: ReadonlySet<PaperId> | null): Promise<void> {
    const entries = (this.bin.value ?? []).flatMap(({ entry }) =>
      ids === null || ids.has(entry.paper.id) ? entry : [],
    );
    this.trouble.value = null;
    for (let start = 0; start < entries.length && this.trouble.value === null; start += PART) {
      const answer = await this.ports.restore(entries.slice(start, start + PART));
      if (!answer.ok) this.trouble.value = 'backups_change_failed';
    }
    await this.#afterBin();
  }

  async empty(): Promise<void> {
    this.isAsking.value = false;
    // What came into the bin elsewhere since, the reader has not seen.
    const ids = (this.bin.value ?? []).map(({ entry }) => entry.paper.id);
    await this.ports.backUpFirst();
    const answer = await this.ports.emptyBin(ids);
    this.trouble.value = answer.ok ? null : 'backups_change_failed';
    await Promise.all([this.#afterBin(), this.#loadBackups()]);
  }

  async #afterBin(): Promise<void> {
    this.picked.value = new Set();
    await this.#loadBin();
  }
}
