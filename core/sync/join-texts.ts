/** Comparing takes the product of both numbers of lines; beyond this, both texts stand one under the other. */
const PAIRS_MAX = 1_000_000;

/**
 * One text of two that were written apart, line by line. With the text that both go out from, what only one of them changed or
 * deleted is so. Where both changed the same lines, and everywhere without a common text, the lines of both stand there, the first's first.
 */
export function joinTexts(first: string, second: string, base: string | null): string {
  if (first === second || second === base) return first;
  if (first === base) return second;
  const [a, b] = [linesOf(first), linesOf(second)];
  const from = base === null ? null : linesOf(base);
  if (Math.max(a.length, b.length, from?.length ?? 0) ** 2 > PAIRS_MAX) return `${first}\n\n${second}`;
  const common = from ?? commonLines(a, b).map(([at]) => a[at] ?? '');
  return joinedLines(a, b, common).join('\n');
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

/** Walks over the lines of the base that both have kept; between two of them stands what each made of the rest. */
function joinedLines(a: readonly string[], b: readonly string[], base: readonly string[]): readonly string[] {
  const inA = new Map(commonLines(base, a));
  const inB = new Map(commonLines(base, b));
  const out: string[] = [];
  let [atBase, atA, atB] = [0, 0, 0];
  for (let line = 0; line <= base.length; line += 1) {
    const isEnd = line === base.length;
    const [lineA, lineB] = isEnd ? [a.length, b.length] : [inA.get(line), inB.get(line)];
    if (lineA === undefined || lineB === undefined) continue;
    out.push(...joinedPart(a.slice(atA, lineA), b.slice(atB, lineB), base.slice(atBase, line)));
    if (!isEnd) out.push(base[line] ?? '');
    [atBase, atA, atB] = [line + 1, lineA + 1, lineB + 1];
  }
  return out;
}

function joinedPart(a: readonly string[], b: readonly string[], base: readonly string[]): readonly string[] {
  const [textA, textB, textBase] = [a, b, base].map((lines) => JSON.stringify(lines));
  if (textA === textB || textB === textBase) return a;
  if (textA === textBase) return b;
  const known = new Set(a);
  const added = b.filter((line) => !known.has(line));
  // A blank line between, or Markdown would make one paragraph of two thoughts.
  return a.length > 0 && added.length > 0 ? [...a, '', ...added] : [...a, ...added];
}

/** A longest common subsequence of lines, as pairs of places in order. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
