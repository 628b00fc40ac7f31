/** What a ranking of graded papers is worth, each 0 to 1. */
export interface RankingScore {
  readonly map: number;
  readonly ndcg: number;
}

/** Mean of the precisions at the places of the papers with at least this grade; null where there is none. */
export function averagePrecision(grades: readonly number[], relevantFrom: number): number | null {
  let found = 0;
  let sum = 0;
  for (const [at, grade] of grades.entries()) {
    if (grade < relevantFrom) continue;
    found++;
    sum += found / (at + 1);
  }
  return found === 0 ? null : sum / found;
}

/** Discounted gain of the first `places`, the grade being the gain, as a share of the best order's; null without any gain. */
export function normalisedGain(grades: readonly number[], places: number): number | null {
  const best = discounted(
    grades.toSorted((a, b) => b - a),
    places,
  );
  return best === 0 ? null : discounted(grades, places) / best;
}

function discounted(grades: readonly number[], places: number): number {
  return grades.slice(0, places).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0);
}
