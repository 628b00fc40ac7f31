import { editsBetween, type Edit } from './edits';
import { LIGATURES, lostLigatures } from './lost-ligatures';
import { errorsAllowed } from './signatures';

/** A title as it was read: its key, and where in the key its words begin. */
export interface ReadTitle {
  readonly key: string;
  /** Ascending, from 0; empty when unknown. */
  readonly wordStarts: readonly number[];
}

const CLUSTER_REACH = 2;
/** What is read for what stands there, where two letters look like one: "leaming", "downstrearn", "ancl". */
const LOOK_ALIKES: ReadonlySet<string> = new Set('m/rn m/nn d/cl w/vv u/ii h/li k/lc n/ri b/lo'.split(' '));

const DIGITS = /\p{N}/gu;
const ROMAN = /^[ivx]{1,5}$/;

/**
 * How alike a title that was read and a title that is known are, 0.95 to 1; null when they are two papers': digits
 * differ, a word is put in or replaced, an instalment has another number ("part I", "part II"), or too many errors. A lost
 * ligature is one error where every other letter is the same, however many letters it had.
 */
export function nearness(read: ReadTitle, known: string): number | null {
  const longer = Math.max(read.key.length, known.length);
  const errors = errorsAllowed(longer);
  const [rest, whole] = read.key.length < known.length ? [read.key, known] : [known, read.key];
  const lost = lostLigatures(rest, whole, errors);
  if (lost !== null) return 1 - lost / longer;
  const edits = editsBetween(read.key, known, errors);
  if (edits === null || digitsOf(read.key) !== digitsOf(known)) return null;
  const isSlip = clusters(edits).every((cluster) => isSmallSlip(cluster, read, known));
  return isSlip ? 1 - edits.length / longer : null;
}

function digitsOf(key: string): string {
  return (key.match(DIGITS) ?? []).join('');
}

/** Errors side by side, or with a letter between them ("supervisor", "supervision"), together. */
function clusters(edits: readonly Edit[]): Edit[][] {
  const found: Edit[][] = [];
  for (const edit of edits) {
    const last = found.at(-1)?.at(-1);
    if (last && edit.at - last.at <= CLUSTER_REACH && edit.other - last.other <= CLUSTER_REACH)
      found.at(-1)?.push(edit);
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
  return cluster.length === 1 || (cluster.length === 2 && isLookAlike(cluster, read.key, known));
}

/** Two letters for one, or one for two. Any other two errors together make another word ("maximal", "minimal"). */
function isLookAlike(cluster: readonly Edit[], read: string, known: string): boolean {
  const at = Math.min(...cluster.map((edit) => edit.at));
  const other = Math.min(...cluster.map((edit) => edit.other));
  const added = cluster.filter(({ kind }) => kind === 'added').length;
  const lost = cluster.filter(({ kind }) => kind === 'lost').length;
  if (added + lost !== 1) return false;
  const [one, two] =
    added === 1
      ? [known.slice(other, other + 1), read.slice(at, at + 2)]
      : [read.slice(at, at + 1), known.slice(other, other + 2)];
  return LOOK_ALIKES.has(`${one}/${two}`) || LIGATURES.has(two);
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
