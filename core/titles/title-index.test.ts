import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FilesInMemory } from '../corpus/corpus-files';
import { titleKey } from '../text/title-key';
import { filesOfTitles, indexOfTitles } from './build-for-test';
import { TitleIndex } from './title-index';
import { findAllInText, findInText } from './titles-in-text';

const BIRDS = 'swifts finches sparrows starlings wagtails herons plovers buzzards'.split(' ');
const PLACES =
  'northern rivers, old harbours, quiet gardens, mountain forests, coastal dunes, city parks'.split(', ');
const MADE = BIRDS.flatMap((bird) =>
  PLACES.flatMap((place) => [
    `Counting the calls of migrating ${bird} above ${place}`,
    `How young ${bird} learn the dialect of their fathers in ${place}`,
  ]),
);
const LONG = [
  'Attention Span of Nestlings: A Study of Feeding Order',
  'An Introduction to Hidden Nests',
  'An introduction to hidden nests.',
  'Deep Listening',
  'Scientific counts of flocks of migrating birds',
  '鸟类鸣声的自动识别与分类方法研究',
];
const TITLES = [...LONG, ...MADE];
let index: TitleIndex;

beforeAll(async () => {
  index = await indexOfTitles(TITLES);
});

async function first(title: string) {
  const [matches] = await index.lookUp([title]);
  const match = matches?.[0];
  return match ? { title: TITLES[match.ordinal], rule: match.rule } : null;
}

describe('lookUp', () => {
  it.each([
    [
      '[7] COUNTING THE CALLS OF MIGRATING\n  SWIFTS ABOVE OLD HARBOURS.',
      'Counting the calls of migrating swifts above old harbours',
      'title',
    ],
    [
      'Counting the calls of migrating finches above qu…',
      'Counting the calls of migrating finches above quiet gardens',
      'truncated',
    ],
    ['Attention Span of Nestlings: A Study of …', LONG[0], 'truncated'],
    [
      'How young herons learn the dialet of their fathers in city parks',
      'How young herons learn the dialect of their fathers in city parks',
      'fuzzy',
    ],
    [
      'How young heron learns the dialect of their fathers in city parks',
      'How young herons learn the dialect of their fathers in city parks',
      'fuzzy',
    ],
    [
      '[…] calls of migrating buzzards above quiet gardens',
      'Counting the calls of migrating buzzards above quiet gardens',
      'truncated',
    ],
    [
      'Scienti c counts of ocks of migrating birds',
      'Scientific counts of flocks of migrating birds',
      'fuzzy',
    ],
    ['鸟类鸣声的自动识别与分类方法研究', LONG[5], 'title'],
  ])('finds %j', async (asked, title, rule) => {
    expect(await first(asked)).toEqual({ title, rule });
  });

  it.each([
    'Attention Span of Nestlings',
    'Counting the calls of migrating',
    'Counting the calls of migrating…',
    'Counting the calls of migrating swifts above dark old harbours',
    'Counting the calls',
    'Nothing of the kind was ever written about birds',
    '',
    '!?',
  ])('finds nothing for %j', async (asked) => {
    expect(await first(asked)).toBeNull();
  });

  it('never takes what stands before a colon for the title, however long', async () => {
    const heads = await indexOfTitles(['The feeding order of nestlings in large colonies: a study']);
    const [whole, cut] = await heads.lookUp([
      'The feeding order of nestlings in large colonies',
      'The feeding order of nestlings in large colonies…',
    ]);
    expect(whole).toEqual([]);
    expect(cut).toHaveLength(1);
  });

  it('asks for support where no ellipsis says that a title goes on', async () => {
    const beginning = 'Counting the calls of migrating swifts above old har';
    const found = await index.lookUp([beginning, `${beginning}…`]);
    expect(found.map((matches) => matches[0]?.needsSupport)).toEqual([true, false]);
  });

  it('finds by its end, wherever its beginning is cut off, the one title that ends so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MADE), fc.nat(), async (title, place) => {
        const key = titleKey(title);
        const end = key.slice(1 + (place % (key.length - 30)));
        const ending = TITLES.filter((each) => titleKey(each).endsWith(end));
        const [matches] = await index.lookUp([`… ${end}`]);
        const cut = matches?.filter(({ rule }) => rule === 'truncated') ?? [];
        expect(cut.map(({ ordinal }) => TITLES[ordinal])).toEqual(ending.length === 1 ? ending : []);
      }),
    );
  });

  it('asks for support where less than two thirds or a number are cut off at the start', async () => {
    const numbered = await indexOfTitles(['Calls 2: the calls of migrating swifts above northern rivers']);
    const found = await index.lookUp([
      '… the calls of migrating swifts above northern rivers',
      '… swifts above northern rivers in the calls of migrating',
      '… migrating swifts above northern rivers',
    ]);
    expect(found.map((matches) => matches[0]?.needsSupport)).toEqual([false, undefined, true]);
    const [cut] = await numbered.lookUp(['… the calls of migrating swifts above northern rivers']);
    expect(cut?.map(({ needsSupport }) => needsSupport)).toEqual([true]);
  });

  it('does not look for what too many titles may end with', async () => {
    const end = 'learn the dialect of their fathers in parks';
    const kinds = Array.from({ length: 70 }, (_, at) => `How young birds of kind ${at} ${end}`);
    const many = await indexOfTitles(kinds);
    const few = await indexOfTitles(kinds.slice(0, 20));
    const asked = [`… young birds of kind 1 ${end}`];
    expect([await many.lookUp(asked), await few.lookUp(asked)]).toEqual([[[]], [[expect.anything()]]]);
  });

  it('gives all papers of one title', async () => {
    const [matches] = await index.lookUp(['An Introduction to Hidden Nests']);
    expect(matches?.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  it('answers many titles as it answers each', async () => {
    const asked = TITLES.flatMap((title) => [title, title.slice(1), `${title}s`, 'no such title at all']);
    const each = await Promise.all(asked.map(async (title) => (await index.lookUp([title]))[0]));
    expect(await index.lookUp(asked)).toEqual(each);
  });

  it('finds every long title after any single-letter error', async () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const error = fc.record({
      kind: fc.constantFrom('lost', 'changed', 'added', 'swapped'),
      at: fc.nat(),
      letter,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MADE), error, async (title, { kind, at, letter: other }) => {
        const places = [...title.matchAll(/(?<=[a-z])[a-z](?=[a-z])/g)].map((match) => match.index);
        const place = places[at % places.length] ?? 0;
        const rest = title.slice(place + 1);
        const noisy = {
          lost: title.slice(0, place) + rest,
          changed: title.slice(0, place) + other + rest,
          added: title.slice(0, place) + other + title.slice(place),
          swapped: title.slice(0, place) + rest.slice(0, 1) + title.charAt(place) + rest.slice(1),
        }[kind];
        expect((await first(noisy ?? ''))?.title).toBe(title);
      }),
      { numRuns: 400 },
    );
  });

  it('never finds a title with another number', async () => {
    const numbered = await indexOfTitles(['Counting the calls of 1200 migrating swifts above harbours']);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 9_999 }), async (number) => {
        fc.pre(number !== 1200);
        const asked = `Counting the calls of ${number} migrating swifts above harbours`;
        expect(await numbered.lookUp([asked])).toEqual([[]]);
      }),
    );
  });

  it('bears whatever it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (title) => {
        expect(await index.lookUp([title])).toHaveLength(1);
        expect(Array.isArray(await findInText(index, title))).toBe(true);
      }),
    );
    const odd = ['a'.repeat(100_000), '\uD800'.repeat(50), '…', 'x: '.repeat(30_000)];
    expect(await index.lookUp(odd)).toEqual([[], [], [], []]);
  });
});

