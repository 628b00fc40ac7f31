import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { UnsavedNotes } from '../../store/unsaved-notes';
import { entry, fakeClock } from '../../tests/popup/fake-ports';
import { shelf } from '../../tests/samples/shelf';
import { NoteDrafts } from './note-drafts';

type Save = (of: ReadingListEntry, text: string) => Promise<boolean>;

const noted = (note: string): ReadingListEntry => ({ ...entry('a'), note });
let clock: ReturnType<typeof fakeClock>;
let unsaved: UnsavedNotes;
let save: ReturnType<typeof vi.fn<Save>>;
const open = () => new NoteDrafts({ save, unsaved, clock });
const saved = () => save.mock.calls.map(([, text]) => text);

beforeEach(() => {
  clock = fakeClock();
  unsaved = new UnsavedNotes(shelf());
  save = vi.fn<Save>().mockResolvedValue(true);
});

describe('a note', () => {
  it('is saved after a rest, or at once when left, and kept while it cannot be', async () => {
    const draft = open().of(noted(''));
    draft.type('a');
    clock.advance(900);
    draft.type('ab');
    clock.advance(900);
    expect(save).not.toHaveBeenCalled();
    clock.advance(100);
    await vi.waitFor(() => expect(draft.text.value).toBeNull());
    save.mockResolvedValueOnce(false);
    draft.type('abc');
    await draft.flush();
    expect(draft.text.value).toBe('abc');
    await draft.flush();
    await draft.flush();
    expect(saved()).toEqual(['ab', 'abc', 'abc']);
    clock.advance(5_000);
    expect(save).toHaveBeenCalledTimes(3);
  });

  it('outlives its editor while the disk is full, and asks before it would be lost', async () => {
    save.mockResolvedValue(false);
    const drafts = open();
    const draft = drafts.of(noted(''));
    draft.type('kept');
    expect(drafts.hasStuck([noted('')])).toBe(false);
    await draft.flush();
    expect(drafts.hasStuck([noted('')])).toBe(true);
    expect(drafts.of(noted('')).text.value).toBe('kept');
    save.mockResolvedValue(true);
    drafts.save();
    await vi.waitFor(() => expect(drafts.hasStuck([noted('')])).toBe(false));
  });
});

describe('a note whose page ended before its last words arrived', () => {
  /** Types, and ends the page before anything is saved. */
  const typed = (before: string, ...texts: readonly string[]) => {
    const draft = open().of(noted(before));
    for (const text of texts) draft.type(text);
  };

  it('is saved by the next page', async () => {
    typed('', 'W', 'Written last.');
    const drafts = open();
    drafts.recover([noted('')]);
    expect(drafts.of(noted('')).text.value).toBe('Written last.');
    await vi.waitFor(() => expect(unsaved.all()).toEqual([]));
    expect(saved()).toEqual(['Written last.']);
  });

  it('is not saved twice where it had arrived', () => {
    typed('', 'Written last.');
    open().recover([noted('Written last.')]);
    expect([saved(), unsaved.all()]).toEqual([[], []]);
  });

  it('goes on where its beginning had arrived', async () => {
    typed('', 'Writ', 'Written last.');
    open().recover([noted('Writ')]);
    await vi.waitFor(() => expect(unsaved.all()).toEqual([]));
    expect(saved()).toEqual(['Written last.']);
  });

  it('is joined with what was written elsewhere since', async () => {
    typed('one\ntwo', 'one\ntwo\nthree');
    open().recover([noted('zero\none\ntwo')]);
    await vi.waitFor(() => expect(unsaved.all()).toEqual([]));
    expect(saved()).toEqual(['zero\none\ntwo\nthree']);
  });

  it('waits while its entry is not in the list, and while it cannot be saved', async () => {
    typed('', 'kept');
    open().recover([]);
    expect([saved(), unsaved.all()]).toEqual([[], [{ paperId: 'a', from: '', text: 'kept' }]]);
    save.mockResolvedValue(false);
    const drafts = open();
    drafts.recover([noted('')]);
    await vi.waitFor(() => expect(drafts.hasStuck([noted('')])).toBe(true));
    expect(unsaved.all()).toEqual([{ paperId: 'a', from: '', text: 'kept' }]);
  });

  it('stays kept where a second window typed on while the first one saved', async () => {
    save.mockReturnValueOnce(new Promise((resolve) => void clock.after(10, () => resolve(true))));
    const draft = open().of(noted(''));
    draft.type('one');
    const flushed = draft.flush();
    open().of(noted('')).type('one and two');
    clock.advance(10);
    await flushed;
    expect(unsaved.all()).toMatchObject([{ text: 'one and two' }]);
  });

  it('leaves alone what is being written on this page', () => {
    const drafts = open();
    drafts.of(noted('')).type('here');
    drafts.recover([noted('')]);
    expect([saved(), drafts.of(noted('')).text.value]).toEqual([[], 'here']);
  });

  it('keeps what was typed while a part of it was saved', async () => {
    const hold = new Promise<boolean>((resolve) => void clock.after(10, () => resolve(true)));
    save.mockReturnValueOnce(hold);
    const draft = open().of(noted(''));
    draft.type('Writ');
    const flushed = draft.flush();
    draft.type('Written');
    clock.advance(10);
    await flushed;
    expect(unsaved.all()).toEqual([{ paperId: 'a', from: 'Writ', text: 'Written' }]);
  });
});
