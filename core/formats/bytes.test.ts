import { describe, expect, it } from 'vitest';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { partsOf } from './bytes';
import type { SourcePart } from './bytes';
import { joinedText } from './chunks-under-test';
import type { SourceTrouble, UnpackLimits } from './inflate';
import { textOf } from './text';
import { zipOf as zipPackedBy } from './zip-under-test';

const zipOf = (files: Parameters<typeof zipPackedBy>[0]) =>
  zipPackedBy(files, (text) => deflateRawSync(text));
const LINES = Array.from(
  { length: 60_000 },
  (_, at) => `{"title":"Paper ${at}","n":${(at * 7919) % 104_729}}\n`,
).join('');

async function partsIn(
  bytes: Uint8Array<ArrayBuffer>,
  name = 'a',
  limits?: UnpackLimits,
): Promise<readonly SourcePart[]> {
  const parts = await partsOf(new Blob([bytes]), name, limits);
  if ('kind' in parts) throw new Error(parts.kind);
  return parts;
}
async function troubleIn(bytes: Uint8Array<ArrayBuffer>): Promise<SourceTrouble | null> {
  const parts = await partsOf(new Blob([bytes]), 'a');
  return 'kind' in parts ? parts : null;
}
async function read(part: SourcePart | undefined) {
  if (!part) throw new Error('no part');
  const source = textOf(part);
  const text = await joinedText(source);
  return { text, progress: source.bytes.progress };
}
const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

describe('gzip', () => {
  it('is unpacked, whatever the file is called', async () => {
    const packed = bytesOf(gzipSync(LINES));
    const [part] = await partsIn(packed, 'library.jsonl.gz');
    const { text, progress } = await read(part);
    expect(part?.name).toBe('library.jsonl');
    expect(text).toBe(LINES);
    expect(progress).toEqual({ packedBytes: packed.length, unpackedBytes: LINES.length, trouble: null });
  });

  it('gives what came before it breaks off, and says how far that was', async () => {
    const packed = bytesOf(gzipSync(LINES));
    const [part] = await partsIn(packed.slice(0, packed.length / 2));
    const { text, progress } = await read(part);
    expect(LINES.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(LINES.length / 4);
    expect(progress.trouble).toMatchObject({ kind: 'truncated', unpackedBytes: text.length });
  });

  it('says that it is damaged', async () => {
    const packed = bytesOf(gzipSync(LINES));
    // A block of the type that deflate does not have, right after the header of ten bytes.
    packed[10] = 0x06;
    const { progress } = await read((await partsIn(packed))[0]);
    expect(progress.trouble?.kind).toBe('damaged');
  });

  it('is read to its end when several were joined', async () => {
    const joined = Buffer.concat([gzipSync(LINES), gzipSync('{"last":1}\n')]);
    const { text, progress } = await read((await partsIn(bytesOf(joined)))[0]);
    expect(text).toBe(`${LINES}{"last":1}\n`);
    expect(progress).toMatchObject({ packedBytes: joined.length, trouble: null });
  });

  it('is a bomb by its ratio, and is not unpacked to its end', async () => {
    const packed = bytesOf(gzipSync(new Uint8Array(300 * 2 ** 20)));
    const [part] = await partsIn(packed);
    let bytes = 0;
    const stream = part?.open();
    for await (const chunk of stream ?? []) bytes += chunk.length;
    expect(stream?.progress.trouble?.kind).toBe('bomb');
    expect(bytes).toBeLessThan(150 * 2 ** 20);
  });

  it('is a bomb by its total', async () => {
    const limits: UnpackLimits = { ratioMax: 1_000, ratioFrom: 0, totalMax: 1_000_000 };
    const { text, progress } = await read((await partsIn(bytesOf(gzipSync(LINES)), 'a', limits))[0]);
    expect(progress.trouble?.kind).toBe('bomb');
    expect(text.length).toBeLessThanOrEqual(1_000_000);
  });

  it('lets go of the file when reading is given up', async () => {
    const [part] = await partsIn(bytesOf(gzipSync(LINES)));
    let chunks = 0;
    for await (const chunk of part?.open() ?? []) {
      chunks += chunk.length > 0 ? 1 : 0;
      break;
    }
    expect(chunks).toBe(1);
  });
});

describe('zip', () => {
  it('gives each file of the archive, but no folders and leavings', async () => {
    const parts = await partsIn(
      zipOf([
        { name: 'arxiv/', text: '' },
        { name: 'arxiv/a.jsonl', text: LINES },
        { name: '__MACOSX/arxiv/._a.jsonl', text: 'x' },
        { name: 'b.bib', text: '@misc{b}', stored: true },
        { name: 'later.ris', text: 'TY  - JOUR', sizesAfter: true },
        { name: 'big.json', text: '[]', wide: true },
      ]),
    );
    expect(parts.map(({ name }) => name)).toEqual(['arxiv/a.jsonl', 'b.bib', 'later.ris', 'big.json']);
    const texts = await Promise.all(parts.map(async (part) => (await read(part)).text));
    expect(texts).toEqual([LINES, '@misc{b}', 'TY  - JOUR', '[]']);
  });

  it('says that it is incomplete when its end is missing', async () => {
    const whole = zipOf([{ name: 'a.jsonl', text: LINES }]);
    expect(await troubleIn(whole.slice(0, -30))).toEqual({ kind: 'no-directory' });
  });

  it('says which file is encrypted', async () => {
    const trouble = await troubleIn(zipOf([{ name: 'a.jsonl', text: 'x', encrypted: true }]));
    expect(trouble).toEqual({ kind: 'encrypted', file: 'a.jsonl' });
  });

  it.each([true, false])(
    'tells a file that is not as it was packed (stored: %s), and gives what it has',
    async (stored) => {
      const [part] = await partsIn(zipOf([{ name: 'a.jsonl', text: LINES, stored, crc32: 1 }]));
      const { text, progress } = await read(part);
      expect(text).toBe(LINES);
      expect(progress.trouble).toEqual({ kind: 'changed', file: 'a.jsonl' });
    },
  );

  const DIRECTORY_BYTES = 46 + 'a.jsonl'.length + 22;

  it('survives a directory that points anywhere', async () => {
    const bytes = zipOf([{ name: 'a.jsonl', text: LINES }]);
    for (let at = bytes.length - DIRECTORY_BYTES; at < bytes.length; at += 1) {
      const mangled = bytes.slice();
      mangled[at] = 0xff;
      const parts = await partsOf(new Blob([mangled]), 'a');
      const texts =
        'kind' in parts ? [] : await Promise.all(parts.map(async (part) => (await read(part)).text));
      expect(texts.filter((text) => !LINES.startsWith(text) && text.length >= bytes.length)).toEqual([]);
    }
  });
});

describe('other files', () => {
  it('are read as they are, from any place on', async () => {
    const [part] = await partsIn(bytesOf(Buffer.from('{"a":1}\n')));
    let text = '';
    for await (const chunk of part?.open(3) ?? []) text += new TextDecoder().decode(chunk);
    expect(text).toBe('":1}\n');
  });
});
