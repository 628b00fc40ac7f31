import { beforeEach, describe, expect, it } from 'vitest';
import { freshEntry } from '../../core/reading-list/entry';
import { editing, merging, removing, restoring, saving, splitting } from './list-effects';
import { EMPTY_WORLD, factsOf, Model, type Seen } from './model';
import { idAt, paperAt } from './papers';

const [ONE, TWO, THREE] = [10, 11, 12] as const;
const seen = (index: number, facts: Partial<Seen> = {}): Seen => ({
  ...freshEntry(paperAt(index), 1, null),
  ...facts,
});
const note = (text: string) => editing([idAt(ONE)], { note: text });
const NOTHING_WRONG = { lost: [], half: [] };

let model: Model;

beforeEach(() => {
  model = new Model();
  model.done(saving(idAt(ONE)));
});

describe('the model of what was acknowledged', () => {
  it('finds a write that was acknowledged and is not there', () => {
    model.done(saving(idAt(TWO)));
    const { lost, half } = model.settle({ entries: [seen(ONE)], bin: [] });
    expect([lost.length, half]).toEqual([1, []]);
    expect(lost[0]).toContain(`${idAt(TWO)} is gone`);
  });

  it('finds an edit that was acknowledged and is not there', () => {
    model.done(note('First.'));
    model.done(note('Second.'));
    expect(model.settle({ entries: [seen(ONE, { note: 'First.' })], bin: [] }).lost).toHaveLength(1);
  });

  it('finds what is back though it was removed, and what the bin lost', () => {
    model.done(removing([idAt(ONE)]));
    const { lost } = model.settle({ entries: [seen(ONE)], bin: [] });
    expect(lost.join('\n')).toMatch(/list: .* should not be there[\s\S]*|bin: .* is gone/);
    expect(lost).toHaveLength(2);
  });

  it.each([[[seen(ONE)]], [[seen(ONE, { note: 'Perhaps.' })]]])(
    'takes an edit without an answer for done or not done',
    (entries) => {
      model.perhaps(note('Perhaps.'));
      expect(model.settle({ entries, bin: [] })).toEqual(NOTHING_WRONG);
      // From then on it is known.
      expect(model.settle({ entries: [seen(ONE, { note: 'Other.' })], bin: [] }).lost).toHaveLength(1);
    },
  );

  it('finds half of an action without an answer', () => {
    model.done(saving(idAt(TWO)));
    model.perhaps(editing([idAt(ONE), idAt(TWO)], { starred: true }));
    const { lost, half } = model.settle({ entries: [seen(ONE, { starred: true }), seen(TWO)], bin: [] });
    expect([lost, half.length]).toEqual([[], 1]);
  });

  it('finds an acknowledgement of what could not be done', () => {
    expect(model.done(editing([idAt(THREE)], { starred: true }))).toBe(false);
  });
});

describe('what actions do', () => {
  it('brings a paper back with what the bin has of it', () => {
    model.done(note('Kept.'));
    model.done(removing([idAt(ONE)]));
    model.done(saving(idAt(ONE)));
    expect(model.settle({ entries: [seen(ONE, { note: 'Kept.' })], bin: [] })).toEqual(NOTHING_WRONG);
  });

  it('joins what is put back with what is there', () => {
    model.done(note('Here.'));
    const entry = seen(ONE, { note: 'There.', tags: ['sea'], starred: true });
    model.done(restoring(new Map([[idAt(ONE), factsOf(entry)]]), true));
    const joined = seen(ONE, { note: 'Here.\n\n---\n\nThere.', tags: ['sea'], starred: true });
    expect(model.settle({ entries: [joined], bin: [] })).toEqual(NOTHING_WRONG);
  });

  it('merges two entries and has them again as they were', () => {
    const before = saving(idAt(TWO))(saving(idAt(ONE))(EMPTY_WORLD) ?? EMPTY_WORLD) ?? EMPTY_WORLD;
    const merged = merging(idAt(ONE), idAt(TWO))(before) ?? EMPTY_WORLD;
    expect([...merged.entries.keys()]).toEqual([idAt(ONE)]);
    expect(splitting(idAt(ONE), idAt(TWO))(merged)).toEqual(before);
    const touched = editing([idAt(ONE)], { starred: true })(merged) ?? EMPTY_WORLD;
    expect(splitting(idAt(ONE), idAt(TWO))(touched)).toBeNull();
  });
});
