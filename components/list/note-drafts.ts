import type { PaperId } from '../../core/paper';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { Clock } from '../popup/ports';
import { NoteDraft } from './note-draft';

type SaveNote = (entry: ReadingListEntry, note: string, sitting: number) => Promise<boolean>;

/** The notes of a list as they are written. They outlive their editors, for so may the trouble of saving them. */
export class NoteDrafts {
  readonly #drafts = new Map<PaperId, NoteDraft>();
  readonly #save: SaveNote;

  /** `save` says whether it went well. */
  constructor(save: SaveNote) {
    this.#save = save;
  }

  of(entry: ReadingListEntry, clock: Clock): NoteDraft {
    const { id } = entry.paper;
    let draft = this.#drafts.get(id);
    if (!draft) {
      draft = new NoteDraft((note, sitting) => this.#save(entry, note, sitting), clock);
      this.#drafts.set(id, draft);
    }
    return draft;
  }

  /** Saves at once what is not saved. */
  save(): void {
    for (const draft of this.#drafts.values()) void draft.flush();
  }

  /** Whether a note of these entries could not be saved: it would go with the page. */
  hasStuck(entries: readonly ReadingListEntry[]): boolean {
    return entries.some(({ paper }) => this.#drafts.get(paper.id)?.isStuck === true);
  }
}
