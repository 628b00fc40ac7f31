import { describe, expect, it } from 'vitest';
import type { Damage } from './damage';
import {
  packRepairNotes,
  repairStateOf,
  unpackRepairNotes,
  waitingParts,
  withDamage,
  withTry,
} from './repair-notes';
import { seal } from './sealed';

const damage = (file: string): Damage => ({ part: file.split('/')[0] ?? '', file, reason: 'damaged' });
const noted = withDamage({}, [damage('keys/000'), damage('keys/001'), damage('terms/about')], 5);

describe('notes of damage', () => {
  it('have each part and file once, and are the same when nothing is new', () => {
    expect(noted['keys']).toEqual({ state: 'waiting', files: ['keys/000', 'keys/001'], tries: 0, at: 5 });
    expect(withDamage(noted, [damage('keys/001')], 6)).toBe(noted);
    expect(waitingParts(noted)).toEqual(['keys', 'terms']);
  });

  it('come out of their file as they went in, and are none where it is broken', () => {
    const file = packRepairNotes(noted);
    expect(unpackRepairNotes(file)).toEqual(noted);
    expect(unpackRepairNotes(file.subarray(0, 30))).toEqual({});
    expect(unpackRepairNotes(null)).toEqual({});
    const odd = JSON.stringify({
      ...noted,
      odd: null,
      state: { state: 'burnt', files: [], tries: 0, at: 1 },
    });
    expect(unpackRepairNotes(seal({ kind: 'repr', version: 1 }, new TextEncoder().encode(odd)))).toEqual(
      noted,
    );
    expect(unpackRepairNotes(seal({ kind: 'repr', version: 1 }, new TextEncoder().encode('{')))).toEqual({});
  });

  it('keep a bounded number of files', () => {
    const many = Array.from({ length: 99 }, (_, at) => damage(`keys/${at}`));
    const notes = withDamage({}, many, 5);
    expect(notes['keys']?.files).toHaveLength(20);
    expect(withDamage(notes, many, 6)).toBe(notes);
  });

  it('give a part up that no repair mends', () => {
    let notes = noted;
    for (let time = 6; time < 9; time += 1) {
      expect(waitingParts(notes)).toContain('keys');
      notes = withDamage(withTry(notes, 'keys', time === 6, time), [damage('keys/000')], time);
    }
    expect(notes['keys']).toMatchObject({ state: 'failed', tries: 3 });
    expect(withDamage(notes, [damage('keys/000')], 9)).toBe(notes);
  });

  it('know that papers cannot be made anew', () => {
    const notes = withDamage(noted, [damage('papers/000003')], 7);
    expect(waitingParts(notes)).toEqual(['keys', 'terms']);
    expect(repairStateOf(notes)).toEqual({ state: 'lost', at: 7 });
  });

  it('tell of the part that is worst off', () => {
    expect(repairStateOf({})).toBeNull();
    expect(repairStateOf(noted)).toEqual({ state: 'waiting', at: 5 });
    const half = withTry(noted, 'keys', true, 8);
    expect(repairStateOf(half)).toEqual({ state: 'waiting', at: 5 });
    expect(repairStateOf(withTry(half, 'terms', true, 9))).toEqual({ state: 'repaired', at: 9 });
  });
});
