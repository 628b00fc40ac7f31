import { describe, expect, it } from 'vitest';
import en from '../locales/en.json';
import { CATALOGUES } from '../tests/samples/catalogues';
import { aroundSlot, translateFrom } from './messages';
import type { MessageKey } from './messages';

/** Names, and words that another language writes as English does; every other message is translated. */
const SAME_AS_ENGLISH = new Set([
  'Paperkin',
  'Paperkin $1',
  'arXiv',
  'PDF',
  'DOI $1',
  '$1 s',
  'ltr',
  ', ',
  'Abstract',
  'Code',
  'Download',
  'Export…',
  'Import',
  'Import…',
  'Status: $1',
]);
const ENGLISH = Object.entries(en) as [MessageKey, string][];
const placeholders = (message: string) => (message.match(/\$\d/g) ?? []).toSorted().join(' ');

describe.each(CATALOGUES)('%s', (file, messages) => {
  it('has the messages that English has, no more and no fewer, in its order', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(en));
  });

  it('has the tag of its language, as files are named by it', () => {
    expect(messages.language_tag).toBe(file.replace('.json', '').replace('_', '-'));
    expect(Intl.getCanonicalLocales(messages.language_tag)).toEqual([messages.language_tag]);
  });

  it('has the direction that its language is written in', () => {
    const rightToLeft = ['ar', 'fa', 'he', 'ur'].includes(messages.language_tag.slice(0, 2));
    expect(messages.language_direction).toBe(rightToLeft ? 'rtl' : 'ltr');
  });

  it('has the same placeholders in each', () => {
    for (const [key, english] of ENGLISH) {
      expect(`${key}: ${placeholders(messages[key])}`).toBe(`${key}: ${placeholders(english)}`);
    }
  });

  it('leaves none empty, and none with the braces that the build takes for placeholders', () => {
    for (const message of Object.values(messages)) expect(message.trim()).toMatch(/^[^{}]+$/);
  });

  it('describes the extension within the 132 characters a store allows', () => {
    expect(messages.extension_description.length).toBeLessThanOrEqual(132);
  });
});

it.each(CATALOGUES.filter(([file]) => file !== 'en.json'))(
  '%s leaves nothing in English but names and words that are the same',
  (_file, messages) => {
    const left = ENGLISH.filter(
      ([key, english]) => messages[key] === english && !SAME_AS_ENGLISH.has(english),
    );
    expect(left).toEqual([]);
  },
);

describe('translateFrom', () => {
  const t = translateFrom(en);

  it('substitutes once: what is put in is not looked at again', () => {
    expect(t('authors_and_more', '$2', 'x')).toBe('$2 and x more');
  });

  it('splits a message around its slot', () => {
    expect(aroundSlot(t, 'kin_reason')).toEqual(['both about ', '']);
  });
});
