// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import cases from '../../tests/fixtures/cases.json';
import { arxivListing, titlesOnlyPage } from '../../tests/fixtures/listing';
import { mentionsOf, siteReadersAt } from '../../tests/fixtures/site-pages';
import { pickReaders } from './index';
import type { PageMention } from './reader';
import { fold } from './text';

const ROOT = join(import.meta.dirname, '../..');

interface Expected {
  readonly title: string | null;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly abstract?: boolean;
  readonly authors?: number;
  readonly year?: number | null;
}

function parse(markup: string, type: DOMParserSupportedType = 'text/html'): Document {
  return new DOMParser().parseFromString(markup, type);
}

function load(file: string): Document {
  const markup = readFileSync(join(ROOT, 'tests/fixtures/pages', file), 'utf8');
  return parse(markup, file.endsWith('.svg') ? 'image/svg+xml' : 'text/html');
}

function shownBy({ target }: PageMention): string {
  return fold(target.map((node) => node.textContent ?? '').join(''));
}

describe.each(cases)('$file at $url', ({ file, url, reader, mentions }) => {
  const expected: readonly Expected[] = mentions;
  const doc = load(file);
  const before = doc.documentElement.outerHTML;
  const found = mentionsOf(new URL(url), doc);

  it('is read by the reader of its site', () => {
    const address = new URL(url);
    expect(pickReaders(address, doc, siteReadersAt(address))[0]?.name ?? null).toBe(reader);
  });

  it('names these papers, in page order, each once', () => {
    expect(found.map(({ mention: { title, arxiv, doi } }) => ({ title, arxiv, doi }))).toEqual(
      expected.map(({ title, arxiv = null, doi = null }) => ({ title, arxiv, doi })),
    );
  });

  it('brings the abstracts, authors and years that the page shows', () => {
    const brought = found.map(({ mention }, index) => ({
      abstract: mention.abstract !== null,
      authors: expected[index]?.authors === undefined ? undefined : mention.authors.length,
      year: expected[index]?.year === undefined ? undefined : mention.year,
    }));
    expect(brought).toEqual(
      expected.map(({ abstract = false, authors, year }) => ({ abstract, authors, year })),
    );
  });

  it('marks the title and nothing else', () => {
    for (const mention of found) {
      const shown = shownBy(mention);
      expect(mention.target.length).toBeGreaterThan(0);
      expect(shown).not.toMatch(/^(?:Title|Abstract|Authors):/);
      expect(shown).toContain(mention.mention.title ?? '');
    }
  });

  it('is left as it was', () => {
    expect(doc.documentElement.outerHTML).toBe(before);
  });
});

describe('the bundled papers', () => {
  const papers = JSON.parse(readFileSync(join(ROOT, 'assets/corpus/identifiers.json'), 'utf8')) as readonly {
    readonly title: string;
    readonly arxiv: string;
    readonly authors: readonly string[];
  }[];

  it('are all found by id and title on a listing', () => {
    const found = mentionsOf(
      new URL('https://export.arxiv.org/list/cs.LG/recent'),
      parse(arxivListing(papers)),
    );
    expect(found.map(({ mention }) => [mention.arxiv, mention.title, mention.authors])).toEqual(
      papers.map(({ arxiv, title, authors }) => [arxiv, title, authors]),
    );
  });

  it('are all found by title alone', () => {
    const url = new URL('https://openreview.net/group?id=Made');
    const found = mentionsOf(url, parse(titlesOnlyPage(papers)));
    expect(found.map(({ mention }) => [mention.arxiv, mention.title])).toEqual(
      papers.map(({ title }) => [null, title]),
    );
  });
});
