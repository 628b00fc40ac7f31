import { array, assert, asyncProperty, constantFrom, nat, oneof, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIBLIOGRAPHY_FORMATS } from './bibliography-formats';
import { BIBLIOGRAPHY_SAMPLES } from './bibliography-samples';
import { papersOf, readAll } from './format-under-test';
import { processorNow } from '../../tests/samples/processor-time';

/** Pieces of syntax of all formats, so that chance makes broken files and not only noise. */
const SYNTAX = constantFrom(
  ...`@article{k, @string{a="b"} { } ( ) " "" \\" \\ , = # % $\\frac{ \\'{e} [ ] ": {"title":"x"}`.split(' '),
  ...'< > /> <paper> </paper> <title> </title> </bib:Book> <!-- --> <![CDATA[ ]]> &#0; __proto__ title ;'.split(
    ' ',
  ),
  ...'<bib:Book rdf:about="#1">|TY  - JOUR\n|TI  - x\n|ER  - \n|title,year\n| = | and |\n|\r|\t|\uFEFF|\0|\uD800'.split(
    '|',
  ),
);
const BROKEN = array(oneof(SYNTAX, string({ maxLength: 5 })), { maxLength: 60 }).map((parts) =>
  parts.join(''),
);
const CUTS = array(nat(), { maxLength: 20 });

describe.each(BIBLIOGRAPHY_FORMATS.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const sample = BIBLIOGRAPHY_SAMPLES[id];
  if (sample === undefined) throw new Error(`no sample of ${id}`);
  const { text, badLine, fileName } = sample;

  it('reads what every format says of the same two papers', async () => {
    const [first, second, ...more] = await papersOf(format, text);
    expect(first).toMatchObject({
      title: "Naming Birds by Señor's β-Songs",
      authors: ['Zoë Lark', 'O. L. Owl'],
      year: 2021,
      venue: 'Proceedings of Birds',
      doi: '10.1234/birds.1',
    });
    // PaperMemory keeps no abstracts.
    expect(first?.abstract).toBe(id === 'paper-memory' ? null : 'We name birds, 95% of them.');
    expect(second).toMatchObject({
      title: 'Warblers, Études',
      authors: ['Ida Wren'],
      year: 2022,
      month: 5,
      venue: 'Birds',
      arxiv: '2205.06014',
    });
    expect(more).toEqual([]);
  });

  it('reports the record without a title with its line, and goes on', async () => {
    const records = await readAll(format, text);
    expect(records.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(records[1]).toMatchObject({ reason: { kind: 'no-title' }, line: badLine });
  });

  it('reads the same wherever the text is cut', async () => {
    const whole = await readAll(format, text);
    await assert(
      asyncProperty(CUTS, async (cuts) => {
        expect(await readAll(format, text, cuts)).toEqual(whole);
      }),
    );
  });

  it('reads the same with a byte order mark and with any line ends', async () => {
    const plain = await readAll(format, text);
    expect(await readAll(format, `\uFEFF${text}`)).toEqual(plain);
    for (const lineEnd of ['\r\n', '\r']) {
      const other = text.replaceAll('\n', lineEnd);
      expect(await readAll(format, other)).toEqual(plain);
      const everywhere = Array.from(other, (_, at) => at);
      expect(await readAll(format, other, everywhere)).toEqual(plain);
    }
  });

  it('never throws, and reads broken text the same wherever it is cut', async () => {
    await assert(
      asyncProperty(BROKEN, nat(text.length), CUTS, async (broken, at, cuts) => {
        const spoilt = text.slice(0, at) + broken + text.slice(at);
        expect(await readAll(format, spoilt, cuts)).toEqual(await readAll(format, spoilt));
        expect(format.fits(spoilt, fileName)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  it('knows its own files, and no others', () => {
    const fits = BIBLIOGRAPHY_FORMATS.map((other) => [other.id, other.fits(text, 'library.txt')] as const);
    expect(fits.filter(([, fit]) => fit > 0.5).map(([name]) => name)).toEqual([id]);
  });

  it('ends quickly on long text without an end', async () => {
    for (const piece of [
      '@article{k,\n',
      '{',
      '"',
      'TY  - JOUR\n',
      '<bib:Book rdf:about="#1">\n',
      'title,"x\n',
      '[{"',
    ]) {
      const started = processorNow();
      await readAll(format, `${text.slice(0, text.length / 2)}${piece.repeat(100_000 / piece.length)}`);
      expect(processorNow() - started).toBeLessThan(5_000);
    }
  });
});
