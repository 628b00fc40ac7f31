import { COMPLETION_WEIGHT, QUERY_MAX, QUERY_WORDS_MAX } from '../search/ranking';
import { stem } from '../text/stem';
import { STOP_WORDS } from '../text/stop-words';
import { wordsOf } from '../text/words';
import type { Dictionary, FoundTerm, TermsStore } from './terms-store';

/** A word of a query and the terms that meet it, the word itself before its completions. */
export interface QueryWord {
  readonly terms: readonly { readonly found: FoundTerm; readonly weight: number }[];
}

export interface Query {
  readonly words: readonly QueryWord[];
  /** Words of a title that is this query and nothing else. */
  readonly titleWords: number;
}

/** An unfinished word stands for at most so many terms of the index, the most frequent. */
const COMPLETIONS_MAX = 200;
/** And these may be in at most so many papers together: what "a" stands for is in all of them. */
const COMPLETION_POSTINGS_MAX = 1_500_000;
/** When few common terms begin so, rare ones are looked for in so many shards. */
const RARE_COMPLETION_SHARDS = 3;
const FEW_COMPLETIONS = 40;

/** How a word may end that no stem begins with: "foldin" is "folding", whose stem is "fold". */
const ENDINGS = ['d', 'ed', 'es', 'g', 'ing', 'ng', 's'];
const ENDING_FROM_UNITS = 4;

/** Reads a query: which words it has, and which terms of the index meet each. Stop words only count when there is nothing else. */
export async function readQuery(store: TermsStore, dictionary: Dictionary, query: string): Promise<Query> {
  const text = query.slice(0, QUERY_MAX);
  const words = wordsOf(text);
  const forms: string[] = [];
  for (const { form, parts } of words) {
    if (parts.length === 0 || (await isKnown(store, dictionary, form))) forms.push(form);
    else forms.push(...parts);
  }
  forms.length = Math.min(forms.length, QUERY_WORDS_MAX);
  const last = forms.length - 1;
  // A query that ends with a space or a stop has its last word finished.
  const isOpen = /[\p{L}\p{N}]$/u.test(text);
  const hasTelling = forms.some((form) => !STOP_WORDS.has(form));
  const exact = await store.find([...new Set(forms.map(stem))]);
  const read: QueryWord[] = [];
  for (const [at, form] of forms.entries()) {
    const isUnfinished = isOpen && at === last;
    const isOptional = STOP_WORDS.has(form) && hasTelling;
    if (isOptional && !isUnfinished) continue;
    const whole = exact.get(stem(form));
    const completed = isUnfinished ? await completionsOf(store, dictionary, form) : [];
    const terms = [
      ...(whole ? [{ found: whole, weight: 1 }] : []),
      ...completed
        .filter(({ term }) => term !== whole?.term)
        .map((found) => ({ found, weight: COMPLETION_WEIGHT })),
    ];
    if (!isOptional || terms.length > 0) read.push({ terms });
  }
  return { words: read, titleWords: words.filter(({ isStop }) => !isStop).length };
}

async function isKnown(store: TermsStore, dictionary: Dictionary, form: string): Promise<boolean> {
  if (dictionary.common.completions(form, 1).length > 0) return true;
  const stemmed = stem(form);
  if ((await store.find([stemmed])).size > 0) return true;
  return (await store.startingWith(form, 1)).length > 0;
}

/** The terms that an unfinished word may become. */
export async function completionsOf(
  store: TermsStore,
  { common }: Dictionary,
  form: string,
): Promise<readonly FoundTerm[]> {
  const terms = new Set<string>();
  let papers = 0;
  for (const { term, frequency } of common.completions(form, COMPLETIONS_MAX)) {
    papers += frequency.any;
    if (papers > COMPLETION_POSTINGS_MAX) break;
    terms.add(term);
  }
  if (terms.size < FEW_COMPLETIONS && common.floor > 0 && papers <= COMPLETION_POSTINGS_MAX) {
    const rare = await store.startingWith(form, RARE_COMPLETION_SHARDS);
    for (const term of rare.slice(0, COMPLETIONS_MAX)) terms.add(term);
  }
  if (terms.size === 0 && form.length >= ENDING_FROM_UNITS) {
    for (const ending of ENDINGS) terms.add(stem(form + ending));
  }
  return [...(await store.find([...terms])).values()];
}
