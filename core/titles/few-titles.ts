import { titleKey } from '../text/title-key';
import { letterStream, lettersOf, WORD_BEGINS, WORD_ENDS } from './letter-stream';

/** Keys are told apart by so many letters first. */
const FIRST_LETTERS = 8;

/** A title that stands in a text. */
export interface FewSighting<T> {
  readonly start: number;
  readonly end: number;
  readonly letters: number;
  readonly item: T;
}

/** Finds a few thousand titles in running text without an index on disk: those of the reading list. */
export class FewTitles<T> {
  readonly #byFirst = new Map<string, { readonly key: string; readonly item: T }[]>();

  constructor(titled: Iterable<{ readonly title: string; readonly item: T }>) {
    for (const { title, item } of titled) {
      const key = titleKey(title);
      if (key.length < FIRST_LETTERS) continue;
      const first = key.slice(0, FIRST_LETTERS);
      const filed = this.#byFirst.get(first);
      if (filed) filed.push({ key, item });
      else this.#byFirst.set(first, [{ key, item }]);
    }
  }

  /** Every title that stands in the text as whole words, in the order of where it begins. */
  find(text: string): FewSighting<T>[] {
    if (this.#byFirst.size === 0) return [];
    const stream = letterStream(text);
    const found: FewSighting<T>[] = [];
    for (let at = 0; at + FIRST_LETTERS <= stream.length; at += 1) {
      if (((stream.edges[at] ?? 0) & WORD_BEGINS) === 0) continue;
      for (const { key, item } of this.#byFirst.get(lettersOf(stream, at, at + FIRST_LETTERS)) ?? []) {
        const last = at + key.length - 1;
        const isWhole = ((stream.edges[last] ?? 0) & WORD_ENDS) !== 0;
        if (!isWhole || lettersOf(stream, at, last + 1) !== key) continue;
        const lastOrigin = stream.origins[last] ?? 0;
        const end = lastOrigin + String.fromCodePoint(text.codePointAt(lastOrigin) ?? 0).length;
        found.push({ start: stream.origins[at] ?? 0, end, letters: key.length, item });
      }
    }
    return found;
  }
}
