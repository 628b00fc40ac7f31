import type { PaperId } from '../../core/paper';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { UnsavedNote } from '../../core/reading-list/unsaved-note';
import { joinTexts } from '../../core/sync/join-texts';
import { NoteDraft, type DraftPorts } from './note-draft';
import type { UnsavedNotesPort } from './ports';

interface DraftsPorts extends DraftPorts {
  readonly unsaved: UnsavedNotesPort;
}

/** The notes of a list as they are written. They outlive their editors, for so may the trouble of saving them. */
export class NoteDrafts {
  readonly #drafts = new Map<PaperId, NoteDraft>();
  readonly #ports: DraftsPorts;

  constructor(ports: DraftsPorts) {
    this.#ports = ports;
  }

  of(entry: ReadingListEntry): NoteDraft {
    const { id } = entry.paper;
    let draft = this.#drafts.get(id);
    if (!draft) {
      draft = new NoteDraft(entry, this.#ports);
      this.#drafts.set(id, draft);
    }
    draft.entry = entry;
    return draft;
  }

  /** Saves at once what is not saved. */
  save(): void {
    for (const draft of this.#drafts.values()) void draft.flush();
  }

  /** Saves what was typed on a page that was closed, or died, before its last words arrived. */
  recover(entries: readonly ReadingListEntry[]): void {
    for (const note of this.#ports.unsaved.all()) {
      const entry = entries.find(({ paper }) => paper.id === note.paperId);
      // Of an entry that is in the bin, it waits.
      if (!entry || this.#drafts.get(note.paperId)?.isUnsaved) continue;
      const text = recovered(entry.note, note);
      if (text === entry.note) {
        this.#ports.unsaved.drop(note.paperId, note.text);
        continue;
      }
      const draft = this.of(entry);
      draft.sitDown();
      draft.type(text);
      void draft.flush();
    }
  }

  /** Whether a note of these entries could not be saved: it would go with the page. */
  hasStuck(entries: readonly ReadingListEntry[]): boolean {
    return entries.some(({ paper }) => this.#drafts.get(paper.id)?.isStuck === true);
  }
}

/** The note as it stands, and what was typed: the former may hold the beginning of the latter, or be written elsewhere since. */
function recovered(note: string, { from, text }: UnsavedNote): string {
  return text.startsWith(note) && note !== from ? text : joinTexts(note, text, from);
}
