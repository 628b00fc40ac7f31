import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflatedMembers } from './gzip-members';
import { UNPACK_LIMITS } from './inflate';
import type { UnpackProgress } from './inflate';

const LINES = Array.from({ length: 9_000 }, (_, at) => `{"n":${(at * 7919) % 104_729}}\n`).join('');
const HALVES = [LINES.slice(0, 40_000), LINES.slice(40_000)] as const;
const JOINED = Buffer.concat(HALVES.map((half) => gzipSync(half)));

async function unpacked(bytes: Uint8Array, cut = 1_000, limits = UNPACK_LIMITS) {
  const progress: UnpackProgress = { packedBytes: 0, unpackedBytes: 0, trouble: null };
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of inflatedMembers(chunks(), progress, limits)) pieces.push(piece);
  return { text: Buffer.concat(pieces).toString(), progress };
}

describe('joined gzip files', () => {
  it.each([1, 2, 7, 1_000])('are read to their end, in chunks of %d bytes', async (cut) => {
    const joined = Buffer.concat(
      [LINES.slice(0, 900), LINES.slice(900, 2_000)].map((half) => gzipSync(half)),
    );
    const { text, progress } = await unpacked(joined, cut);
    expect(text).toBe(LINES.slice(0, 2_000));
    expect(progress).toEqual({ packedBytes: joined.length, unpackedBytes: 2_000, trouble: null });
  });

  it('may be as many and as small as bgzip makes them, the last one empty', async () => {
    const many = Array.from({ length: 500 }, (_, at) => gzipSync(LINES.slice(at * 50, at * 50 + 50)));
    const { text, progress } = await unpacked(Buffer.concat([...many, gzipSync('')]));
    expect([text, progress.trouble]).toEqual([LINES.slice(0, 25_000), null]);
  });

  it.each([1, 4, 8, 30, 5_000])(
    'that lack %d bytes at the end say so and give what there is',
    async (lack) => {
      const { text, progress } = await unpacked(JOINED.subarray(0, -lack));
      expect(LINES.startsWith(text)).toBe(true);
      expect(text.length).toBeGreaterThan(HALVES[0].length);
      expect(progress.trouble).toMatchObject({ kind: 'truncated', unpackedBytes: text.length });
    },
  );

  it('are damaged where a checksum is, or something else was joined', async () => {
    const firstBytes = gzipSync(HALVES[0]).length;
    const changed = Uint8Array.from(JOINED);
    changed[firstBytes - 8] = (changed[firstBytes - 8] ?? 0) ^ 1;
    expect((await unpacked(changed)).progress.trouble?.kind).toBe('damaged');
    const other = await unpacked(Buffer.concat([gzipSync(LINES), Buffer.from('and more text')]));
    expect(other.progress.trouble?.kind).toBe('damaged');
    expect(other.text).toBe(LINES);
  });

  it('are a bomb by their ratio all together', async () => {
    const blanks = gzipSync(new Uint8Array(2 ** 20));
    const bomb = Buffer.concat(Array.from({ length: 20 }, () => blanks));
    const { text, progress } = await unpacked(bomb, 1_000, {
      ...UNPACK_LIMITS,
      ratioFrom: 4 * 2 ** 20,
      ratioMax: 20,
    });
    expect(progress.trouble?.kind).toBe('bomb');
    expect(text.length).toBeLessThan(10 * 2 ** 20);
  });
});
