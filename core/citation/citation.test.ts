import { array, assert, option, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { CITATION_STYLES, citationOf, joinedCitations, type CitationKind } from './citation';

const NONE = {
  otherTitles: [],
  abstract: null,
  month: null,
  arxiv: null,
  doi: null,
  url: null,
  pdf: null,
  code: null,
};
const article = samplePaper({
  ...NONE,
  title: 'Soups & Gulls',
  authors: ['Ada Bess Quay', 'Jean-Luc van der Berg'],
  year: 2021,
  venue: 'Journal of Inventions',
  doi: '10.1000/soup',
});
const meeting = samplePaper({
  ...article,
  title: 'Do Gulls Count?',
  authors: ['Ada Quay', 'Bo Lind', 'Cy Penn Jr.'],
  venue: 'NeurIPS 2021',
  doi: null,
  url: 'https://openreview.net/forum?id=gulls',
});
const preprint = samplePaper({
  ...article,
  authors: ['Ada Quay'],
  venue: null,
  doi: null,
  arxiv: '2101.00001',
});
const bare = samplePaper({ ...article, authors: [], year: null, venue: null, doi: null });
const many = (count: number) =>
  samplePaper({
    ...article,
    authors: Array.from({ length: count }, (_, at) => `Ada Q${'abcdefghijklmnopqrstuvwxyz'[at] ?? ''}`),
  });

const LINES = CITATION_STYLES.filter(({ kind }) => kind !== 'bibtex');

const of = (paper: typeof article, kind: CitationKind) => citationOf(paper, kind, 'quay2021soups').text;

describe('a citation', () => {
  it.each<[CitationKind, string, string, string, string]>([
    [
      'apa',
      'Quay, A. B., & van der Berg, J.-L. (2021). Soups & Gulls. Journal of Inventions. https://doi.org/10.1000/soup',
      'Quay, A., Lind, B., & Penn, C., Jr. (2021). Do Gulls Count? In NeurIPS. https://openreview.net/forum?id=gulls',
      'Quay, A. (2021). Soups & Gulls (arXiv:2101.00001). arXiv. https://arxiv.org/abs/2101.00001',
      'Soups & Gulls. (n.d.).',
    ],
    [
      'ieee',
      'A. B. Quay and J.-L. van der Berg, “Soups & Gulls,” Journal of Inventions, 2021, doi: 10.1000/soup.',
      'A. Quay, B. Lind, and C. Penn Jr., “Do Gulls Count?” in NeurIPS, 2021. [Online]. Available: https://openreview.net/forum?id=gulls',
      'A. Quay, “Soups & Gulls,” 2021, arXiv:2101.00001. [Online]. Available: https://arxiv.org/abs/2101.00001',
      '“Soups & Gulls”.',
    ],
    [
      'mla',
      'Quay, Ada Bess, and Jean-Luc van der Berg. “Soups & Gulls.” Journal of Inventions, 2021, https://doi.org/10.1000/soup.',
      'Quay, Ada, et al. “Do Gulls Count?” NeurIPS, 2021, https://openreview.net/forum?id=gulls.',
      'Quay, Ada. “Soups & Gulls.” arXiv, 2021, arXiv:2101.00001, https://arxiv.org/abs/2101.00001.',
      '“Soups & Gulls.”',
    ],
    [
      'chicago',
      'Quay, Ada Bess, and Jean-Luc van der Berg. 2021. “Soups & Gulls.” Journal of Inventions. https://doi.org/10.1000/soup.',
      'Quay, Ada, Bo Lind, and Cy Penn Jr. 2021. “Do Gulls Count?” In NeurIPS. https://openreview.net/forum?id=gulls.',
      'Quay, Ada. 2021. “Soups & Gulls.” Preprint, arXiv:2101.00001. https://arxiv.org/abs/2101.00001.',
      '“Soups & Gulls.” n.d.',
    ],
    [
      'markdown',
      String.raw`[Soups & Gulls](https://doi.org/10.1000/soup)`,
      '[Do Gulls Count?](https://openreview.net/forum?id=gulls)',
      '[Soups & Gulls](https://arxiv.org/abs/2101.00001)',
      'Soups & Gulls',
    ],
  ])('in %s', (kind, ...expected) => {
    expect([article, meeting, preprint, bare].map((paper) => of(paper, kind))).toEqual(expected);
  });

  it.each<[CitationKind, number, string]>([
    ['apa', 21, 'Qs, A., . . . Qu, A. (2021)'],
    ['apa', 20, 'Qs, A., & Qt, A. (2021)'],
    ['ieee', 7, 'A. Qa et al., “'],
    ['ieee', 6, 'A. Qe, and A. Qf, “'],
    ['chicago', 11, 'Ada Qg, et al. 2021'],
    ['chicago', 10, 'Ada Qi, and Ada Qj. 2021'],
  ])('in %s of %i authors', (kind, count, part) => {
    expect(of(many(count), kind)).toContain(part);
  });

  it('is BibTeX without anything of the reader’s', () => {
    expect(of(preprint, 'bibtex')).toBe(`@misc{quay2021soups,
  title = {Soups \\& Gulls},
  author = {Ada Quay},
  year = {2021},
  eprint = {2101.00001},
  archiveprefix = {arXiv},
  url = {https://arxiv.org/abs/2101.00001},
}
`);
  });

  it('has italics in HTML, which nothing in a title can leave', () => {
    const hostile = samplePaper({ ...article, title: '<img src=x onerror=alert(1)> "T"' });
    expect(citationOf(hostile, 'apa', 'k').html).toBe(
      'Quay, A. B., &amp; van der Berg, J.-L. (2021). &lt;img src=x onerror=alert(1)&gt; &quot;T&quot;. <i>Journal of Inventions</i>. https://doi.org/10.1000/soup',
    );
    expect(joinedCitations([citationOf(article, 'mla', 'k'), citationOf(bare, 'mla', 'k')]).html).toBe(
      '<p>Quay, Ada Bess, and Jean-Luc van der Berg. “Soups &amp; Gulls.” <i>Journal of Inventions</i>, 2021, https://doi.org/10.1000/soup.</p>\n<p>“Soups &amp; Gulls.”</p>',
    );
    expect(joinedCitations([citationOf(article, 'bibtex', 'k')]).html).toBeNull();
  });

  it('ends a Markdown link nowhere but at its end', () => {
    const odd = samplePaper({
      ...bare,
      title: 'A [B](https://evil.example)',
      url: 'https://x.example/a(b)c',
    });
    expect(of(odd, 'markdown')).toBe(
      String.raw`[A \[B\](https://evil.example)](https://x.example/a%28b%29c)`,
    );
  });

  it('of any paper is one line, in every style', () => {
    const text = string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((one) =>
      one.replace(/\s+/g, ' '),
    );
    assert(
      property(text, array(text, { maxLength: 25 }), option(text), (title, authors, venue) => {
        const paper = samplePaper({ ...article, title, authors, venue });
        for (const { kind } of LINES) expect(citationOf(paper, kind, 'k').text).toMatch(/^.+$/);
      }),
    );
  });
});
