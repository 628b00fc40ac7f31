/** The results of a piece of work for each item, in their order, with at most `atOnce` of them under way. */
export async function inTurns<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, at: number) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const next = items.entries();
  const take = async () => {
    for (const [at, item] of next) results.set(at, await work(item, at));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, take));
  return items.flatMap((_, at) => results.get(at) ?? []);
}