describe('findInText', () => {
  const title = 'How young herons learn the dialect of their fathers in city parks';
  const seen = async (text: string) =>
    (await findInText(index, text)).map(({ start, end }) => text.slice(start, end));

  it.each([
    [
      'See HOW YOUNG HERONS learn the di-\nalect of their fathers in city parks, 2019.',
      'HOW YOUNG HERONS learn the di-\nalect of their fathers in city parks',
    ],
    [
      '(2019)How young herons learn the dialectof their fathers in city parks.Nature',
      'How young herons learn the dialectof their fathers in city parks',
    ],
    [`“${title}”`, title],
    [
      'Read How young <i>herons</i> learn the dialect of their fathers in city parks',
      'How young <i>herons</i> learn the dialect of their fathers in city parks',
    ],
    ['见鸟类鸣声的自动识别与分类方法研究一文', LONG[5]],
  ])('finds the title in %j', async (text, found) => {
    expect(await seen(text)).toEqual([found]);
  });

  it.each([
    `${title}ides`,
    `un${title.toLowerCase()}`,
    'How young herons learn the dialect of their fathers in city',
    'Attention Span of Nestlings',
    'pre-Deep Listening, Deep Listening-based birds, Deep Listening-2',
  ])('finds nothing in %j', async (text) => {
    expect(await seen(text)).toEqual([]);
  });

  it('takes the longest where titles overlap, and says which need support', async () => {
    const nested = await indexOfTitles(['Deep Listening', 'Deep Listening in the Wild: A Field Guide']);
    const found = await findInText(
      nested,
      'We read Deep Listening in the Wild: a field guide. Then Deep Listening.',
    );
    expect(found.map(({ ordinals, needsSupport }) => [ordinals, needsSupport])).toEqual([
      [[1], false],
      [[0], false],
    ]);
    expect(await findAllInText(nested, 'Deep Listening in the Wild: a field guide')).toHaveLength(2);
  });

  it('finds every title of a long text in its place', async () => {
    const text = MADE.map((one, at) => `[${at}] A. Author. ${one}. Journal of Birds.`).join('\n');
    expect(await seen(text)).toEqual(MADE);
  });
});

describe('open', () => {
  it('says null where there is no index or it is damaged', async () => {
    expect(await TitleIndex.open(new FilesInMemory())).toBeNull();
    const files = await filesOfTitles(TITLES);
    const directory = await files.read('titles/directory');
    await files.write(new Map([['titles/directory', (directory ?? new Uint8Array()).slice(0, -1)]]));
    expect(await TitleIndex.open(files)).toBeNull();
  });

  it('finds what the sound files hold when one is missing', async () => {
    const files = await filesOfTitles(TITLES);
    await files.remove([...files.sizes().keys()].filter((name) => name.startsWith('titles/near/')));
    const damaged = await TitleIndex.open(files);
    const found = await damaged?.lookUp([MADE[0] ?? '', (MADE[0] ?? '').replace('calls', 'cals')]);
    expect(found?.map((matches) => matches.length)).toEqual([1, 0]);
  });
});
