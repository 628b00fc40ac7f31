import type { PagePaper } from '../../../core/match/resolution';
import { foldText } from '../../../core/text/fold';
import { titleKey } from '../../../core/text/title-key';
import { titleLikeness } from '../../../core/titles/title-likeness';

/** A title that is cut says which it is with so many letters. */
const CUT_LETTERS_MIN = 30;
const CUT = /(?:…|\.\.\.)\W*$/;

/** Whether a found title is the wanted one: the same title key or, where one of them ends in an ellipsis, a beginning. */
export function isTitle(found: string, wanted: string): boolean {
  const [one, other] = [titleKey(found), titleKey(wanted)];
  if (one === other) return true;
  return (CUT.test(found) && isBeginning(one, other)) || (CUT.test(wanted) && isBeginning(other, one));
}

function isBeginning(key: string, of: string): boolean {
  return key.length >= CUT_LETTERS_MIN && of.startsWith(key);
}

/** The titles under which a page's paper is known: as it stands there, and as its corpus has it. */
export function titlesOf({ mention, resolution }: PagePaper): string[] {
  return [mention.title, resolution?.title].filter((title) => typeof title === 'string');
}

/**
 * How a paper that was found by a title stands in a document: its own letters, a form that the likeness of titles calls
 * the same, or not at all. `documentKey` is the title key's form of the whole text.
 */
export function standing(
  { mention, resolution }: PagePaper,
  documentKey: string,
): 'exact' | 'alike' | 'absent' {
  if (!resolution) return 'absent';
  const key = titleKey(resolution.title);
  if (documentKey.includes(key)) return 'exact';
  const shown = mention.title ?? '';
  const shownKey = titleKey(shown);
  // As it is written there: TeX stands in the text and not in the key.
  if (shownKey === '' || !documentKey.includes(foldText(shown))) return 'absent';
  if (shownKey === key) return 'exact';
  const isCut = resolution.rule === 'truncated' && isBeginning(shownKey, key);
  return isCut || ['same', 'near'].includes(titleLikeness(shown, resolution.title)) ? 'alike' : 'absent';
}
