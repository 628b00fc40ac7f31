import { describe, expect, it } from 'vitest';
import { WHOLE_LIST } from '../reading-list/view';
import { DEFAULT_SETTINGS } from '../settings';
import type { Choices } from './choices';
import {
  readSettingsFile,
  SETTINGS_FILE_CHARS_MAX,
  SETTINGS_FILE_VERSION,
  writeSettingsFile,
} from './settings-file';

const CHOICES: Choices = {
  settings: { ...DEFAULT_SETTINGS, marks: false, openDelayMs: 600 },
  offSites: ['arxiv.org', 'xn--bcher-kva.example', '127.0.0.1'],
  denied: new Map([['https://arxiv.org/list/cs.LG/new?a=1', ['arxiv:2106.09685', 'title:abc']]]),
  views: [
    { name: 'To discuss', view: { ...WHOLE_LIST, tag: 'thesis', status: 'reading', kinTo: 'arxiv:1' } },
  ],
};
const file = (more: object) =>
  JSON.stringify({ format: 'paperkin-settings', version: SETTINGS_FILE_VERSION, ...more });
const read = (text: string) => {
  const answer = readSettingsFile(text, DEFAULT_SETTINGS);
  if (!answer.ok) throw new Error(answer.fault);
  return answer;
};

it('a file says what was written into it', () => {
  expect(read(writeSettingsFile(CHOICES, 'Paperkin 1.0'))).toEqual({
    ok: true,
    choices: CHOICES,
    leftOut: 0,
  });
});

describe('a file that is none of ours is refused', () => {
  it.each([
    ['not-json', ''],
    ['not-json', '{"format":"paperkin-settings",'],
    ['not-ours', 'null'],
    ['not-ours', '[]'],
    ['not-ours', '7'],
    ['not-ours', '{"settings":{"marks":false}}'],
    ['not-ours', '{"format":"paperkin-settings"}'],
    ['newer', `{"format":"paperkin-settings","version":${SETTINGS_FILE_VERSION + 1}}`],
    ['too-long', ' '.repeat(SETTINGS_FILE_CHARS_MAX + 1)],
  ])('%s', (fault, text) => {
    expect(readSettingsFile(text, DEFAULT_SETTINGS)).toEqual({ ok: false, fault });
  });
});

describe('what a file has not, or wrong,', () => {
  it('leaves a setting as it is', () => {
    const current = { ...DEFAULT_SETTINGS, onlyWithAlt: true };
    expect(readSettingsFile(file({ settings: { marks: false } }), current)).toMatchObject({
      choices: { settings: { ...current, marks: false }, offSites: [] },
    });
  });

  it.each([
    { settings: 'no' },
    { settings: { marks: 'no', openDelayMs: -1 } },
    { offSites: {}, denied: 4, views: 'x' },
  ])('is what holds without it: %j', (odd) => {
    expect(read(file(odd)).choices).toEqual({
      settings: DEFAULT_SETTINGS,
      offSites: [],
      denied: new Map(),
      views: [],
    });
  });

  it('is left out and counted: what is no host name, no address, no paper', () => {
    const { choices, leftOut } = read(
      file({
        offSites: ['arxiv.org', 'a b', '', 'https://x.org', 'x.org/path', 'X.org', 7, null, 'u@x.org'],
        denied: [
          { page: 'javascript:alert(1)', papers: ['a'] },
          { page: 'https://a.example/', papers: ['a', 'a', 8, '', 'x'.repeat(600)] },
          { page: 'https://b.example/', papers: [] },
          null,
        ],
      }),
    );
    expect(choices.offSites).toEqual(['arxiv.org']);
    expect([...choices.denied]).toEqual([['https://a.example/', ['a']]]);
    expect(leftOut).toBe(8 + 3 + 3);
  });

  it('is left out of the views: what has no name, and the second of one name', () => {
    const view = { ...WHOLE_LIST, starredOnly: true };
    const { choices, leftOut } = read(
      file({ views: [null, { name: ' ', view }, { name: 'Stars', view }, { name: 'STARS', view: {} }, 7] }),
    );
    expect(choices.views).toEqual([{ name: 'Stars', view }]);
    expect(leftOut).toBe(4);
  });

  it('is bounded: no list of a million sites', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => `s${index}.example`);
    const { choices, leftOut } = read(file({ offSites: many }));
    expect(choices.offSites).toHaveLength(10_000);
    expect(leftOut).toBe(20_000);
  });

  it('reaches no prototype', () => {
    read(file({ settings: JSON.parse('{"__proto__":{"marks":false},"constructor":1}') as object }));
    expect(({} as { marks?: boolean }).marks).toBeUndefined();
  });
});
