import { describe, expect, it } from 'vitest';
import { shelf } from '../tests/samples/shelf';
import { UnsavedNotes } from './unsaved-notes';

const note = (paperId: string, text: string) => ({ paperId, from: '', text });

function refuse(): never {
  throw new Error('QuotaExceededError');
}

describe('unsaved notes', () => {
  it('are one for each paper, the last that was typed, until they are dropped', () => {
    const store = shelf();
    const notes = new UnsavedNotes(store);
    for (const text of ['W', 'Wr', 'Wri']) notes.keep(note('a', text));
    notes.keep(note('b', 'Other.'));
    expect(new UnsavedNotes(store).all()).toEqual([note('a', 'Wri'), note('b', 'Other.')]);
    notes.drop('a', 'Wr');
    expect(notes.all()).toHaveLength(2);
    notes.drop('a', 'Wri');
    notes.drop('of none', 'Wri');
    expect(notes.all()).toEqual([note('b', 'Other.')]);
    notes.drop('b', 'Other.');
    expect(store.all.size).toBe(0);
  });

  it('are bounded, the oldest going first', () => {
    const notes = new UnsavedNotes(shelf());
    for (let at = 0; at < 60; at += 1) notes.keep(note(String(at), 'x'));
    expect(notes.all().map(({ paperId }) => paperId)).toEqual(
      Array.from({ length: 50 }, (_, at) => String(at + 10)),
    );
  });

  it.each(['', '{', '7', '{"a":1}', '[1,null,{"paperId":"a"},{"paperId":1,"from":"","text":""}]'])(
    'are none where %j is kept',
    (odd) => {
      const store = shelf();
      store.all.set('unsaved-notes', odd);
      expect(new UnsavedNotes(store).all()).toEqual([]);
    },
  );

  it('do no harm where nothing can be kept', () => {
    const notes = new UnsavedNotes({ getItem: refuse, setItem: refuse, removeItem: refuse });
    notes.keep(note('a', 'x'));
    notes.drop('a', 'x');
    expect(notes.all()).toEqual([]);
  });
});
