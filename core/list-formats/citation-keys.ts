import type { Paper, PaperId } from '../paper';
import { foldText } from '../text/fold';
import { wordsOf } from '../text/words';
import type { ListedPaper } from './listed-paper';
import { nameParts } from './name-parts';

const PART_CHARS_MAX = 30;

/** The keys of BibTeX are ASCII: what has no Latin letters is left out of them. */
const ascii = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, PART_CHARS_MAX);

/** First author, year and first telling word of the title, "quay2024sparse"; the same for the same paper at all times. */
export function citationKeyBase(paper: Pick<Paper, 'authors' | 'year' | 'title'>): string {
  const author = ascii(nameParts(paper.authors[0] ?? '').family) || 'anon';
  const word = wordsOf(paper.title)
    .filter(({ isStop }) => !isStop)
    .map(({ form, parts }) => ascii(parts[0] ?? form))
    .find((form) => form.length > 1);
  return `${author}${paper.year ?? 'nd'}${word ?? 'paper'}`;
}

/**
 * The citation key of each paper of a list. Where papers would have the same one the first that was added keeps it, and the others
 * get a, b, c: adding a paper changes no key that may stand in somebody's text. Asked for the whole list, also when a part of
 * it is written, so that keys are the same in every export.
 */
export function citationKeys(list: readonly ListedPaper[]): ReadonlyMap<PaperId, string> {
  const keys = new Map<PaperId, string>();
  const used = new Set<string>();
  const inOrder = list.toSorted(
    (a, b) => a.addedAt - b.addedAt || (a.paper.id < b.paper.id ? -1 : a.paper.id > b.paper.id ? 1 : 0),
  );
  const tried = new Map<string, number>();
  for (const { paper } of inOrder) {
    const base = citationKeyBase(paper);
    let key = base;
    let turn = tried.get(base) ?? 0;
    while (used.has(key)) {
      key = base + letters(turn);
      turn += 1;
    }
    tried.set(base, turn);
    used.add(key);
    keys.set(paper.id, key);
  }
  return keys;
}

/** a to z, then aa, ab and so on. */
function letters(turn: number): string {
  const last = String.fromCharCode(97 + (turn % 26));
  return turn < 26 ? last : letters(Math.floor(turn / 26) - 1) + last;
}
