import { describe, expect, it } from 'vitest';
import cases from '../../tests/fixtures/cases.json';
import { ALL_MATCHES, SITE_MATCHES } from './match-patterns';

/** Chromium's match patterns, so far as ours use them: scheme `*`, host with a leading `*.`, path with `*`. */
function matches(pattern: string, address: string): boolean {
  const [, host = '', path = ''] = /^\*:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const url = new URL(address);
  const hostFits = host.startsWith('*.')
    ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
    : url.hostname === host;
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return hostFits && new RegExp(`^${escaped}$`).test(url.pathname + url.search);
}

const NOT_SITES = new Set(['own-paper', 'page-links', null]);

describe('the match patterns', () => {
  it.each(cases.filter(({ reader, url }) => !NOT_SITES.has(reader) && !url.includes('127.0.0.1')))(
    'hold the page of $reader, $url',
    ({ url }) => {
      expect(ALL_MATCHES.some((pattern) => matches(pattern, url))).toBe(true);
    },
  );

  it.each(['www', 'export', 'browse', 'cn', 'es'])('hold the mirror %s.arxiv.org', (name) => {
    expect(SITE_MATCHES.arxiv.some((pattern) => matches(pattern, `http://${name}.arxiv.org/abs/1`))).toBe(
      true,
    );
  });

  it('hold no other page', () => {
    for (const address of [
      'https://example.org/',
      'https://arxiv.org.example.org/',
      'https://huggingface.co/models',
    ])
      expect(ALL_MATCHES.some((pattern) => matches(pattern, address))).toBe(false);
  });
});
