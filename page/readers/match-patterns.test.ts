import { describe, expect, it } from 'vitest';
import cases from '../../tests/fixtures/cases.json';
import { siteReadersAt } from '../../tests/fixtures/site-pages';
import { readSites } from '../../tools/page-scripts/sites';
import { fitsPattern } from './match-patterns';

const sites = await readSites();
const patterns = sites.flatMap(({ name, matches }) => matches.map((pattern) => ({ name, pattern })));
const sitesAt = (address: string) =>
  new Set(patterns.filter(({ pattern }) => fitsPattern(address, pattern)).map(({ name }) => name));

describe('fitsPattern', () => {
  it.each([
    ['http://arxiv.org/abs/1', '*://*.arxiv.org/*', true],
    ['https://export.arxiv.org/', '*://*.arxiv.org/*', true],
    ['https://arxiv.org.example.org/', '*://*.arxiv.org/*', false],
    ['https://notarxiv.org/', '*://*.arxiv.org/*', false],
    ['https://huggingface.co/papers?date=1', '*://huggingface.co/papers*', true],
    ['https://huggingface.co/models', '*://huggingface.co/papers*', false],
    ['ftp://arxiv.org/', '*://*.arxiv.org/*', false],
    ['no address', '*://*.arxiv.org/*', false],
    ['https://arxiv.org/', '<all_urls>', false],
  ])('says of %s and %s: %s', (address, pattern, fits) => {
    expect(fitsPattern(address, pattern)).toBe(fits);
  });
});

describe('the sites', () => {
  it.each(cases.filter(({ url }) => !url.includes('.example/') && !url.includes('127.0.0.1')))(
    'hold the page of $reader, $url, one of them',
    ({ url }) => {
      expect(sitesAt(url).size).toBe(1);
    },
  );

  it('share no address: a page would run the core script twice', () => {
    const shared = patterns
      .map(({ pattern }) => pattern.replace('*://*.', 'https://').replace('*:', 'https:').replace(/\*$/, ''))
      .filter((address) => sitesAt(address).size !== 1);
    expect(shared).toEqual([]);
  });

  it('are matched by patterns that fitsPattern understands', () => {
    expect(patterns.filter(({ pattern }) => !/^\*:\/\/(?:\*\.)?[a-z0-9.-]+\/[^*]*\*$/.test(pattern))).toEqual(
      [],
    );
  });

  it.each(['www', 'export', 'browse', 'cn', 'es'])('hold the mirror %s.arxiv.org', (name) => {
    expect(siteReadersAt(new URL(`http://${name}.arxiv.org/abs/1`))).not.toEqual([]);
  });

  it('hold no other page', () => {
    for (const address of [
      'https://example.org/',
      'https://arxiv.org.example.org/',
      'https://www.google.com/scholar',
    ])
      expect(sitesAt(address)).toEqual(new Set());
  });
});
