import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWithin,
  normaliseTag,
  normaliseTags,
  renameTag,
  TAG_LENGTH_MAX,
  tagCounts,
  tagKey,
  TAGS_MAX,
  withoutTags,
} from './tags';

/** Text near tags: few letters in both cases, so that tags meet, and what should be folded away. */
const near = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'É', ' ', '/', '\n'), maxLength: 8 });
const tagText = fc.oneof(near, fc.string({ unit: 'binary', maxLength: TAG_LENGTH_MAX * 2 }));
const tagList = fc.array(tagText, { maxLength: 12 }).map(normaliseTags);
/** Whether tags are as an entry keeps them. */
const isNormal = (tags: readonly string[]) =>
  JSON.stringify(tags) === JSON.stringify(normaliseTags(tags)) &&
  new Set(tags.map(tagKey)).size === tags.length;

describe('a tag', () => {
  it.each([
    ['  Graph   networks ', 'Graph networks'],
    ['methods / attention/', 'methods/attention'],
    ['/a//b/', 'a/b'],
    ['one\nline\u0000', 'one line'],
    ['cafe\u0301', 'caf\u00e9'],
    ['\ud800x', 'x'],
    [' / ', null],
    ['', null],
  ])('%j is kept as %j', (text, kept) => expect(normaliseTag(text)).toBe(kept));

  it('is bounded, whole characters only, and normal at once', () => {
    expect(normaliseTag('x'.repeat(TAG_LENGTH_MAX + 1))).toHaveLength(TAG_LENGTH_MAX);
    expect(normaliseTag(`${'x'.repeat(TAG_LENGTH_MAX - 1)}😀`)).toBe('x'.repeat(TAG_LENGTH_MAX - 1));
    fc.assert(
      fc.property(tagText, (text) => {
        const tag = normaliseTag(text) ?? 'x';
        expect(tag.length).toBeLessThanOrEqual(TAG_LENGTH_MAX);
        expect(tag).not.toMatch(/\p{Cs}/u);
        expect(normaliseTag(tag)).toBe(tag);
      }),
    );
  });
});

describe('the tags of an entry', () => {
  it('are each there once, as first written', () => {
    expect(normaliseTags(['Vision', ' vision', 'VISION/3D', '', 'vision/3d '])).toEqual([
      'Vision',
      'VISION/3D',
    ]);
    expect(normaliseTags(Array.from({ length: TAGS_MAX + 5 }, (_, at) => `t${at}`))).toHaveLength(TAGS_MAX);
    fc.assert(fc.property(tagList, isNormal));
  });

  it('are taken away in any case, without those below', () => {
    expect(withoutTags(['Vision', 'vision/3D', 'text'], [' VISION '])).toEqual(['vision/3D', 'text']);
    fc.assert(
      fc.property(tagList, tagList, (tags, gone) => {
        const left = withoutTags(tags, gone);
        expect(isNormal(left)).toBe(true);
        expect(withoutTags(left, gone)).toEqual(left);
      }),
    );
  });
});

describe('renaming a tag', () => {
  it.each([
    ['with all below it', ['ml', 'ml/vision', 'mlops'], 'ml', 'AI', ['AI', 'AI/vision', 'mlops']],
    [
      'into one that is there',
      ['vision', 'images', 'images/3d'],
      'images',
      'Vision',
      ['vision', 'Vision/3d'],
    ],
    ['below itself', ['a', 'a/b'], 'a', 'a/x', ['a/x', 'a/x/b']],
    ['to another case', ['ml/Vision'], 'ML', 'ML', ['ML/Vision']],
    ['to nothing, which changes nothing', ['a'], 'a', ' / ', ['a']],
  ])('%s', (_what, tags, from, to, expected) => expect(renameTag(tags, from, to)).toEqual(expected));

  it('leaves a tag that would get too long', () => {
    const deep = `a/${'x'.repeat(TAG_LENGTH_MAX - 2)}`;
    expect(renameTag(['a', deep], 'a', 'longer')).toEqual(['longer', deep]);
  });

  it('leaves nothing under the old name and everything else alone', () => {
    fc.assert(
      fc.property(tagList, near, near, (tags, fromText, toText) => {
        const [from, to] = [normaliseTag(fromText), normaliseTag(toText)];
        fc.pre(from !== null && to !== null && !isWithin(to, from));
        fc.pre(tags.every((tag) => tag.length + to.length < TAG_LENGTH_MAX));
        const renamed = renameTag(tags, fromText, toText);
        expect(isNormal(renamed)).toBe(true);
        expect(renamed.filter((tag) => isWithin(tag, from))).toEqual([]);
        const others = tags.filter((tag) => !isWithin(tag, from));
        expect(renamed.map(tagKey)).toEqual(expect.arrayContaining(others.map(tagKey)));
        const isNamed = others.length < tags.length || others.some((tag) => isWithin(tag, to));
        expect(renamed.some((tag) => isWithin(tag, to))).toBe(isNamed);
      }),
    );
  });
});

it('counts entries for a tag and those above it, children after their parent', () => {
  const entries = [{ tags: ['a/b', 'A/c'] }, { tags: ['a b'] }, { tags: ['a/b'] }, { tags: [] }];
  expect(tagCounts(entries)).toEqual([
    { tag: 'a', name: 'a', depth: 0, count: 2 },
    { tag: 'a/b', name: 'b', depth: 1, count: 2 },
    { tag: 'A/c', name: 'c', depth: 1, count: 1 },
    { tag: 'a b', name: 'a b', depth: 0, count: 1 },
  ]);
});
