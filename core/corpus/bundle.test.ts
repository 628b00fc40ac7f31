import { describe, expect, it } from 'vitest';
import { makeBundle, openBundle, type CorpusBundle } from './bundle';
import { seal } from './sealed';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const corpus: CorpusBundle = {
  version: 'v1',
  name: 'Häfen',
  paperCount: 2,
  files: new Map([
    ['manifest', bytes(1, 2, 3)],
    ['keys/000', bytes(4, 5, 6, 7, 8, 9, 10, 11, 12)],
    ['terms/none', bytes()],
  ]),
};
const packed = makeBundle(corpus);

/** A container that is sealed rightly around what should not be in it. */
function sealedAround(directory: string, rest = 0, length = directory.length): Uint8Array {
  const start = Math.ceil((8 + directory.length) / 8) * 8;
  const payload = new Uint8Array(start + rest);
  new DataView(payload.buffer).setUint32(0, length, true);
  payload.set(new TextEncoder().encode(directory), 8);
  return seal({ kind: 'bndl', version: 1 }, payload);
}

describe('a bundle', () => {
  it('comes out as it went in, every file at a multiple of eight', () => {
    const unpacked = openBundle(packed);
    expect(unpacked).toEqual({ ok: true, corpus });
    const files = unpacked.ok ? [...unpacked.corpus.files.values()] : [];
    expect(files.map(({ byteOffset }) => byteOffset % 8)).toEqual([0, 0, 0]);
  });

  it('has the same bytes in whatever order its files came', () => {
    expect(makeBundle({ ...corpus, files: new Map([...corpus.files].toReversed()) })).toEqual(packed);
  });

  it('is damaged with any bit of it changed, and cut anywhere', () => {
    for (let at = 0; at < packed.length; at += 1) {
      const changed = packed.slice();
      changed[at] = (changed[at] ?? 0) ^ 4;
      expect(openBundle(changed).ok, `bit of byte ${at}`).toBe(false);
      expect(openBundle(packed.subarray(0, at)).ok, `cut at ${at}`).toBe(false);
    }
  });

  const facts = '"version":"v","name":"n","paperCount":1';
  it.each([
    ['nothing', seal({ kind: 'bndl', version: 1 }, bytes())],
    ['no JSON', sealedAround('{')],
    ['no object', sealedAround('null')],
    ['no files', sealedAround(`{${facts}}`)],
    ['a file without a size', sealedAround(`{${facts},"files":[["a"]]}`)],
    ['a negative size', sealedAround(`{${facts},"files":[["a",-8]]}`)],
    ['a file past its end', sealedAround(`{${facts},"files":[["a",9]]}`, 8)],
    ['more than its files', sealedAround(`{${facts},"files":[["a",8]]}`, 16)],
    ['a name twice', sealedAround(`{${facts},"files":[["a",8],["a",8]]}`, 16)],
    ['a directory that is too long', sealedAround(`{${facts},"files":[]}`, 0, 2 ** 31)],
  ])('is malformed with %s in it', (_what, file) => {
    expect(openBundle(file)).toEqual({ ok: false, reason: 'malformed' });
  });
});
