import type { PaperId } from '../core/paper';
import type { UnsavedNote } from '../core/reading-list/unsaved-note';
import type { TextShelf } from './written-summaries';

const NAME = 'unsaved-notes';
/** Notes wait here for a second each; those of entries that are gone would wait for ever. */
const KEPT_MAX = 50;

/**
 * What is typed, kept at once and without a worker: the message that a tab sends while it closes may never arrive. The next page
 * that shows the list saves it.
 */
export class UnsavedNotes {
  readonly #shelf: TextShelf;

  constructor(shelf: TextShelf) {
    this.#shelf = shelf;
  }

  all(): readonly UnsavedNote[] {
    try {
      const kept: unknown = JSON.parse(this.#shelf.getItem(NAME) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isUnsavedNote) : [];
    } catch {
      return [];
    }
  }

  keep(note: UnsavedNote): void {
    const others = this.all().filter(({ paperId }) => paperId !== note.paperId);
    this.#write([...others, note].slice(-KEPT_MAX));
  }

  /** Forgets what was typed for a paper, unless another was typed since, as in a second window. */
  drop(paperId: PaperId, text: string): void {
    const all = this.all();
    const others = all.filter((note) => note.paperId !== paperId || note.text !== text);
    if (others.length < all.length) this.#write(others);
  }

  #write(notes: readonly UnsavedNote[]): void {
    try {
      if (notes.length > 0) this.#shelf.setItem(NAME, JSON.stringify(notes));
      else this.#shelf.removeItem(NAME);
    } catch {
      // A full or forbidden storage: the page itself still has the note.
    }
  }
}

function isUnsavedNote(one: unknown): one is UnsavedNote {
  if (typeof one !== 'object' || one === null) return false;
  const { paperId, from, text } = one as Record<string, unknown>;
  return [paperId, from, text].every((part) => typeof part === 'string');
}
