import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { abstractFeatures } from '../../core/summary/rank';
import { rougeBest } from './rouge';

const USAGE =
  'usage: tsx tools/eval/fit-summary.ts TRAIN.jsonl DATE [WEIGHTS.json]   (SciTLDR, abstract only)';
/** Strength of the ridge, for features of about unit size and 14,000 sentences: 3 and 20 do the same, 100 is worse. */
const RIDGE = 20;

interface Row {
  readonly x: readonly number[];
  readonly y: number;
}

/**
 * Fits the summary's ranker: ridge regression of a sentence's ROUGE-1 F1 on its features, both taken as differences
 * to their mean in the same abstract, since the ranker only ever compares sentences of one abstract.
 */
function main([path, date, output]: readonly string[]): void {
  if (!path || !date) throw new Error(USAGE);
  const papers = readFileSync(path, 'utf8').trim().split('\n').map(parsePaper);
  const names = featureNames();
  const rows = papers.flatMap((paper) => centred(paper, names));
  const weights = solve(normalEquations(rows, names.length));
  const file = {
    provenance: {
      data: `SciTLDR (Cachola et al., 2020), abstract only: ${basename(path)}`,
      papers: papers.length,
      sentences: rows.length,
      date,
      command: `tsx tools/eval/fit-summary.ts ${basename(path)} ${date}`,
      model: `ridge regression (lambda ${RIDGE}) of ROUGE-1 F1, centred within each abstract`,
    },
    weights: Object.fromEntries(names.map((name, at) => [name, Number((weights[at] ?? 0).toFixed(4))])),
  };
  const target = output ?? join(import.meta.dirname, '../../core/summary/weights.json');
  writeFileSync(target, `${JSON.stringify(file, null, 2)}\n`);
  console.log(`${rows.length} sentences of ${papers.length} papers -> ${target}`);
}

interface SciTldrPaper {
  readonly title: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
}
const parsePaper = (line: string): SciTldrPaper => JSON.parse(line) as SciTldrPaper;

const featureNames = () => Object.keys(abstractFeatures('', ['x'])[0] ?? {}) as FeatureNames;
type FeatureNames = (keyof ReturnType<typeof abstractFeatures>[number])[];

function centred(paper: SciTldrPaper, names: FeatureNames): Row[] {
  const rows = abstractFeatures(paper.title, paper.source).map((features, at) => ({
    x: names.map((name) => features[name]),
    y: rougeBest(paper.source[at] ?? '', paper.target).r1,
  }));
  const meanX = names.map((_, k) => mean(rows.map(({ x }) => x[k] ?? 0)));
  const meanY = mean(rows.map(({ y }) => y));
  return rows.map(({ x, y }) => ({ x: x.map((value, k) => value - (meanX[k] ?? 0)), y: y - meanY }));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** X'X + lambda I beside X'y: one row of coefficients and the right-hand side for each feature. */
function normalEquations(rows: readonly Row[], size: number): number[][] {
  const system = Array.from({ length: size }, (_, k) => {
    const line = Array.from({ length: size + 1 }, () => 0);
    line[k] = RIDGE;
    return line;
  });
  for (const { x, y } of rows) {
    system.forEach((line, j) => {
      const xj = x[j] ?? 0;
      if (xj === 0) return;
      x.forEach((xk, k) => (line[k] = (line[k] ?? 0) + xj * xk));
      line[size] = (line[size] ?? 0) + xj * y;
    });
  }
  return system;
}

/** Gauss-Jordan without pivoting, which a positive definite system does not need. */
function solve(system: number[][]): number[] {
  system.forEach((pivotLine, j) => {
    const pivot = pivotLine[j] ?? 1;
    pivotLine.forEach((value, k) => (pivotLine[k] = value / pivot));
    system.forEach((line, i) => {
      const factor = line[j] ?? 0;
      if (i === j || factor === 0) return;
      line.forEach((value, k) => (line[k] = value - factor * (pivotLine[k] ?? 0)));
    });
  });
  return system.map((line) => line.at(-1) ?? 0);
}

main(process.argv.slice(2));
