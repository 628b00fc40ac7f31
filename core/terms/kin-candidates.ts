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
  const scores = new Float32Array(dictionary.about.papers);
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

function bestOf(scores: Float32Array, norms: Uint8Array, limit: number): readonly Scored[] {
  const best = new Best(limit);
  for (let ordinal = 0; ordinal < scores.length; ordinal++) {
    const score = scores[ordinal] ?? 0;
    // Most papers share a word and are far from the best: they are to cost next to nothing.
    if (score === 0) continue;
    const norm = NORMS[norms[ordinal] ?? 0] ?? 1;
    if (score > best.floor * norm) best.offer(ordinal, score / norm);
  }
  return best.take();
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
