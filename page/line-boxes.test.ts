import { describe, expect, it } from 'vitest';
import { mergeLines, nearestLine, onLines } from './line-boxes';

const box = (left: number, top: number, right: number, bottom = top + 20) => ({ left, top, right, bottom });

describe('mergeLines', () => {
  it('joins the words of one line, and keeps two lines apart', () => {
    expect(mergeLines([box(0, 0, 50), box(54, 0, 90), box(0, 20, 40)])).toEqual([
      box(0, 0, 90),
      box(0, 20, 40),
    ]);
  });

  it('takes in what stands a little higher or is taller: an exponent, a formula', () => {
    expect(mergeLines([box(0, 4, 50, 20), box(50, 0, 56, 13), box(56, 2, 99, 24)])).toEqual([
      box(0, 0, 99, 24),
    ]);
  });

  it('does not join two columns at the same height', () => {
    expect(mergeLines([box(0, 0, 100), box(400, 0, 500)])).toHaveLength(2);
  });

  it('joins lines that run from right to left', () => {
    expect(mergeLines([box(60, 0, 100), box(20, 0, 58)])).toEqual([box(20, 0, 100)]);
  });
});

describe('nearestLine and onLines', () => {
  const lines = [box(100, 0, 300), box(0, 20, 150)];

  it('finds the line that the pointer is on, else the nearest', () => {
    expect(nearestLine(lines, 200, 10)).toBe(lines[0]);
    expect(nearestLine(lines, 20, 22)).toBe(lines[1]);
    expect(nearestLine(lines, 20, 500)).toBe(lines[1]);
    expect(nearestLine([], 0, 0)).toBeNull();
  });

  it('counts only the text, not the empty rest of a block', () => {
    expect(onLines(lines, 301, 10, 2)).toBe(true);
    expect(onLines(lines, 400, 10, 2)).toBe(false);
    expect(onLines(lines, 50, 10, 2)).toBe(false);
  });
});
