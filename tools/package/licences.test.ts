import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { foreignLicences } from './licences';

it('knows the licence of every package that is shipped', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Parameters<typeof foreignLicences>[0];
  };
  expect(foreignLicences(packages)).toEqual([]);
});

it('finds one that asks for more', () => {
  const packages = {
    '': {},
    a: { license: 'AGPL-3.0' },
    b: { license: 'AGPL-3.0', dev: true },
    c: {},
    d: { license: 'MIT' },
  };
  expect(foreignLicences(packages)).toEqual(['a: AGPL-3.0', 'c: says nothing']);
});
