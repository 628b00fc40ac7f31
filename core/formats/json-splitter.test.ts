import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_CHARS_MAX } from './json-piece';
import type { JsonPiece } from './json-piece';
import { JsonSplitter } from './json-splitter';

function pieces(text: string, lengths: readonly number[] = [text.length], keys = ['results', 'data']) {
  const splitter = new JsonSplitter(keys);
  const found: JsonPiece[] = [];
  let at = 0;
  for (let chunk = 0; at < text.length; chunk += 1) {
    const length = Math.max(1, lengths[Math.min(chunk, lengths.length - 1)] ?? 1);
    found.push(...splitter.push(text.slice(at, at + length)));
    at += length;
  }
  return [...found, ...splitter.end()];
}
const texts = (text: string, lengths?: readonly number[]) =>
  pieces(text, lengths).map((piece) => piece.text.trim());

const LAYOUTS = {
  lines: '{"a":1}\n{"a":"}\\n{\\""}\n\n  {"a":[{}]}\n',
  'lines without an end': '{"a":1}\n{"a":2}',
  'one line': '{"a":1}',
  'an array': '[{"a":1},{"a":"\\\\"},{"a":{"b":[1,2]}}]',
  'an indented array': '[\n  {\n    "a": [\n      {}\n    ]\n  },\n  {\n    "a": "],["\n  }\n]\n',
  'an array of lines': '[\n{"a":1},\n{"a":2}\n]',
  'other values in an array': '[1, "two", null, [3], {"a":4}]',
  'one after the other': '{\n "a": 1\n}\n{\n "a": {"results": [1]}\n}\n',
  'an object that wraps them':
    '{"meta":{"count":2},"results":[{"a":1},{"b":[{"results":[]}]}],"rest":{"x":[1]}}',
};

describe('how records are laid out', () => {
  it('knows lines, arrays, wrapped arrays and values one after the other', () => {
    expect(texts(LAYOUTS.lines)).toEqual(['{"a":1}', '{"a":"}\\n{\\""}', '{"a":[{}]}']);
    expect(texts(LAYOUTS['one line'])).toEqual(['{"a":1}']);
    expect(texts(LAYOUTS['an array'])).toEqual(['{"a":1}', '{"a":"\\\\"}', '{"a":{"b":[1,2]}}']);
    expect(texts(LAYOUTS['an indented array']).map((text) => JSON.parse(text))).toEqual([
      { a: [{}] },
      { a: '],[' },
    ]);
    expect(texts(LAYOUTS['other values in an array'])).toEqual(['1', '"two"', 'null', '[3]', '{"a":4}']);
    expect(texts(LAYOUTS['one after the other'])).toHaveLength(2);
    expect(texts(LAYOUTS['an object that wraps them'])).toEqual(['{"a":1}', '{"b":[{"results":[]}]}']);
  });

  it('counts lines and says where each record ends', () => {
    const text = LAYOUTS.lines;
    expect(pieces(text).map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(pieces(LAYOUTS['an indented array']).map(({ line }) => line)).toEqual([2, 7]);
    expect(text.slice(0, pieces(text)[0]?.position ?? 0)).toBe('{"a":1}\n');
  });

  it('drops commas at the ends of lines', () => {
    expect(texts('{"a":1},\n{"a":2},\n')).toEqual(['{"a":1}', '{"a":2}']);
  });

  it.each(Object.entries(LAYOUTS))('finds the same records however it is cut: %s', (_name, text) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (lengths) => {
        expect(pieces(text, lengths)).toEqual(pieces(text));
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(LAYOUTS))('goes on from where any record ended: %s', (_name, text) => {
    const all = pieces(text);
    all.forEach(({ position }, at) => {
      if (position === null) return;
      const rest = pieces(text.slice(position)).map((piece) => piece.text.trim());
      expect(rest).toEqual(all.slice(at + 1).map((piece) => piece.text.trim()));
    });
  });

  it('takes any JSON values in an array apart as JSON.parse does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 40 }),
        (values, indent, length) => {
          const text = JSON.stringify(values, null, indent);
          const found = pieces(text, [length]).map((piece) => JSON.parse(piece.text) as unknown);
          expect(found).toEqual(JSON.parse(text));
        },
      ),
    );
  });
});

describe('broken sources', () => {
  it('loses one line to a lost quote or bracket, not the next', () => {
    expect(texts('{"a":"x\n{"a":2}\n{"a":{\n{"a":4}')).toEqual(['{"a":"x', '{"a":2}', '{"a":{', '{"a":4}']);
  });

  it('loses one record of an indented array to a lost quote or bracket', () => {
    const lostQuote = '[\n  {\n    "a": "x\n  },\n  {\n    "a": 2\n  }\n]';
    const lostBracket = '[\n  {\n    "a": {\n  },\n  {\n    "a": 2\n  }\n]';
    expect(texts(lostQuote).map((text) => text.replace(/\s/g, ''))).toEqual(['{"a":"x}', '{"a":2}']);
    expect(texts(lostBracket).at(-1)?.replace(/\s/g, '')).toBe('{"a":2}');
  });

  it('hands out what is left of a record that the file cuts off', () => {
    expect(texts('[{"a":1},{"a":')).toEqual(['{"a":1}', '{"a":']);
    expect(texts('{"a":1}\n{"a":')).toEqual(['{"a":1}', '{"a":']);
  });

  it.each([
    ['line', '{"a":1}\n{"a":2}\n', '\n{"a":3}'],
    ['array element', '[{"a":1},{"a":2},', ',{"a":3}]'],
  ])('keeps little of an endless %s and finds the next record', (_name, before, after) => {
    const splitter = new JsonSplitter([]);
    const found = [...splitter.push(`${before}{"b":"`)];
    const chunk = 'x'.repeat(2 ** 20);
    for (let length = 0; length <= RECORD_CHARS_MAX; length += chunk.length)
      found.push(...splitter.push(chunk));
    found.push(...splitter.push(`"}${after}`), ...splitter.end());
    expect(found.map(({ tooLong }) => tooLong)).toEqual([false, false, true, false]);
    expect(found[2]?.text.length).toBeLessThan(3 * 2 ** 20);
    expect(found[3]?.text.trim()).toBe('{"a":3}');
  });

  it('never throws', () => {
    const signs = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ',',
      ':',
      '\n',
      ' ',
      '1',
      'results',
      '\u0000',
      '\uD800',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (parts, length) => {
        const text = parts.join('');
        expect(pieces(text, [length])).toEqual(pieces(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
