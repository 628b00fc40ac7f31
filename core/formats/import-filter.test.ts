import { describe, expect, it } from 'vitest';
import { EVERY_PAPER, passes } from './import-filter';
import { NO_FIELDS, paperFromFields } from './paper-from-fields';

function record(fields: Partial<typeof NO_FIELDS>, categories?: readonly string[]) {
  const paper = paperFromFields({ ...NO_FIELDS, title: 'A Title of Some Length', ...fields });
  if (typeof paper === 'string') throw new Error(paper);
  return { ok: true as const, paper, line: 1, ...(categories ? { categories } : {}) };
}

describe('the filter before an import', () => {
  it('takes everything when nothing is asked', () => {
    expect(passes(EVERY_PAPER, record({}))).toBe(true);
  });

  it('takes a whole archive or one category', () => {
    const takes = (wanted: string, ...categories: readonly string[]) =>
      passes({ ...EVERY_PAPER, categories: [wanted] }, record({}, categories));
    expect(takes('cs.', 'math.CO', 'cs.CL')).toBe(true);
    expect(takes('cs', 'cs.CL')).toBe(true);
    expect(takes('cs.CL', 'cs.CL')).toBe(true);
    expect(takes('hep-ph', 'hep-ph')).toBe(true);
    expect(takes('computer science', 'Computer Science')).toBe(true);
    expect(takes('cs.C', 'cs.CL')).toBe(false);
    expect(takes('math', 'math-ph')).toBe(false);
    expect(takes('cs')).toBe(false);
    expect(passes({ ...EVERY_PAPER, categories: ['cs'] }, record({}))).toBe(false);
  });

  it('takes the years of a range, both ends included, and no paper without a year', () => {
    const within = { ...EVERY_PAPER, yearFrom: 2019, yearTo: 2021 };
    const years = [null, '2018', '2019', '2021', '2022'];
    expect(years.map((date) => passes(within, record({ date })))).toEqual([false, false, true, true, false]);
    expect(passes({ ...EVERY_PAPER, yearTo: 2021 }, record({}))).toBe(false);
  });

  it('asks for an abstract', () => {
    const filter = { ...EVERY_PAPER, withAbstract: true };
    expect([null, ' ', 'We show.'].map((abstract) => passes(filter, record({ abstract })))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
