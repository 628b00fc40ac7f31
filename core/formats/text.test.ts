import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { partsOf } from './bytes';
import type { SourcePart } from './bytes';
import { joinedText, partInChunks } from './chunks-under-test';
import { textOf } from './text';

const UTF8 = new TextEncoder();
const textIn = (bytes: Uint8Array, length: number) => joinedText(textOf(partInChunks(bytes, length)));

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const MIXED = '{"t":"Größe 数 𝛼"}\r\n{"t":2}\r\r\n\n{"t":3}\r';
const PLAIN = '{"t":"Größe 数 𝛼"}\n{"t":2}\n\n\n{"t":3}\n';

describe('text of bytes', () => {
  it.each([
    ['UTF-8', UTF8.encode(MIXED)],
    ['UTF-8 with a mark', UTF8.encode(`\uFEFF${MIXED}`)],
    ['UTF-16LE with a mark', utf16(`\uFEFF${MIXED}`, true)],
    ['UTF-16BE with a mark', utf16(`\uFEFF${MIXED}`, false)],
    ['UTF-16LE without', utf16(MIXED, true)],
    ['UTF-16BE without', utf16(MIXED, false)],
  ])('reads %s with any line ends, however it is cut', async (_name, bytes) => {
    for (let length = 1; length <= bytes.length; length += 1) expect(await textIn(bytes, length)).toBe(PLAIN);
  });

  it('reads bytes that are no UTF-8 as Windows-1252 and counts them', async () => {
    const bytes = new Uint8Array([...UTF8.encode('Größe '), 0x93, 0x47, 0xf6, 0x94, 0x20, 0xc3]);
    for (let length = 1; length <= bytes.length; length += 1) {
      const source = textOf(partInChunks(bytes, length));
      expect(await joinedText(source)).toBe('Größe “Gö” Ã');
      expect(source.repairs.repaired).toBe(4);
    }
  });

  it('makes blanks of NULs and counts them', async () => {
    const source = textOf(partInChunks(UTF8.encode('{"a":1}\0\0\n'), 4));
    expect(await joinedText(source)).toBe('{"a":1}  \n');
    expect(source.repairs.nuls).toBe(2);
  });

  it('decodes any bytes alike however they are cut', async () => {
    const bytes = fc.array(
      fc.constantFrom(
        0x41,
        0x0d,
        0x0a,
        0x80,
        0xc3,
        0xa9,
        0xe2,
        0x82,
        0xac,
        0xf0,
        0x9f,
        0x98,
        0xff,
        0xed,
        0xa0,
      ),
      {
        minLength: 4,
        maxLength: 40,
      },
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 7 }), async (list, length) => {
        const all = new Uint8Array(list);
        expect(await textIn(all, length)).toBe(await textIn(all, all.length));
      }),
      { numRuns: 500 },
    );
  });

  it('is empty for an empty file', async () => {
    expect(await textIn(new Uint8Array(), 8)).toBe('');
  });
});

/** What follows each position, read from its mark, and what should follow. */
async function restsFromMarks(part: SourcePart, text: string): Promise<[string[], string[]]> {
  const source = textOf(part);
  await joinedText(source);
  const found: string[] = [];
  for (let position = 0; position <= text.length; position += 1) {
    const mark = JSON.parse(JSON.stringify(source.markAt(position))) as ReturnType<typeof source.markAt>;
    found.push(await joinedText(textOf(part, mark)));
  }
  return [found, found.map((_, position) => text.slice(position))];
}

describe('marks', () => {
  it.each([
    ['UTF-8 with a mark', UTF8.encode(`\uFEFF${MIXED}`)],
    ['UTF-16', utf16(`\uFEFF${MIXED}`, true)],
    ['bytes that are no UTF-8', new Uint8Array([...UTF8.encode(MIXED), 0xf6])],
  ])('lead back to any position of %s', async (_name, bytes) => {
    const text = await textIn(bytes, bytes.length);
    for (const length of [1, 3, 7, 100]) {
      const [found, expected] = await restsFromMarks(partInChunks(bytes, length), text);
      expect(found).toEqual(expected);
    }
  });

  it('lead back into packed bytes', async () => {
    const parts = await partsOf(new Blob([gzipSync(UTF8.encode(MIXED))]), 'library.jsonl.gz');
    if (!Array.isArray(parts)) throw new Error('could not be unpacked');
    const [found, expected] = await restsFromMarks(parts[0] as SourcePart, PLAIN);
    expect(found).toEqual(expected);
  });

  it('hold from a mark on as from the start', async () => {
    const part = partInChunks(UTF8.encode(MIXED), 5);
    const source = textOf(part);
    await joinedText(source);
    const second = textOf(part, source.markAt(10));
    await joinedText(second);
    expect(await joinedText(textOf(part, second.markAt(4)))).toBe(PLAIN.slice(14));
  });
});
