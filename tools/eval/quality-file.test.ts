import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { writeQualitySection } from './quality-file';

const folder = mkdtempSync(join(tmpdir(), 'quality-'));
afterEach(() => rmSync(folder, { recursive: true }));

it('replaces its own part and leaves the others alone', () => {
  const file = join(folder, 'quality.md');
  writeQualitySection('a', 'first', file);
  writeQualitySection('b', 'second', file);
  writeQualitySection('a', 'third', file);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^# Quality\n/);
  expect(text).not.toContain('first');
  expect(text.indexOf('third')).toBeLessThan(text.indexOf('second'));
  expect(text.match(/<!-- begin/g)).toHaveLength(2);
});
