import type { Paper } from '../paper';
import type { MatchRule, Mention } from './mention';

/** A string under which a paper is filed and a mention looks: a namespace letter and the id or title key. */
export type LookupKey = string;

/** Every key under which a paper can be found. */
export function indexKeys(_paper: Paper): readonly LookupKey[] {
  throw new Error('not built yet');
}

/** Where to look for a mention, in match order, with the rule each key stands for. */
export function lookupKeys(
  _mention: Mention,
): readonly { readonly key: LookupKey; readonly rule: MatchRule; readonly confidence: number }[] {
  throw new Error('not built yet');
}
