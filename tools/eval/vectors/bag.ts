/** A text as its words, each once, with 1 + ln of how often it is there. */
export interface Bag {
  readonly words: readonly number[];
  readonly weights: readonly number[];
}

export function bagOf(text: Int32Array): Bag {
  const counts = new Map<number, number>();
  for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { words: [...counts.keys()], weights: [...counts.values()].map((count) => 1 + Math.log(count)) };
}
