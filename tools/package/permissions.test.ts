import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../run-package';
import { EXPLAINED, unexplained } from './permissions';

it.each(Object.values(EXPLAINED).flat())('explains %s in PRIVACY.md', (right) => {
  expect(readFileSync(join(ROOT, 'PRIVACY.md'), 'utf8')).toContain(`\`${right}\``);
});

it('finds what is asked for beyond that', () => {
  const hosts = new Set(['*://*.arxiv.org/*']);
  expect(unexplained({ permissions: ['storage'], host_permissions: [...hosts] }, hosts)).toEqual([]);
  const greedy = {
    permissions: ['storage', 'history'],
    optional_permissions: ['tabs', 'cookies'],
    optional_host_permissions: ['file:///*'],
    host_permissions: ['*://*.bank.example/*'],
    web_accessible_resources: [{}],
    externally_connectable: {},
  };
  expect(unexplained(greedy, hosts)).toEqual([
    'history',
    'cookies',
    'file:///*',
    '*://*.bank.example/*',
    'web_accessible_resources',
    'externally_connectable',
  ]);
});
