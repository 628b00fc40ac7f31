import { array, assert, integer, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from './highlight';

const join = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('');

describe('segments', () => {
  it('marks what the spans cover', () => {
    expect(segments('one two three', [{ start: 4, end: 7 }])).toEqual([
      { text: 'one ', marked: false },
      { text: 'two', marked: true },
      { text: ' three', marked: false },
    ]);
  });

  it('loses and repeats nothing, whatever the spans', () => {
    const span = record({
      start: integer({ min: -5, max: 40 }),
      end: integer({ min: -5, max: 40 }),
    });
    assert(
      property(string({ maxLength: 30 }), array(span, { maxLength: 5 }), (text, spans) => {
        expect(join(segments(text, spans))).toBe(text);
      }),
    );
  });
});
