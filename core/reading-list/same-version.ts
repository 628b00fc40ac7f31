import { titleLikeness } from '../titles/title-likeness';
import { areAlikeAbstracts } from './alike-abstracts';
import { authorsOf, evidenceOf, type ComparedRecord } from './version-evidence';

/** `sure`: joined without a question. `perhaps`: the reader is asked. */
export type Sameness = 'sure' | 'perhaps' | 'no';

/**
 * Whether two records are versions of one paper. Where nothing else says so, titles that are alike are a reason to ask, or one
 * abstract under two titles of the same authors; never more than that.
 */
export function sameness(a: ComparedRecord, b: ComparedRecord): Sameness {
  const evidence = evidenceOf(a, b);
  if (evidence !== 'open') return evidence;
  if (titleLikeness(a.title, b.title) !== 'other') return 'perhaps';
  return authorsOf(a, b) === 'all' && areAlikeAbstracts(a.abstract, b.abstract) ? 'perhaps' : 'no';
}
