import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWordVectors } from '../../core/kin/word-vectors';
import { randomFrom } from '../../core/map/random';
import { termHash } from '../../core/terms/pair-hash';
import { trainedFile } from './train-vectors';
import { readTrainingData, type TrainingData } from './vectors/training-texts';

const SUBJECTS = [
  'tide moon harbour ship salt anchor lighthouse wave rope gull'.split(' '),
  'oven flour yeast dough crust loaf baker sugar butter pan'.split(' '),
];
const OPTIONS = { dimensions: 4, batch: 16, rounds: 4, seed: 5 };
const folder = mkdtempSync(join(tmpdir(), 'paperkin-vectors-'));
let data: TrainingData;

/** Abstracts of twelve words of one subject each. */
beforeAll(() => {
  const chance = randomFrom(3);
  const lines = Array.from({ length: 80 }, (_, at) => {
    const subject = SUBJECTS[at % 2] ?? [];
    const words = Array.from({ length: 20 }, () => subject[Math.floor(chance() * subject.length)] ?? '');
    return JSON.stringify({ title: words.slice(0, 4).join(' '), abstract: words.slice(4).join(' ') });
  });
  const path = join(folder, 'papers.jsonl');
  writeFileSync(path, lines.join('\n'));
  data = readTrainingData(path, 2);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('makes the same bytes of the same papers and seed, and others of another seed', () => {
  const file = trainedFile(data, OPTIONS);
  expect(trainedFile(data, OPTIONS)).toEqual(file);
  expect(trainedFile(data, { ...OPTIONS, seed: 6 })).not.toEqual(file);
});

it('learns which words are of one subject', () => {
  const vectors = openWordVectors(trainedFile(data, OPTIONS));
  const unit = (word: string) => {
    const sum = new Float32Array(OPTIONS.dimensions);
    vectors?.addTo(sum, vectors.rowOf(termHash(word)), 1);
    const norm = Math.hypot(...sum);
    return sum.map((value) => value / norm);
  };
  const cosine = (a: string, b: string) =>
    unit(a).reduce((sum, value, at) => sum + value * (unit(b)[at] ?? 0), 0);
  expect(cosine('moon', 'harbour')).toBeGreaterThan(0.4);
  expect(cosine('flour', 'dough')).toBeGreaterThan(0.4);
  expect(cosine('moon', 'dough')).toBeLessThan(0.1);
});
