import { identifiersOf } from '../identity/paper-id';
import { contradicts, sharesAuthor } from '../match/agreement';
import { isTellingTitleKey } from '../match/generic-titles';
import type { Paper } from '../paper';
import { titleKey } from '../text/title-key';

/**
 * Whether records of two corpora are of one paper: by arXiv id, else by DOI, else by the key of their titles if that
 * names one paper and an author stands in both. Different DOIs prove nothing: a preprint and its publication each have one.
 */
export function isSamePaper(a: Paper, b: Paper): boolean {
  if (a.id === b.id) return true;
  const [one, other] = [identifiersOf(a), identifiersOf(b)];
  if (one.arxiv !== null && one.arxiv === other.arxiv) return true;
  if (contradicts(one, other)) return false;
  if (one.doi !== null && one.doi === other.doi) return true;
  const key = titleKey(a.title);
  return isTellingTitleKey(key) && key === titleKey(b.title) && sharesAuthor(a, b);
}
