import { describe, expect, it } from 'vitest';
import { isSamePaper, type ComparedPaper } from './same-paper';

const RECORD: ComparedPaper = {
  title: 'How Young Finches Learn the Songs of Their Fathers',
  authors: ['Ada Vireo', 'Ben Lark'],
  year: 2019,
  arxiv: null,
  doi: null,
};
const ALONE = { ...RECORD, authors: [] };
const same = (a: Partial<ComparedPaper>, b: Partial<ComparedPaper>, record = RECORD) => {
  const [one, other] = [
    { ...record, ...a },
    { ...record, ...b },
  ];
  expect(isSamePaper(one, other)).toBe(isSamePaper(other, one));
  return isSamePaper(one, other);
};

describe('isSamePaper', () => {
  it.each([
    [
      { year: 2019, arxiv: '1901.00001' },
      { year: 2021, doi: '10.1001/x' },
    ],
    [{}, { authors: ['Vireo, A.'] }],
    [{}, { year: 2024, authors: ['Lark, B.', 'Vireo, A.'] }],
    [{ id: 'x' }, { id: 'x', title: 'Another' }],
    [{ arxiv: '1901.00001' }, { doi: '10.48550/arxiv.1901.00001', title: 'Another' }],
    [{}, { title: 'How young finches lern the songs of their fathers (extended abstract)' }],
    [{}, { title: 'On how young finches learn their fathers’ songs', doi: '10.1001/x' }],
    [
      { doi: '10.1001/x.v1', title: 'A' },
      { doi: '10.1001/x.v2', title: 'B' },
    ],
    [{ doi: '10.1001/x' }, { doi: '10.1001/x.s001', authors: [], year: null }],
    [{ title: 'FINCH/SONG' }, { title: 'FINCH/SONG: how young finches learn' }],
    [{ title: 'Songs of finches. II' }, { title: 'Songs of finches. II. Winter' }],
  ])('says yes for %j and %j', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each([
    [{}, { authors: ['Cy Wren'] }],
    [{ authors: ['Ada Vireo'] }, { year: 2024 }],
    [{}, { year: 2024, title: 'How young finches lern the songs of their fathers' }],
    [{ arxiv: '1901.00001' }, { arxiv: '1901.00002' }],
    [{ title: 'Songs of finches, part 1' }, { title: 'Songs of finches, part 2' }],
    [{ title: 'Songs of finches in winter, part I' }, { title: 'Songs of finches in winter, part II' }],
    [{ title: 'FINCH/SONG', year: 2018 }, { title: 'FINCH/SONG: rejoinder' }],
    [{ title: '' }, { title: '' }],
    [{ doi: '10.1001/x.s001' }, { doi: '10.1001/x.s002' }],
  ])('says no for %j and %j', (a, b) => {
    expect(same(a, b)).toBe(false);
  });

  it('asks for the same year where no authors are known, and for a telling title', () => {
    expect(same({}, {}, ALONE)).toBe(true);
    expect(same({}, { year: 2020 }, ALONE)).toBe(false);
    expect(same({}, { year: null }, ALONE)).toBe(false);
    expect(same({ title: 'Guest Editorial' }, { title: 'Guest editorial' }, ALONE)).toBe(false);
    expect(same({ doi: '10.1001/x' }, { doi: '10.2002/y' }, ALONE)).toBe(false);
  });
});
