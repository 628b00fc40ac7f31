import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xxHash32 } from './checksum';
import { seal, unseal } from './sealed';

const FORMAT = { kind: 'test', version: 3 };
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('xxHash32', () => {
  /** From the specification and the reference implementation's own checks. */
  it.each([
    ['', 0, 0x02cc5d05],
    ['', 0x9e3779b1, 0x36b78ae7],
    ['abc', 0, 0x32d153ff],
    ['Nobody inspects the spammish repetition', 0, 0xe2293b2f],
  ])('of %j with seed %i', (text, seed, hash) => {
    expect(xxHash32(bytesOf(text), seed)).toBe(hash);
  });
});

describe('an envelope', () => {
  it('gives back what was put in, aligned, wherever the file lies in memory', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 0, max: 9 }), (payload, offset) => {
        const file = seal(FORMAT, payload);
        const elsewhere = new Uint8Array(offset + file.length).subarray(offset);
        elsewhere.set(file);
        const opened = unseal(FORMAT, elsewhere);
        if (!opened.ok) throw new Error(opened.reason);
        expect([...opened.payload]).toEqual([...payload]);
        expect(opened.payload.byteOffset % 8).toBe(0);
      }),
    );
  });

  it('does not open when one bit of it is changed, nor when it is cut or lengthened', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(), (payload, choice) => {
        const file = seal(FORMAT, payload);
        const bit = choice % (file.length * 8);
        const changed = file.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(unseal(FORMAT, changed).ok).toBe(false);
        expect(unseal(FORMAT, file.subarray(0, choice % file.length))).toMatchObject({ reason: 'damaged' });
        expect(unseal(FORMAT, new Uint8Array([...file, 0]))).toMatchObject({ reason: 'damaged' });
      }),
    );
  });

  it('tells what is wrong', () => {
    const file = seal(FORMAT, bytesOf('payload'));
    expect(unseal({ kind: 'else', version: 3 }, file)).toEqual({ ok: false, reason: 'foreign' });
    expect(unseal({ kind: 'test', version: 2 }, file)).toEqual({ ok: false, reason: 'newer' });
    expect(unseal({ kind: 'test', version: 4 }, file)).toMatchObject({ ok: true, version: 3 });
    expect(unseal(FORMAT, bytesOf('{"papers": [], "name": "not one of ours"}'))).toMatchObject({
      reason: 'foreign',
    });
    expect(unseal(FORMAT, new Uint8Array())).toMatchObject({ reason: 'damaged' });
  });
});
