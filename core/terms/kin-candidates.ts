import { termRarity } from '../search/text-index';
import { Best, type Scored } from './best';
import { IMPACTS } from './impacts';
import type { KinVectors, KinText } from './kin-vectors';
import { NORMS } from './paper-facts';
import { eachChunk } from './postings';
import type { Dictionary, FoundTerm, TermsStore } from './terms-store';

/** So many of a paper's most telling words find its kin: measured on a million made papers. */
const TELLING_MAX = 28;
/** And as many more as cost next to nothing: in a small corpus all of them. */
const CHEAP_POSTINGS = 20_000;
const CHEAP_MAX = 250;
/** Of words so rare that their frequency must be looked up, at most so many: names and slips that nobody shares. */
const RARE_MAX = 12;
/** Beyond so many postings the next words, each less telling than those before, would cost more than they change. */
const POSTINGS_MAX = 1_200_000;
/** But so many words are read in any case. */
const TELLING_MIN = 12;
/** Of words in more papers than this only the strong postings are read. */
const FREQUENT = 150_000;

/**
 * Papers that share the most telling words of a text, best first: the cosine of single stems, as far as the index holds
 * it. The same text's own paper is usually first.
 */
export async function kinCandidates(
  store: TermsStore,
  dictionary: Dictionary,
  vectors: KinVectors,
  text: KinText,
  limit: number,
): Promise<readonly Scored[]> {
  const telling = await tellingTerms(store, dictionary, vectors, text);
  const norms = await store.facts('norm');
  const terms = telling.map(({ found }) => found);
  const postings = await store.postings(terms, ({ frequency }) => frequency.any > FREQUENT);
  // From here to the best nothing is awaited, so that no other question comes between.
  const scores = zeros(dictionary.about.papers);
  for (const { found, weight } of telling) {
    const gains = IMPACTS.map(({ presence }) => weight * presence);
    const add = (ordinals: Uint32Array, count: number, impact: number) => {
      const gain = gains[impact] ?? 0;
      for (let at = 0; at < count; at++) {
        const ordinal = ordinals[at] ?? 0;
        scores[ordinal] = (scores[ordinal] ?? 0) + gain;
      }
    };
    for (const bytes of postings(found)) eachChunk(bytes, add);
  }
  return bestOf(scores, norms, limit);
}

let kept = new Float32Array(0);

/** For one question after another: of 2.7 million papers each would leave 11 MB behind it, and fetch as many anew. */
function zeros(length: number): Float32Array {
  if (kept.length < length) kept = new Float32Array(length);
  else kept.fill(0, 0, length);
  return kept.subarray(0, length);
}

function bestOf(scores: Float32Array, norms: Uint8Array, limit: number): readonly Scored[] {
  const best = new Best(limit);
  const shortest = shortestOf(norms);
  // Most papers share a word and are far from the best: they are to cost next to nothing. Not above 0 are those that share none.
  let floor = 0;
  let least = 0;
  for (let ordinal = 0; ordinal < scores.length; ordinal++) {
    const score = scores[ordinal] ?? 0;
    if (score <= least) continue;
    const norm = NORMS[norms[ordinal] ?? 0] ?? 1;
    if (score <= floor * norm) continue;
    best.offer(ordinal, score / norm);
    floor = Math.max(0, best.floor);
    least = floor * shortest;
  }
  return best.take();
}

const shortestNorms = new WeakMap<Uint8Array, number>();

/** The least norm of any paper: what scores too little for that one need not be looked at. */
function shortestOf(norms: Uint8Array): number {
  const known = shortestNorms.get(norms);
  if (known !== undefined) return known;
  const shortest = NORMS[norms.reduce((least, norm) => Math.min(least, norm), 255)] ?? 0;
  shortestNorms.set(norms, shortest);
  return shortest;
}

interface Telling {
  readonly found: FoundTerm;
  /** Presence in the query paper, and rarity once for each side. */
  readonly weight: number;
}

async function tellingTerms(
  store: TermsStore,
  { about, common }: Dictionary,
  vectors: KinVectors,
  text: KinText,
): Promise<readonly Telling[]> {
  const ranked = [...vectors.of(text).weights]
    .filter(([term]) => !term.includes(' '))
    .toSorted(([, a], [, b]) => b - a);
  let rare = 0;
  let papers = 0;
  const wanted: (readonly [term: string, weight: number])[] = [];
  for (const [term, weight] of ranked) {
    if (!common.frequency(term) && ++rare > RARE_MAX) continue;
    wanted.push([term, weight]);
    papers += common.frequency(term)?.any ?? common.floor;
    if (wanted.length >= (papers < CHEAP_POSTINGS ? CHEAP_MAX : TELLING_MAX + RARE_MAX)) break;
  }
  const found = await store.find(wanted.map(([term]) => term));
  const telling: Telling[] = [];
  let postings = 0;
  for (const [term, weight] of wanted) {
    const one = found.get(term);
    if (!one || one.frequency.text === 0) continue;
    postings += Math.min(one.frequency.any, FREQUENT);
    if (telling.length >= TELLING_MAX && postings > CHEAP_POSTINGS) break;
    if (telling.length >= TELLING_MIN && postings > POSTINGS_MAX) break;
    telling.push({ found: one, weight: weight * termRarity(term, one.frequency.text, about.papers) });
  }
  return telling;
}
