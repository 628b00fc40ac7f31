import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../locales/en.json';
import { aroundSlot, translateFrom } from './messages';

const FOLDER = resolve(import.meta.dirname, '../locales');
const locales = readdirSync(FOLDER).map((file): [string, Record<string, string>] => [
  file,
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, string>,
]);
const placeholders = (message = '') => (message.match(/\$\d/g) ?? []).toSorted().join(' ');

describe.each(locales)('%s', (_file, messages) => {
  it('has the messages that English has, no more and no fewer', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it('has the same placeholders in each', () => {
    for (const [key, english] of Object.entries(en)) {
      expect(`${key}: ${placeholders(messages[key])}`).toBe(`${key}: ${placeholders(english)}`);
    }
  });

  it('leaves none empty, and none with the braces that the build takes for placeholders', () => {
    for (const message of Object.values(messages)) expect(message).toMatch(/^[^{}]+$/);
  });

  it('describes the extension within the 132 characters a store allows', () => {
    expect(messages['extension_description']?.length).toBeLessThanOrEqual(132);
  });
});

describe('translateFrom', () => {
  const t = translateFrom(en);

  it('substitutes once: what is put in is not looked at again', () => {
    expect(t('authors_and_more', '$2', 'x')).toBe('$2 and x more');
  });

  it('splits a message around its slot', () => {
    expect(aroundSlot(t, 'kin_reason')).toEqual(['both about ', '']);
  });
});
