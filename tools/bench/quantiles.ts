/** The value below which the given share of the values lies; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

/** How many of all are so, 0 to 1; null of none. */
export function shareOf<T>(all: readonly T[], isSo: (one: T, at: number) => boolean): number | null {
  return all.length === 0 ? null : all.filter(isSo).length / all.length;
}
