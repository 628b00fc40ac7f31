import type { AbstractView } from './abstract-view';
import type { Token } from './tokens';

/** What an abstract tells of one of its words, each between 0 and 1. */
export type WordFeatures = ReturnType<typeof wordFeaturesOf>;
/** What it tells of two neighbouring words. */
export type PairFeatures = ReturnType<typeof pairFeatures>;

/** Weights of two logistic models: whether a word, and whether a pair, would be in a summary that a person writes. */
export interface WorthWeights {
  readonly words: Readonly<Record<keyof WordFeatures, number>>;
  readonly pairs: Readonly<Record<keyof PairFeatures, number>>;
  /** What a stem adds to the score of its word. */
  readonly lexicon: ReadonlyMap<string, number>;
}

interface Place {
  readonly token: Token;
  readonly firstAt: number;
  lastAt: number;
  count: number;
  sentences: number;
  isLead: boolean;
}

/** The features of each stem of the abstract. */
export function wordFeatures(view: AbstractView): ReadonlyMap<string, WordFeatures> {
  const places = placesOf(view);
  return new Map([...places].map(([stem, place]) => [stem, wordFeaturesOf(view, place)]));
}

const one = (is: boolean): number => (is ? 1 : 0);

function wordFeaturesOf(view: AbstractView, place: Place) {
  const { stem, kind, isName } = place.token;
  const last = Math.max(1, view.sentences.length - 1);
  const content = kind !== 'stop';
  const telling = kind === 'telling';
  const titled = view.titleStems.has(stem);
  const again = Math.min(1, Math.log2(place.count) / 3);
  return {
    one: 1,
    stop: one(!content),
    telling: one(telling),
    title: one(titled),
    titleContent: one(titled && content),
    titleTelling: one(titled && telling),
    titleAgain: one(titled && content && place.count > 1),
    count: again,
    contentCount: content ? again : 0,
    tellingCount: telling ? again : 0,
    spread: place.sentences / view.sentences.length,
    contentSpread: content ? place.sentences / view.sentences.length : 0,
    first: one(place.firstAt === 0),
    last: one(place.lastAt === last),
    early: 1 - place.firstAt / last,
    lead: one(place.isLead),
    leadContent: one(place.isLead && content),
    leadTelling: one(place.isLead && telling),
    leadTitle: one(place.isLead && titled && content),
    again: one(content && place.count > 1),
    name: one(isName),
    number: one(/^\p{N}/u.test(stem)),
    long: Math.min(1, stem.length / 12),
  };
}

function placesOf({ tokens, leads }: AbstractView): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  tokens.forEach((sentence, at) => {
    for (const token of sentence) {
      let place = places.get(token.stem);
      if (!place) {
        place = { token, firstAt: at, lastAt: -1, count: 0, sentences: 0, isLead: false };
        places.set(token.stem, place);
      }
      place.count++;
      if (place.lastAt !== at) place.sentences++;
      place.lastAt = at;
      place.isLead ||= leads.has(at);
    }
  });
  return places;
}

/** `wordWorth` gives what the words are worth by themselves, above 0 and below 1. */
export function pairFeatures(
  view: AbstractView,
  wordWorth: (stem: string) => number,
  key: string,
  first: Token,
  second: Token,
) {
  const stops = (first.kind === 'stop' ? 1 : 0) + (second.kind === 'stop' ? 1 : 0);
  return {
    one: 1,
    first: Math.log(wordWorth(first.stem)),
    second: Math.log(wordWorth(second.stem)),
    title: view.titlePairs.has(key) ? 1 : 0,
    again: Math.min(1, ((view.pairCounts.get(key) ?? 1) - 1) / 2),
    oneStop: stops === 1 ? 1 : 0,
    twoStops: stops === 2 ? 1 : 0,
  };
}

/** How likely each word and pair of an abstract is to be in a summary of it, 0 to 1. */
export interface Worth {
  readonly word: (stem: string) => number;
  /** `key` is that of the two, `pairKey`. */
  readonly pair: (key: string, first: Token, second: Token) => number;
}

/** Of a word that the abstract does not have. */
const UNKNOWN_WORTH = 0.01;

export function worthOf(view: AbstractView, weights: WorthWeights): Worth {
  const worths = new Map<string, number>();
  for (const [stem, features] of wordFeatures(view)) {
    worths.set(stem, logistic(weighed(weights.words, features) + (weights.lexicon.get(stem) ?? 0)));
  }
  const word = (stem: string): number => worths.get(stem) ?? UNKNOWN_WORTH;
  const pairs = new Map<string, number>();
  const pair = (key: string, first: Token, second: Token): number => {
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const worth = logistic(weighed(weights.pairs, pairFeatures(view, word, key, first, second)));
    pairs.set(key, worth);
    return worth;
  };
  return { word, pair };
}

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** The sum of the features, each times its weight. */
export function weighed<Name extends string>(
  weights: Readonly<Record<Name, number>>,
  features: Readonly<Record<Name, number>>,
): number {
  let sum = 0;
  for (const name in features) sum += features[name] * weights[name];
  return sum;
}
