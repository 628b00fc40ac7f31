import type { Paper } from '../paper';
import { wordsOf } from '../text/words';
import { QUERY_MAX } from './ranking';

/** Fewer words are names or parts of a title, and are to be met as they stand. */
const WORDS_MIN = 4;

/** What a reader remembers of a paper, as if it were the abstract of one; null where the query is no sentence but a few words. */
export function sentenceOf(query: string): Pick<Paper, 'id' | 'title' | 'abstract'> | null {
  const text = query.slice(0, QUERY_MAX);
  const telling = wordsOf(text).filter(({ isStop }) => !isStop).length;
  return telling < WORDS_MIN ? null : { id: '', title: '', abstract: text };
}
