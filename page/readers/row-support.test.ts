import { describe, expect, it } from 'vitest';
import { speaksForPaper, yearBeside } from './row-support';

const speaks = (...texts: string[]): boolean => speaksForPaper(texts, false, '');

describe('what stands beside a title', () => {
  it.each([
    [['G.D. Quill, S. Ferrant', 'Inventions', '1 September 2007']],
    [['Quill GD, Ferrant S.', '2017a']],
    [['Quill, G. D., & Ferrant, S. (2017).']],
    [['A. Quill, B. Lind, C. Penn. Inventions 12 (2019), pp. 3-9']],
    [['A.-B. Quill and B. C. Lind', 'Journal of Light']],
    [['Quill, A., Lind, B. C., Penn, D. 2019']],
    [['Quill, A. and Lind, B. (2019)']],
    [['BH Jo, LM Van Lerberghe, … - Inventions, Journal of, 2000 - house.example']],
    [['Ada Quill, Bo Lind, Cy Penn', 'Published 21 Apr 2009']],
    [['Ada Quill et al.', 'Oct 8, 2019']],
    [['Ada Quill and Bo Lind', 'ICML 2023']],
    [['王小明, 李四', '发表于 2020', 'vol. 3']],
  ])('%j speaks for a paper', (texts) => {
    expect(speaks(...texts)).toBe(true);
  });

  it.each([
    [['By Ada Quill', '3 March 2024']],
    [['Ada Quill and Bo Lind', '3 March 2024']],
    [['Ada Quill, Bo Lind, Cy Penn 2023', '$9.99']],
    [['12 comments', '2024']],
    [['Ada Quill and Bo Lind, staff writers', 'Updated 3 March 2024']],
    [['Terms, Privacy, Contact', '2024']],
    [['$1, A. Quill, B. Lind', '2024']],
    [['Nothing of the kind was found by A. Quill in 2024 or later, as (Lind et al., 2019) have shown.']],
    [[]],
  ])('%j does not', (texts) => {
    expect(speaks(...texts)).toBe(false);
  });

  it('gives the year, and not a number that looks like one', () => {
    expect(yearBeside(['pp. 1/2019', 'Inventions 2021;12:3'])).toBe(2021);
    expect(yearBeside(['n.d.'])).toBeNull();
  });
});
