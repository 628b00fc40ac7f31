import { editsBetween, type Edit } from './edits';
import { errorsAllowed } from './signatures';

/** A title as it was read: its key, and where in the key its words begin. */
export interface ReadTitle {
  readonly key: string;
  /** Ascending, from 0; empty when unknown. */
  readonly wordStarts: readonly number[];
}

/** What a PDF without a ligature's character loses at once. */
const LIGATURES: ReadonlySet<string> = new Set(['fi', 'fl', 'ff', 'ffi', 'ffl']);
/** More errors side by side than this are another word, as are two changed letters ("maximal", "minimal"). */
const CLUSTER_MAX = 2;

const DIGITS = /\p{N}/gu;
const ROMAN = /^[ivx]{1,5}$/;

/**
 * How alike a title that was read and a title that is known are, 0.95 to 1; null when they are two papers': digits
 * differ, a word is put in or replaced, an instalment has another number ("part I", "part II"), or too many errors.
 */
export function nearness(read: ReadTitle, known: string): number | null {
  const longer = Math.max(read.key.length, known.length);
  const edits = editsBetween(read.key, known, errorsAllowed(longer));
  if (edits === null || digitsOf(read.key) !== digitsOf(known)) return null;
  const isSlip = clusters(edits).every((cluster) => isSmallSlip(cluster, read, known));
  return isSlip ? 1 - edits.length / longer : null;
}

function digitsOf(key: string): string {
  return (key.match(DIGITS) ?? []).join('');
}

/** Errors side by side, together. */
function clusters(edits: readonly Edit[]): Edit[][] {
  const found: Edit[][] = [];
  for (const edit of edits) {
    const last = found.at(-1)?.at(-1);
    if (last && edit.at - last.at <= 1 && edit.other - last.other <= 1) found.at(-1)?.push(edit);
    else found.push([edit]);
  }
  return found;
}

function isSmallSlip(cluster: readonly Edit[], read: ReadTitle, known: string): boolean {
  if (cluster.some((edit) => touchesNumbering(edit, read, known))) return false;
  const lost = unitsOf(cluster, 'lost', known, 'other');
  const added = unitsOf(cluster, 'added', read.key, 'at');
  if (
    cluster.length === lost.length + added.length &&
    (lost === '' || added === '') &&
    LIGATURES.has(lost + added)
  )
    return true;
  const changed = cluster.filter(({ kind }) => kind === 'changed').length;
  return cluster.length <= CLUSTER_MAX && Math.max(lost.length, added.length, changed) < 2;
}

function unitsOf(cluster: readonly Edit[], kind: Edit['kind'], of: string, place: 'at' | 'other'): string {
  return cluster
    .filter((edit) => edit.kind === kind)
    .map((edit) => of.charAt(edit[place]))
    .join('');
}

/**
 * Whether an error may turn one instalment into another: a changed word of one letter ("type A", "type B"), an added
 * one, or a Roman numeral that loses, gains, changes or swaps a letter of its kind.
 */
function touchesNumbering({ kind, at, other }: Edit, { key, wordStarts }: ReadTitle, known: string): boolean {
  const isRomanEdit =
    kind === 'swapped' || ROMAN.test((kind === 'added' ? key : known).charAt(kind === 'added' ? at : other));
  if (kind === 'lost' && at === key.length && isRomanEdit) return true;
  return wordStarts.some((start, index) => {
    const end = wordStarts[index + 1] ?? key.length;
    const isInside = kind === 'lost' ? start <= at && at <= end : start <= at && at < end;
    if (!isInside) return false;
    const word = key.slice(start, end);
    const isLetter = word.length === 1 && (kind === 'changed' || (kind === 'added' && word !== 'a'));
    return isLetter || (isRomanEdit && ROMAN.test(word));
  });
}
