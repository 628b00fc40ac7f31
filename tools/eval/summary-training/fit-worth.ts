import { eachPair, pairKey } from '../../../core/summary/tokens';
import { logistic, pairFeatures, weighed, worthOf, type WorthWeights } from '../../../core/summary/worth';
import type { Chance } from '../../bench/noise';
import { shuffled } from '../chance';
import { Steps } from './steps';
import type { Example } from './example';

const WORD_PASSES = 12;
const PAIR_PASSES = 5;
const WORD_RATE = 0.3;
const STEM_RATE = 0.1;
/** Pulls a stem's weight to nothing. */
const STEM_DECAY = 0.04;
/** A stem has a weight of its own if so many abstracts of 1,000 have it. */
const STEM_ABSTRACTS_MIN = 9;
/** Weights of stems below it are left out: with 0.25 there are twice as many, and the choice is no better. */
const STEM_WEIGHT_MIN = 0.5;
const STEM_WEIGHT_STEP = 0.05;

/** Fits both logistic models of `core/summary/worth.ts` by gradient steps, the words before the pairs. */
export function fitWorth(examples: readonly Example[], chance: Chance): WorthWeights {
  const { words, lexicon } = fitWords(examples, chance);
  const pairs = fitPairs(examples, { words, lexicon }, chance);
  return { words, lexicon, pairs };
}

function fitWords(examples: readonly Example[], chance: Chance): Pick<WorthWeights, 'words' | 'lexicon'> {
  const words = new Steps<keyof WorthWeights['words']>(WORD_RATE);
  const stems = new Steps<string>(STEM_RATE);
  const weighty = frequentStems(examples);
  for (let pass = 0; pass < WORD_PASSES; pass++) {
    for (const example of shuffled(examples, chance)) {
      for (const [stem, features] of example.words) {
        const has = weighty.has(stem);
        const score = words.score(features) + (has ? stems.at(stem) : 0);
        const slope = logistic(score) - (example.targetStems.has(stem) ? 1 : 0);
        words.step(features, slope);
        if (has) stems.move(stem, slope + STEM_DECAY * stems.at(stem));
      }
    }
  }
  const kept = [...weighty].map((stem) => [stem, toStep(stems.at(stem), STEM_WEIGHT_STEP)] as const);
  const lexicon = new Map(kept.filter(([, weight]) => Math.abs(weight) >= STEM_WEIGHT_MIN));
  return { words: words.weights() as WorthWeights['words'], lexicon };
}

function frequentStems(examples: readonly Example[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { words } of examples) {
    for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const least = Math.max(2, (STEM_ABSTRACTS_MIN * examples.length) / 1_000);
  return new Set([...counts].filter(([, count]) => count >= least).map(([stem]) => stem));
}

const NO_PAIRS = { one: 0, first: 0, second: 0, title: 0, again: 0, oneStop: 0, twoStops: 0 };

function fitPairs(
  examples: readonly Example[],
  fitted: Pick<WorthWeights, 'words' | 'lexicon'>,
  chance: Chance,
) {
  const pairs = new Steps<keyof WorthWeights['pairs']>(WORD_RATE);
  for (let pass = 0; pass < PAIR_PASSES; pass++) {
    for (const { view, targetPairs } of shuffled(examples, chance)) {
      const { word } = worthOf(view, { ...fitted, pairs: NO_PAIRS });
      const seen = new Set<string>();
      for (const tokens of view.tokens) {
        eachPair(tokens, (first, second) => {
          const key = pairKey(first, second);
          if (seen.has(key)) return;
          seen.add(key);
          const features = pairFeatures(view, word, key, first, second);
          pairs.step(features, logistic(pairs.score(features)) - (targetPairs.has(key) ? 1 : 0));
        });
      }
    }
  }
  return pairs.weights() as WorthWeights['pairs'];
}

const toStep = (value: number, step: number): number => Number((Math.round(value / step) * step).toFixed(2));

/** Mean log loss of the words, in nats. */
export function wordLoss(examples: readonly Example[], weights: WorthWeights): number {
  let [loss, count] = [0, 0];
  for (const { words, targetStems } of examples) {
    for (const [stem, features] of words) {
      const worth = logistic(weighed(weights.words, features) + (weights.lexicon.get(stem) ?? 0));
      loss -= Math.log(targetStems.has(stem) ? worth : 1 - worth);
      count++;
    }
  }
  return loss / Math.max(1, count);
}
