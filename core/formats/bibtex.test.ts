import { describe, expect, it } from 'vitest';
import { bibtexFormat } from './bibtex';
import { badOf, papersOf, readAll } from './format-under-test';
import { processorNow } from '../../tests/samples/processor-time';

const titleOf = async (title: string) =>
  (await papersOf(bibtexFormat, `@misc{k, title = ${title}}`))[0]?.title;
const paperOf = async (fields: string) =>
  (await papersOf(bibtexFormat, `@misc{k, title={Birds}, ${fields}}`))[0];

describe('an entry with a brace too few', () => {
  const next = '@article{owl, title={Owls}, year=2020}\n';

  it('is one bad record, and the next entry is read', async () => {
    const text = `@article{lark,\n  title = {Larks {and} {wrens,\n  year = 2020\n}\n\n${next}${next}`;
    expect(await badOf(bibtexFormat, text)).toEqual([[1, 'not-closed']]);
    expect((await papersOf(bibtexFormat, text)).map(({ title }) => title)).toEqual(['Owls', 'Owls']);
  });

  it('is one bad record at the end of the file as well', async () => {
    expect(await badOf(bibtexFormat, `${next}@article{lark, title={Larks}`)).toEqual([[2, 'not-closed']]);
  });

  it('does not take a line of an abstract for an entry', async () => {
    const text = `@article{lark, title={Larks}, abstract={Write to\n@article or\n@misc{x} for more}, year=2020}\n`;
    expect(await readAll(bibtexFormat, text)).toMatchObject([{ ok: true, paper: { year: 2020 } }]);
  });

  it('is cut where it is longer than any entry', async () => {
    const text = `@article{lark, title={Larks}, abstract={${'x\n'.repeat(600_000)}}}\n${next}`;
    const [bad, good] = await readAll(bibtexFormat, text);
    expect(bad).toMatchObject({ ok: false, reason: { kind: 'too-long', charsMax: 1_000_000 } });
    expect(good).toMatchObject({ ok: true, line: 600_002 });
  });
});

it('reads on after a brace too many and a quotation mark too few', async () => {
  const text =
    '@misc{a, title={Larks}}, year=2020}\n@misc{b, title="Owls, year=2020}\n@misc{c, title={Wrens}}';
  expect((await papersOf(bibtexFormat, text)).map(({ title }) => title)).toEqual(['Larks', 'Wrens']);
  expect(await badOf(bibtexFormat, text)).toEqual([[2, 'open-value']]);
});

it('reads entries in round brackets, without keys, on one line and of many spellings', async () => {
  const text =
    '@Article(lark, Title = "Larks (and {"}owls{"})", year = 2020) @MISC { , TITLE={Wrens} , }@book{title={Owls}}';
  expect((await papersOf(bibtexFormat, text)).map(({ title }) => title)).toEqual([
    'Larks (and "owls")',
    'Wrens',
    'Owls',
  ]);
});

it('leaves out comments, volumes and what stands between entries', async () => {
  const text =
    'Write to me@example.org {or} not.\n@comment{@misc{a, title={A}}}\n@preamble{"x"}\n@proceedings{p, title={P}}\n@comment{jabref-meta: }';
  expect(await readAll(bibtexFormat, text)).toEqual([]);
});

it('puts strings and joined values together', async () => {
  const text = `@string{jan = "January"}\n@STRING(Birds = {Journal of } # "Birds")\n@misc{a, title = "Larks in " # jan, journal = birds # ", " # 7}`;
  expect((await papersOf(bibtexFormat, text))[0]).toMatchObject({
    title: 'Larks in January',
    venue: 'Journal of Birds, 7',
  });
});

describe('LaTeX', () => {
  it.each([
    [String.raw`{{\'E}tude of \"{o}, {\v S}, \o{} and \ss}`, 'Étude of ö, Š, ø and ß'],
    [String.raw`{The {GPT} at 50\% \& more}`, 'The GPT at 50% & more'],
    [String.raw`{100% sure, a_b and x < y \& z}`, '100% sure, a_b and x < y & z'],
    [String.raw`{\emph{Really} \textbf{big} \texttt{code\_x}}`, 'Really big code_x'],
    [
      String.raw`{An $\mathcal{O}(n \log n)$ Bound on $\ell_1$ and $x^2$ \'a la carte}`,
      'An O(n log n) Bound on ℓ₁ and x² á la carte',
    ],
    [String.raw`{\LaTeX{} for {\"O}sterreich}`, 'LaTeX for Österreich'],
    [
      String.raw`{A \mkbibquote{Lark}-like, size\hyphen independent Song}`,
      'A “Lark”-like, size-independent Song',
    ],
    ["{``Quoted'' --- and~tied}", '“Quoted” — and tied'],
    [String.raw`"{\"U}ber" # " Birds"`, 'Über Birds'],
  ])('of %s', async (title, text) => {
    expect(await titleOf(title)).toBe(text);
  });

  it('is given up where it is nested without end, quickly', async () => {
    const started = processorNow();
    expect(await titleOf(`{Birds ${String.raw`\frac{`.repeat(500)}x${'}'.repeat(500)}}`)).toContain('Birds');
    expect(await titleOf(`{Birds ${String.raw`\begin{a}`.repeat(400)}}`)).toContain('Birds');
    expect(processorNow() - started).toBeLessThan(2_000);
  });

  it('in names does not part them', async () => {
    const paper = await paperOf(
      String.raw`author = {Lark, Zo{\"e} and {Birds and Sons, Ltd.} and van der Berg, Jan and King, Jr., Martin
        and family=Owl, given=Ida and Ludwig {van Beethoven} and others}`,
    );
    expect(paper?.authors).toEqual([
      'Zoë Lark',
      'Birds and Sons Ltd.',
      'Jan van der Berg',
      'Martin King Jr.',
      'Ida Owl',
      'Ludwig van Beethoven',
    ]);
  });
});

describe('identifiers', () => {
  it.each([
    ['eprint = {2110.06014v2}, archivePrefix = {arXiv}', '2110.06014', null],
    ['eprint = {2110.06014}', '2110.06014', null],
    ['eprint = {0211159}, eprinttype = {arxiv}, primaryclass = {math.AG}', 'math/0211159', null],
    ['eprint = {2110.06014}, eprinttype = {jstor}', null, null],
    ['doi = {10.48550/arXiv.2110.06014}', '2110.06014', null],
    ['doi = {https://doi.org/10.1007/978-3-319\\_12}', null, '10.1007/978-3-319_12'],
    ['journal = {arXiv preprint arXiv:2110.06014}', '2110.06014', null],
    ['journal = {CoRR}, volume = {abs/2110.06014}', '2110.06014', null],
    ['howpublished = {\\url{https://arxiv.org/abs/2110.06014}}', '2110.06014', null],
    ['url = {https://dl.acm.org/doi/10.1145/3292500}', null, '10.1145/3292500'],
  ])('of %s', async (fields, arxiv, doi) => {
    expect(await paperOf(fields)).toMatchObject({ arxiv, doi });
  });
});

it('leaves out what names that stand for names would double without end', async () => {
  const doubled = Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}`).join('\n');
  const text = `@string{s0 = "wren "}\n${doubled}\n@misc{a, title = {Larks}, abstract = s60}\n@misc{b, title = {Owls}, journal = s1}`;
  const [larks, owls] = await papersOf(bibtexFormat, text);
  expect([larks?.title, owls?.venue]).toEqual(['Larks', 'wren wren']);
});
