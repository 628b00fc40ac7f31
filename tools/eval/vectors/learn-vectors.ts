import { ContrastStep } from './contrast-step';
import { firstVectors } from './first-vectors';
import type { TrainingData, TrainingText } from './training-texts';

export interface LearningOptions {
  readonly dimensions: number;
  /** Pairs that are told apart from each other in one step. */
  readonly batch: number;
  /** Times that every paper is seen. */
  readonly rounds: number;
  readonly chance: () => number;
}

/** The first step's length; it falls evenly to nothing. */
const STEP = 0.02;
/** Adam (Kingma and Ba, 2015), with a shorter memory of squares than usual, since there are but a hundred steps. */
const MEMORY = 0.9;
const SQUARES_MEMORY = 0.99;
const TINY = 1e-8;

/**
 * Learns vectors of words by which the two halves of an abstract find each other among the halves of others: a text's
 * vector is the sum of its words', and the loss that of contrastive learning (van den Oord et al., 2018), beside what the words say
 * themselves. One vector after the other, in the order of the words.
 */
export function learnVectors(data: TrainingData, options: LearningOptions): Float32Array {
  const { dimensions, batch, rounds, chance } = options;
  const vectors = firstVectors(data, dimensions, chance);
  const rarities = Float64Array.from(data.frequencies, (frequency) => 1 + Math.log(data.papers / frequency));
  const step = new ContrastStep(vectors, dimensions, batch, rarities);
  const adam = new Adam(vectors);
  const order = Int32Array.from(data.texts, (_, at) => at);
  const perRound = Math.floor(order.length / batch);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, chance);
    for (let at = 0; at < perRound; at++) {
      const pairs = [...order.subarray(at * batch, (at + 1) * batch)].flatMap((number) => {
        const text = data.texts[number];
        return text ? [halvesOf(text, chance)] : [];
      });
      adam.step(step.gradient(pairs), STEP * (1 - (round * perRound + at) / (rounds * perRound)));
    }
  }
  return vectors;
}

/** The abstract cut somewhere in its middle half; the title goes with either part. */
function halvesOf(
  { title, abstract }: TrainingText,
  chance: () => number,
): readonly [Int32Array, Int32Array] {
  const quarter = Math.floor(abstract.length / 4);
  const cut = quarter + Math.floor(chance() * (abstract.length - 2 * quarter));
  const [first, second] = [abstract.subarray(0, cut), abstract.subarray(cut)];
  return chance() < 0.5 ? [joined(title, first), second] : [first, joined(title, second)];
}

function joined(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Puts the numbers of a list in an order of chance. */
function shuffle(numbers: Int32Array, chance: () => number): void {
  for (let at = numbers.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    const kept = numbers[at] ?? 0;
    numbers[at] = numbers[other] ?? 0;
    numbers[other] = kept;
  }
}

class Adam {
  readonly #values: Float32Array;
  readonly #means: Float32Array;
  readonly #squares: Float32Array;
  #steps = 0;

  constructor(values: Float32Array) {
    this.#values = values;
    this.#means = new Float32Array(values.length);
    this.#squares = new Float32Array(values.length);
  }

  step(gradient: Float32Array, length: number): void {
    this.#steps++;
    const [means, squares, values] = [this.#means, this.#squares, this.#values];
    const meanShare = 1 - MEMORY ** this.#steps;
    const squareShare = 1 - SQUARES_MEMORY ** this.#steps;
    for (let at = 0; at < values.length; at++) {
      const slope = gradient[at] ?? 0;
      const mean = MEMORY * (means[at] ?? 0) + (1 - MEMORY) * slope;
      const square = SQUARES_MEMORY * (squares[at] ?? 0) + (1 - SQUARES_MEMORY) * slope * slope;
      means[at] = mean;
      squares[at] = square;
      const change = mean / meanShare / (Math.sqrt(square / squareShare) + TINY);
      values[at] = (values[at] ?? 0) - length * change;
    }
  }
}
