import { foldCase } from '../text/words';

/** Shorter ones say too little. */
const WORDS_MIN = 40;
/** Of the runs of three words in the shorter abstract, so many have to be in the longer one. */
const SHARE_MIN = 0.4;

/** Whether two abstracts are two states of one text, as those of a renamed preprint and its publication are. */
export function areAlikeAbstracts(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [shorter, longer] = [runsOf(a), runsOf(b)].toSorted((x, y) => x.size - y.size);
  if (shorter === undefined || longer === undefined || shorter.size < WORDS_MIN) return false;
  let shared = 0;
  for (const run of shorter) if (longer.has(run)) shared += 1;
  return shared >= SHARE_MIN * shorter.size;
}

/** Every three words that stand one after another. */
function runsOf(text: string): ReadonlySet<string> {
  const words = foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}
