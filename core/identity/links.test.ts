import { describe, expect, it } from 'vitest';
import { httpUrl, pageLink, pdfLink } from './links';

const NOWHERE = { arxiv: null, doi: null, url: null, pdf: null };

describe('httpUrl', () => {
  it.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    [' HTTP://Example.com ', 'http://example.com/'],
  ])('lets %j through', (address, url) => {
    expect(httpUrl(address)).toBe(url);
  });

  it.each([
    null,
    '',
    'a/relative.pdf',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    'https://user:secret@example.com/',
    'https://arxiv.org@example.com/',
    'https://',
    `https://example.com/${'x'.repeat(3_000)}`,
    `https://example.com/${'文'.repeat(1_000)}`,
  ])('stops %j', (address) => {
    expect(httpUrl(address)).toBeNull();
  });
});

describe('pageLink', () => {
  it('prefers arXiv, then the DOI, then the page', () => {
    const all = { arxiv: '2110.06014', doi: '10.1145/1', url: 'https://example.com/' };
    expect(pageLink(all)).toBe('https://arxiv.org/abs/2110.06014');
    expect(pageLink({ ...all, arxiv: null })).toBe('https://doi.org/10.1145/1');
    expect(pageLink({ ...NOWHERE, url: 'https://example.com/' })).toBe('https://example.com/');
    expect(pageLink({ ...NOWHERE, url: 'javascript:alert(1)' })).toBeNull();
  });

  it('escapes what a DOI may contain', () => {
    expect(pageLink({ ...NOWHERE, doi: '10.1002/(sici)1<2>3?#' })).toBe(
      'https://doi.org/10.1002/(sici)1%3C2%3E3%3F%23',
    );
    expect(pageLink({ ...NOWHERE, arxiv: 'math/0211159' })).toBe('https://arxiv.org/abs/math/0211159');
  });
});

describe('pdfLink', () => {
  it('is the one on arXiv, else the stated one', () => {
    expect(pdfLink({ arxiv: '2110.06014', pdf: 'https://example.com/x.pdf' })).toBe(
      'https://arxiv.org/pdf/2110.06014',
    );
    expect(pdfLink({ arxiv: null, pdf: 'https://example.com/x.pdf' })).toBe('https://example.com/x.pdf');
    expect(pdfLink(NOWHERE)).toBeNull();
  });
});
