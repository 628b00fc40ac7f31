import { keyHash } from '../core/match/key-hash';
import type { Paper } from '../core/paper';

/** Texts by name; `localStorage` of our own pages is one. Content scripts cannot see it, nor is any told when it changes. */
export type TextShelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NAME = 'written-summaries';
/** Beyond so many the oldest goes. At 600 letters each, a quarter of a megabyte. */
const KEPT_MAX = 200;
const TEXT_CHARS_MAX = 1_000;

type Told = Pick<Paper, 'id' | 'abstract'>;
type Kept = readonly [key: string, text: string];

/** The summaries that the browser's model wrote, each for one paper and one wording of its abstract. Losing them costs a wait. */
export class WrittenSummaries {
  readonly #shelf: TextShelf;

  constructor(shelf: TextShelf) {
    this.#shelf = shelf;
  }

  find(paper: Told): string | null {
    const key = keyOf(paper);
    return this.#read().find((kept) => kept[0] === key)?.[1] ?? null;
  }

  keep(paper: Told, text: string): void {
    const key = keyOf(paper);
    const others = this.#read().filter((kept) => kept[0] !== key);
    const kept: readonly Kept[] = [...others, [key, text.slice(0, TEXT_CHARS_MAX)] as const].slice(-KEPT_MAX);
    try {
      this.#shelf.setItem(NAME, JSON.stringify(kept));
    } catch {
      // A full or forbidden storage: it is written anew next time.
    }
  }

  /** Forgets all of them: they tell what was read. */
  clear(): void {
    try {
      this.#shelf.removeItem(NAME);
    } catch {
      // Where nothing can be removed nothing was kept.
    }
  }

  #read(): readonly Kept[] {
    try {
      const kept: unknown = JSON.parse(this.#shelf.getItem(NAME) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isKept) : [];
    } catch {
      return [];
    }
  }
}

function isKept(one: unknown): one is Kept {
  return Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string');
}

function keyOf({ id, abstract }: Told): string {
  const { high, low } = keyHash(`${id}\n${abstract ?? ''}`);
  return `${high.toString(36)}.${low.toString(36)}`;
}
