import { tokensOf } from '../../core/summary/tokens';

const DAMPING = 0.85;
const ROUNDS = 50;

/** How many of the abstracts have a stem. */
export function abstractCounts(abstracts: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sentences of abstracts) {
    const stems = new Set(sentences.flatMap((sentence) => tokensOf(sentence).map((token) => token.stem)));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/**
 * The most central sentence by continuous LexRank (Erkan and Radev, JAIR 22, 2004): the stationary weights of a walk
 * between sentences that goes where the TF-IDF cosine is high.
 */
export function lexRankSentence(
  sentences: readonly string[],
  counts: ReadonlyMap<string, number>,
  abstracts: number,
): string {
  const vectors = sentences.map((sentence) => vectorOf(sentence, counts, abstracts));
  const likeness = vectors.map((a) => vectors.map((b) => dot(a, b)));
  const sums = likeness.map((row) => row.reduce((sum, value) => sum + value, 0));
  let weights = sentences.map(() => 1 / sentences.length);
  for (let round = 0; round < ROUNDS; round++) {
    weights = sentences.map((_, to) => {
      const walked = likeness.reduce(
        (sum, row, from) => sum + ((weights[from] ?? 0) * (row[to] ?? 0)) / Math.max(1e-9, sums[from] ?? 0),
        0,
      );
      return (1 - DAMPING) / sentences.length + DAMPING * walked;
    });
  }
  return sentences[weights.indexOf(Math.max(...weights))] ?? '';
}

function vectorOf(
  sentence: string,
  counts: ReadonlyMap<string, number>,
  abstracts: number,
): ReadonlyMap<string, number> {
  const vector = new Map<string, number>();
  for (const { stem, kind } of tokensOf(sentence)) {
    if (kind === 'stop') continue;
    vector.set(stem, (vector.get(stem) ?? 0) + Math.log(abstracts / (counts.get(stem) ?? 1)));
  }
  const norm = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return new Map([...vector].map(([stem, value]) => [stem, value / norm]));
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [stem, value] of a) sum += value * (b.get(stem) ?? 0);
  return sum;
}
