/**
 * How much the meaning of texts counts beside their words, at most. From 0.3 to 0.5 little differs on the half of CSFCube that was
 * looked at (25 queries, so this is a fit to few).
 */
const MEANING_MAX = 0.4;
/**
 * Up to this much strangeness meaning counts in full; from the second on, words alone. Most papers of one's own age and field
 * have 0.3 to 0.7 (CSFCube; the bundled ones 0.2 to 0.4), most of CACM, 1958 to 1979, 0.5 to 1.1: for those the vectors are wrong more often
 * than right. Chosen on these, and little differs a tenth up or down.
 */
const STRANGENESS_FAMILIAR = 0.45;
const STRANGENESS_FOREIGN = 0.8;

/**
 * As many papers as this say what the vectors' own papers say: a small collection is about something, and uses the words of
 * that far more often without using them in another way.
 */
const USUAL_PAPERS = 1_000;

/**
 * How far a corpus uses a word otherwise than the papers that the word vectors were learned from: the logarithm of how many
 * times more, or less, often. `usualShare` is that of those papers, above 0.
 */
export function strangenessOf(frequency: number, papers: number, usualShare: number): number {
  const share = (frequency + USUAL_PAPERS * usualShare) / (papers + USUAL_PAPERS);
  return Math.abs(Math.log(share / usualShare));
}

/** The weight of meaning for a text whose words are so strange on average: 0 to 1. */
export function meaningWeight(strangeness: number): number {
  const known = (STRANGENESS_FOREIGN - strangeness) / (STRANGENESS_FOREIGN - STRANGENESS_FAMILIAR);
  return MEANING_MAX * Math.min(1, Math.max(0, known));
}

/** Kinship of two texts from the cosines of their words and of their meanings. */
export function fusedScore(words: number, meaning: number, weight: number): number {
  return (1 - weight) * words + weight * Math.max(0, meaning);
}

/**
 * Below this two papers share little but the language of abstracts. Every bundled paper has a kin above it among the others (nine
 * in ten one above 0.23, and three above 0.18), seven in ten papers of CACM, which are of another age and subject, have none
 * among those.
 */
export const SCORE_FLOOR = 0.09;
