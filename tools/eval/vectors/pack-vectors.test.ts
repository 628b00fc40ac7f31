import { expect, it } from 'vitest';
import { openWordVectors } from '../../../core/kin/word-vectors';
import { termHash } from '../../../core/terms/pair-hash';
import { packVectors } from './pack-vectors';

const WORDS = ['tide', 'moon', 'oven'];
const file = packVectors({
  words: WORDS,
  frequencies: Int32Array.of(4, 20, 100),
  papers: 100,
  dimensions: 2,
  values: Float32Array.of(1, 0.5, -2, 0, 0, 0),
});

it('gives back what was packed, to within a byte', () => {
  const vectors = openWordVectors(file);
  expect(vectors).toMatchObject({ words: 3, papers: 100, dimensions: 2 });
  const read = WORDS.map((word) => {
    const row = vectors?.rowOf(termHash(word)) ?? -1;
    const sum = new Float32Array(2);
    vectors?.addTo(sum, row, 2);
    return { sum: [...sum], share: vectors?.shareOf(row) ?? 0 };
  });
  expect(read[0]?.sum[0]).toBeCloseTo(2, 2);
  expect(read[0]?.sum[1]).toBeCloseTo(1, 1);
  expect(read[1]?.sum).toEqual([-4, 0]);
  expect(read[2]?.sum).toEqual([0, 0]);
  for (const [at, share] of [0.04, 0.2, 1].entries())
    expect((read[at]?.share ?? 0) / share).toBeCloseTo(1, 1);
  expect(vectors?.rowOf(termHash('ship'))).toBe(-1);
  expect(vectors?.shareOf(-1)).toBeCloseTo(0.01);
});

it('is nothing when a byte of it is other than it was, or missing', () => {
  for (let at = 0; at < file.length; at++) {
    const broken = file.slice();
    broken[at] = (broken[at] ?? 0) ^ 0x41;
    expect(openWordVectors(broken), `byte ${at}`).toBeNull();
    expect(openWordVectors(file.slice(0, at))).toBeNull();
  }
  expect(openWordVectors(new Uint8Array(1_000))).toBeNull();
});
