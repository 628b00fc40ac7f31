import { beforeEach, describe, expect, it, vi } from 'vitest';
import { grantedPatterns, isEverywhere, sitePattern } from './granted';

const { origins } = vi.hoisted(() => ({ origins: [] as string[] }));
vi.mock('wxt/browser', () => ({
  browser: {
    permissions: { getAll: async () => ({ origins }) },
    runtime: {
      getManifest: () => ({
        content_scripts: [{ matches: ['*://*.arxiv.org/*'] }, { matches: ['*://*.aclweb.org/anthology/*'] }],
      }),
    },
  },
}));
beforeEach(() => void origins.splice(0));

describe('grantedPatterns', () => {
  it('leaves out what the manifest has, by either browser’s words for it', async () => {
    origins.push('*://*.arxiv.org/*', '*://*.aclweb.org/anthology/*', '*://*.aclweb.org/*');
    expect(await grantedPatterns()).toEqual([]);
  });

  it('has what the reader gave, of the web alone', async () => {
    origins.push('https://notes.example/*', '*://*.arxiv.org/*', 'file:///*', '*://*/*');
    expect(await grantedPatterns()).toEqual(['*://*/*', 'https://notes.example/*']);
  });
});

it.each([
  ['*://*/*', true],
  ['https://*/*', true],
  ['https://*.example/*', false],
  ['https://notes.example/*', false],
])('isEverywhere says of %s: %s', (pattern, is) => {
  expect(isEverywhere(pattern)).toBe(is);
});

it.each([
  ['https://notes.example:8443/a?b#c', 'https://notes.example/*'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1/*'],
  ['file:///home/me/a.html', null],
  ['chrome://version/', null],
  ['no address', null],
  [undefined, null],
])('sitePattern of %s is %s', (address, pattern) => {
  expect(sitePattern(address)).toBe(pattern);
});
