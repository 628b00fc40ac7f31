import type { TitleFound } from '../corpus/titles-of-corpus';
import { isSamePaper } from '../titles/same-paper';
import { titleKey } from '../text/title-key';
import { namesAuthor } from './near-authors';
import { nearText } from './support';
import type { TextBlock, TextRange } from './text-block';

/** So much of a title, and so great a part of it, is not the beginning of another one by chance. */
const BEGINNING_LETTERS_MIN = 40;
const BEGINNING_SHARE_MIN = 2 / 3;

/** A title that is cut off or a few letters different. */
export type NearFound = TitleFound & { readonly rule: 'truncated' | 'fuzzy' };

/** Of what a noisy title may name, the one it does where it stands in a block; null when that is not sure. */
export function nearPaper(
  block: TextBlock,
  range: TextRange,
  found: readonly TitleFound[],
): NearFound | null {
  const possible = found.filter((one): one is NearFound => one.rule !== 'title');
  const [first] = possible.toSorted((a, b) => b.confidence - a.confidence);
  // The same letters are what the scan is for: where it did not take them, there was a reason.
  if (!first || possible.length < found.length) return null;
  const isOneTitle = possible.every(
    ({ paper }) => isSamePaper(first.paper, paper) || titleKey(first.paper.title) === titleKey(paper.title),
  );
  if (isOneTitle && !first.needsSupport) return first;
  const near = nearText(block, range);
  const byAuthor = possible.find(({ paper }) => namesAuthor(near, paper));
  if (byAuthor) return byAuthor;
  const shown = titleKey(block.text.slice(range.start, range.end));
  return isOneTitle && first.rule === 'truncated' && isMostOf(shown, titleKey(first.paper.title))
    ? first
    : null;
}

/** Numbers that are missing are another paper's. */
function isMostOf(shown: string, title: string): boolean {
  const missing = title.endsWith(shown) ? title.slice(0, -shown.length) : title.slice(shown.length);
  return (
    shown.length >= BEGINNING_LETTERS_MIN &&
    shown.length >= BEGINNING_SHARE_MIN * title.length &&
    !/\p{N}/u.test(missing)
  );
}
