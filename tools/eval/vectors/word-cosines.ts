import type { Bag } from './bag';

/** What words alone say of two texts: the cosines of their TF-IDF vectors, a row for each of the left, a column for each of the right. */
export function wordCosines(
  left: readonly Bag[],
  right: readonly Bag[],
  rarities: Float64Array,
): Float32Array {
  const columns = new Map<number, { readonly column: number; readonly value: number }[]>();
  for (const [column, bag] of right.entries()) {
    for (const [word, value] of unitOf(bag, rarities)) {
      const holders = columns.get(word);
      if (holders) holders.push({ column, value });
      else columns.set(word, [{ column, value }]);
    }
  }
  const cosines = new Float32Array(left.length * right.length);
  for (const [row, bag] of left.entries()) {
    const from = row * right.length;
    for (const [word, own] of unitOf(bag, rarities)) {
      for (const { column, value } of columns.get(word) ?? []) {
        cosines[from + column] = (cosines[from + column] ?? 0) + own * value;
      }
    }
  }
  return cosines;
}

function unitOf(
  { words, weights }: Bag,
  rarities: Float64Array,
): readonly (readonly [word: number, value: number])[] {
  const values = words.map((word, at) => (weights[at] ?? 0) * (rarities[word] ?? 0));
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return words.map((word, at) => [word, (values[at] ?? 0) / norm]);
}
