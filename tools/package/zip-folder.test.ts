import { expect, it } from 'vitest';
import { unzipSync, strToU8 } from 'fflate';
import { zipFiles } from './zip-folder';

it('gives the same bytes whatever the order of the files', () => {
  const files = ['b.js', 'a/c.css', 'a.js'].map((name) => [name, strToU8(name.repeat(50))] as const);
  const archive = zipFiles(files);
  expect(zipFiles(files.toReversed())).toEqual(archive);
  expect(Object.keys(unzipSync(archive))).toEqual(['a.js', 'a/c.css', 'b.js']);
});
