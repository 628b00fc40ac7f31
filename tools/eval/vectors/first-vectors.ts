import { leadingVectors, type SparseRows } from './leading-vectors';
import type { TrainingData } from './training-texts';

/** Rare words weigh this power of their rarity more. */
const RARITY_POWER = 1.5;
/** And each direction this power of its singular value: between 0 and -1 the vectors come out much alike. */
const VALUE_POWER = -0.5;
/** What the components of the vectors are on average, so that the learner's steps have a scale. */
const COMPONENT = 0.1;

/**
 * Vectors of words to begin learning with: latent semantic analysis (Deerwester et al., 1990) of the papers' TF-IDF vectors.
 * Learning from chance finds vectors that are as good alone and worse beside the words themselves.
 */
export function firstVectors(data: TrainingData, dimensions: number, chance: () => number): Float32Array {
  const rarity = Float64Array.from(data.frequencies, (frequency) => Math.log(1 + data.papers / frequency));
  const { vectors, values } = leadingVectors(rowsOf(data, rarity), {
    columns: data.words.length,
    count: dimensions,
    chance,
  });
  const scaled = new Float32Array(vectors.length);
  let squares = 0;
  for (const [at, component] of vectors.entries()) {
    const word = Math.floor(at / dimensions);
    const value = values[at % dimensions] ?? 0;
    const power = value > 0 ? value ** VALUE_POWER : 0;
    const one = component * power * (rarity[word] ?? 0) ** RARITY_POWER;
    scaled[at] = one;
    squares += one * one;
  }
  const factor = COMPONENT / (Math.sqrt(squares / Math.max(1, scaled.length)) || 1);
  return scaled.map((component) => component * factor);
}

function rowsOf({ texts }: TrainingData, rarity: Float64Array): SparseRows {
  const starts = new Int32Array(texts.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (const [row, { title, abstract }] of texts.entries()) {
    const counts = new Map<number, number>();
    for (const word of title) counts.set(word, (counts.get(word) ?? 0) + 2);
    for (const word of abstract) counts.set(word, (counts.get(word) ?? 0) + 1);
    const weights = [...counts].map(
      ([word, count]) => [word, (1 + Math.log(count)) * (rarity[word] ?? 0)] as const,
    );
    const norm = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    for (const [word, weight] of weights) {
      columns.push(word);
      values.push(weight / norm);
    }
    starts[row + 1] = columns.length;
  }
  return { starts, columns: Int32Array.from(columns), values: Float64Array.from(values) };
}
