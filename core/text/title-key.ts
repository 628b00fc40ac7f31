import { foldText } from './fold';
import { plainText } from './plain-text';
import { titleVariants, withoutDescriptor } from './title-variants';
import { clip } from './well-formed';

/** Most characters of a title that are read or kept; whatever is longer is no title. */
export const TITLE_CHARS_MAX = 1_000;

/** At most this many keys are looked up for one mention. */
const CANDIDATES_MAX = 6;

/**
 * Anything that `plainText` or `foldText` would treat otherwise than by dropping it. A title without, as most are,
 * takes the short way; braces, dashes, quotes and dollar signs are dropped on both.
 */
const NEEDS_WORK = /[\\&<+*#=^_\u0080-\uFFFF]|\)\w{0,20}\(/;

function boundedPlainText(title: string): string {
  return clip(plainText(title), TITLE_CHARS_MAX).trimEnd();
}

/** Signs and Greek letters grow when they are spelled out. */
function boundedKey(plain: string): string {
  return clip(foldText(plain), TITLE_CHARS_MAX);
}

/**
 * The normal form under which two spellings of one title are equal; '' when nothing of it is a letter or digit.
 * Small letters and digits of any script without gaps, so that "Pre-training", "pretraining" and "Pre training" are
 * one; Greek letters by name, `&` as "and", `+` as "plus". "Qwen2.5" is "qwen25", as "Qwen 2 5" is, and not "qwen2".
 */
export function titleKey(title: string): string {
  if (title.length <= TITLE_CHARS_MAX && !NEEDS_WORK.test(title))
    return title.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return boundedKey(boundedPlainText(title));
}

/** Title keys to try for a title as it stands on a page, best first: as it is, then without numbering, prefixes, tails. */
export function titleKeyCandidates(title: string): readonly string[] {
  const keys = titleVariants(boundedPlainText(title)).map(boundedKey);
  return [...new Set(keys)].filter((key) => key !== '').slice(0, CANDIDATES_MAX);
}

/** A title as people read it: one line, TeX and entities turned into text, descriptors such as "Title:" dropped. */
export function plainTitle(title: string): string {
  return withoutDescriptor(boundedPlainText(title));
}
