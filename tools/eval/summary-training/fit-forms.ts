import type { Features } from '../../../core/summary/features';
import type { FormWeights } from '../../../core/summary/weights';
import type { Chance } from '../../bench/noise';
import { shuffled } from '../chance';

/** The forms of one abstract: what is known of each, and how good it would have been. */
export interface Choice {
  readonly rows: readonly Features[];
  readonly gains: readonly number[];
}

/** Strength of the ridge, for features of unit variance: 20 and 200 do the same. */
const RIDGE = 60;
/** How sharply scores become chances of being chosen: scores are gains in ROUGE, whose spread in an abstract is about 0.1. */
const SHARPNESS = 60;
const PASSES = 12;
const RATE = 0.02;

type Vector = Float64Array;
interface Group {
  readonly rows: readonly Vector[];
  readonly gains: readonly number[];
}

/**
 * Weights of the features of forms. First a ridge regression of the gain, both as differences to the mean of the abstract;
 * from there gradient steps towards the most gain to expect if a form were drawn with chances by its score (the softmax
 * of it), since only the choice counts and not how far the losers are off.
 */
export function fitForms(choices: readonly Choice[], chance: Chance): FormWeights {
  const rows = choices.map((choice) => choice.rows.map(flat));
  const names = namesOf(choices[0]?.rows[0]);
  const scales = scalesOf(rows.flat(), names.length);
  const groups = choices.map(({ gains }, at) => ({
    rows: (rows[at] ?? []).map((row) => scaled(row, scales)),
    gains,
  }));
  const weights = ridge(groups, names.length).map((weight) => weight * SHARPNESS);
  const moved = new Float64Array(names.length).fill(1e-6);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const group of shuffled(groups, chance)) climb(group, weights, moved);
  }
  const nested: Record<string, Record<string, number>> = {};
  names.forEach(([group, name], at) => {
    (nested[group] ??= {})[name] = Number(((weights[at] ?? 0) / SHARPNESS / (scales[at] ?? 1)).toFixed(5));
  });
  return nested as unknown as FormWeights;
}

const namesOf = (row: Features | undefined): readonly (readonly [group: string, name: string])[] =>
  Object.entries(row ?? {}).flatMap(([group, features]) =>
    Object.keys(features).map((name) => [group, name] as const),
  );

const flat = (row: Features): Vector =>
  Float64Array.from(Object.values(row).flatMap((group) => Object.values(group)));

/** Standard deviations. */
function scalesOf(rows: readonly Vector[], size: number): Vector {
  return Float64Array.from({ length: size }, (_, at) => {
    const values = rows.map((row) => row[at] ?? 0);
    const middle = mean(values);
    return Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) || 1;
  });
}

const scaled = (row: Vector, scales: Vector): Vector => row.map((value, at) => value / (scales[at] ?? 1));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function climb({ rows, gains }: Group, weights: Vector, moved: Vector): void {
  const scores = rows.map((row) => dot(row, weights));
  const top = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - top));
  const all = chances.reduce((sum, one) => sum + one, 0);
  const expected = chances.reduce((sum, one, at) => sum + (one / all) * (gains[at] ?? 0), 0);
  const slope = new Float64Array(weights.length);
  rows.forEach((row, at) => {
    const pull = ((chances[at] ?? 0) / all) * ((gains[at] ?? 0) - expected);
    for (let k = 0; k < slope.length; k++) slope[k] = (slope[k] ?? 0) + pull * (row[k] ?? 0);
  });
  for (let k = 0; k < slope.length; k++) {
    moved[k] = (moved[k] ?? 0) + (slope[k] ?? 0) ** 2;
    weights[k] = (weights[k] ?? 0) + (RATE * (slope[k] ?? 0)) / Math.sqrt(moved[k] ?? 1);
  }
}

function ridge(groups: readonly Group[], size: number): Vector {
  // X'X + lambda I beside X'y: one row of coefficients and the right-hand side for each feature.
  const system = Array.from({ length: size }, (_, k) => {
    const line = new Float64Array(size + 1);
    line[k] = RIDGE;
    return line;
  });
  for (const { rows, gains } of groups) {
    const meanGain = mean(gains);
    const centre = Float64Array.from({ length: size }, (_, k) => mean(rows.map((row) => row[k] ?? 0)));
    rows.forEach((row, at) =>
      addRow(
        system,
        row.map((value, k) => value - (centre[k] ?? 0)),
        (gains[at] ?? 0) - meanGain,
      ),
    );
  }
  return solve(system);
}

function addRow(system: readonly Vector[], x: Vector, y: number): void {
  system.forEach((line, j) => {
    const xj = x[j] ?? 0;
    if (xj === 0) return;
    for (let k = 0; k < x.length; k++) line[k] = (line[k] ?? 0) + xj * (x[k] ?? 0);
    line[x.length] = (line[x.length] ?? 0) + xj * y;
  });
}

/** Gauss-Jordan without pivoting, which a positive definite system does not need. */
function solve(system: readonly Vector[]): Vector {
  system.forEach((pivotLine, j) => {
    const pivot = pivotLine[j] ?? 1;
    pivotLine.forEach((value, k) => (pivotLine[k] = value / pivot));
    system.forEach((line, i) => {
      const factor = line[j] ?? 0;
      if (i === j || factor === 0) return;
      line.forEach((value, k) => (line[k] = value - factor * (pivotLine[k] ?? 0)));
    });
  });
  return Float64Array.from(system, (line) => line.at(-1) ?? 0);
}
