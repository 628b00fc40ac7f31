import { describe, expect, it } from 'vitest';
import { LIST_EXPORTS } from '../../core/list-formats/list-exports';
import { IMPORT_FORMATS } from '../../core/formats/import-formats';
import { chanceOf } from '../eval/chance';
import { fuzzSample } from './fuzz-run';
import { mutated } from './mutate';
import { SAMPLES } from './samples';
import { throughImporters } from './through-importers';

/** Of each format: all together take some seconds. `npm run fuzz` has more. */
const CASES = 60;

describe('the fuzzer', () => {
  it('has a sample of every format that can be imported, which is read as it stands', async () => {
    const formats = new Set(SAMPLES.map(({ format }) => format));
    expect(IMPORT_FORMATS.map(({ id }) => id).filter((id) => !formats.has(id))).toEqual([]);
    for (const { bytes, name } of SAMPLES)
      expect([name, await throughImporters(bytes, name)]).toMatchObject([name, { isRead: true, faults: [] }]);
  });

  it('makes the same files of the same seed, and others of another', () => {
    const [sample] = SAMPLES;
    const of = (seed: number) => mutated(sample?.bytes ?? new Uint8Array(), chanceOf(seed));
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
  });

  it('finds a formula that a table lets through', async () => {
    const csv = LIST_EXPORTS.find(({ id }) => id === 'csv');
    if (!csv) throw new Error('no table is written');
    const text = new TextEncoder().encode('title,year\n=HYPERLINK("http://example.org"),2020\n');
    expect((await throughImporters(text, 'x.csv')).faults).toEqual([]);
    const write = Object.getOwnPropertyDescriptor(csv, 'write');
    Object.defineProperty(csv, 'write', { ...write, value: () => '\uFEFFTitle\r\n=1+1\r\n' });
    const { faults } = await throughImporters(text, 'x.csv');
    if (write) Object.defineProperty(csv, 'write', write);
    expect(faults).toEqual(['csv: a formula']);
  });
});

describe.each(SAMPLES.map((sample) => [sample.format, sample] as const))('%s', (_format, sample) => {
  it('spoilt in every way is read or refused, within its bounds', async () => {
    const { faults } = await fuzzSample(sample, CASES, 1);
    expect(faults).toEqual([]);
  });
});
