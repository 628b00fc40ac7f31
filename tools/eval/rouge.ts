import { porterStem } from './porter';

/** F1 of three ROUGE measures (Lin, "ROUGE: a package for automatic evaluation of summaries", 2004), each 0 to 1. */
export interface Rouge {
  readonly r1: number;
  readonly r2: number;
  readonly rl: number;
}

/** Lower case runs of a to z and 0 to 9, words over three letters stemmed, as ROUGE-1.5.5 does. */
export function rougeTokens(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) =>
    word.length > 3 ? porterStem(word) : word,
  );
}

/** ROUGE of one prediction against one target; RL is over the whole text as one sequence. */
export function rouge(prediction: readonly string[], target: readonly string[]): Rouge {
  return {
    r1: overlapF1(grams(prediction, 1), grams(target, 1)),
    r2: overlapF1(grams(prediction, 2), grams(target, 2)),
    rl: f1(longestCommon(prediction, target), prediction.length, target.length),
  };
}

/** Against several targets: all measures of the target with the best ROUGE-1. */
export function rougeBest(prediction: string, targets: readonly string[]): Rouge {
  const tokens = rougeTokens(prediction);
  const scores = targets.map((target) => rouge(tokens, rougeTokens(target)));
  return scores.toSorted((a, b) => b.r1 - a.r1)[0] ?? { r1: 0, r2: 0, rl: 0 };
}

function grams(tokens: readonly string[], n: number): string[] {
  return tokens.slice(n - 1).map((_, at) => tokens.slice(at, at + n).join(' '));
}

function overlapF1(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const gram of a) left.set(gram, (left.get(gram) ?? 0) + 1);
  let shared = 0;
  for (const gram of b) {
    const count = left.get(gram) ?? 0;
    if (count > 0) shared++;
    left.set(gram, count - 1);
  }
  return f1(shared, a.length, b.length);
}

const f1 = (shared: number, a: number, b: number): number => (shared === 0 ? 0 : (2 * shared) / (a + b));

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0);
  for (const token of a) {
    const row = [0];
    b.forEach((other, at) =>
      row.push(other === token ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0)),
    );
    above = row;
  }
  return above.at(-1) ?? 0;
}
