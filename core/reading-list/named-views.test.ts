import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSameView,
  joinViews,
  replaceView,
  viewKey,
  viewName,
  viewsIn,
  VIEWS_MAX,
  VIEW_NAME_LENGTH_MAX,
  type NamedView,
} from './named-views';
import { WHOLE_LIST, type ListView } from './view';

const named = (name: string, view: Partial<ListView> = {}): NamedView => ({
  name,
  view: { ...WHOLE_LIST, ...view },
});
const VIEWS = [named('One', { text: 'a' }), named('Two', { starredOnly: true })];
const many = (count: number) => Array.from({ length: count }, (_, at) => named(`View ${at}`));
const namesOf = (views: readonly NamedView[]) => views.map(({ name }) => name);

describe('a change of one view', () => {
  it.each([
    ['adds one at the end', { from: null, to: named('Three') }, ['One', 'Two', 'Three']],
    ['puts one back in its place', { from: null, to: named('Zero'), at: 0 }, ['Zero', 'One', 'Two']],
    [
      'puts one at the end where its place is gone',
      { from: null, to: named('Far'), at: 9 },
      ['One', 'Two', 'Far'],
    ],
    ['renames one where it stands', { from: 'one', to: named('First') }, ['First', 'Two']],
    ['changes the case of a name', { from: 'One', to: named('ONE') }, ['ONE', 'Two']],
    ['takes one away', { from: 'One', to: null }, ['Two']],
  ])('%s', (_what, change, expected) => {
    const changed = replaceView(VIEWS, change);
    expect(changed.ok && namesOf(changed.views)).toEqual(expected);
  });

  it.each([
    ['taken', VIEWS, { from: null, to: named('two') }],
    ['taken', VIEWS, { from: 'One', to: named('TWO') }],
    ['gone', VIEWS, { from: 'Three', to: named('Four') }],
    ['gone', VIEWS, { from: 'Three', to: null }],
    ['full', many(VIEWS_MAX), { from: null, to: named('More') }],
  ])('is refused: %s', (fault, views, change) => {
    expect(replaceView(views, change)).toEqual({ ok: false, fault });
  });

  it('can be undone: the opposite leads back to the same views', () => {
    const back = replaceView([VIEWS[1] ?? named('')], { from: null, to: named('One', { text: 'a' }), at: 0 });
    expect(back).toEqual({ ok: true, views: VIEWS });
  });

  it('renames one of as many as there can be', () => {
    expect(replaceView(many(VIEWS_MAX), { from: 'View 3', to: named('Other') }).ok).toBe(true);
  });
});

it.each([
  ['  To\n discuss ', 'To discuss'],
  [' \u0000\ud800 ', null],
  ['x'.repeat(500), 'x'.repeat(VIEW_NAME_LENGTH_MAX)],
  [`${'x'.repeat(VIEW_NAME_LENGTH_MAX - 1)}😀`, 'x'.repeat(VIEW_NAME_LENGTH_MAX - 1)],
])('the name %j is kept as %j', (typed, name) => expect(viewName(typed)).toBe(name));

describe('views that come from elsewhere', () => {
  it('get a number where another has their name, and are not told twice', () => {
    const other = named('one', { text: 'b' });
    const joined = joinViews(VIEWS, [other, named('Two', { starredOnly: true }), named('Three')]);
    expect(namesOf(joined)).toEqual(['One', 'Two', 'one (2)', 'Three']);
    expect(joinViews(joined, [other])).toEqual(joined);
  });

  it('are never more than there can be', () => {
    expect(joinViews(many(VIEWS_MAX - 1), [named('a'), named('b')])).toHaveLength(VIEWS_MAX);
  });

  it('keep a name within its length with the number', () => {
    const long = 'x'.repeat(VIEW_NAME_LENGTH_MAX);
    const [, second] = joinViews([named(long)], [named(long, { text: 'b' })]);
    expect(second?.name).toBe(`${'x'.repeat(VIEW_NAME_LENGTH_MAX - 4)} (2)`);
  });
});

describe('what was kept', () => {
  it('is read back as it was', () => {
    const full = named('All of it', {
      status: 'reading',
      tag: 'a/b',
      starredOnly: true,
      text: 'kites',
      order: 'year',
      isReversed: true,
      kinTo: 'arxiv:2401.00001',
    });
    expect(viewsIn(JSON.parse(JSON.stringify([full])))).toEqual([full]);
  });

  it('filters nothing where a part of it is odd, or of a version that knew less', () => {
    const odd = { status: 'gone', tag: 7, starredOnly: 'yes', text: null, order: 'size', kinTo: '' };
    expect(
      viewsIn([
        { name: 'Odd', view: odd },
        { name: 'Old', view: {} },
      ]),
    ).toEqual([named('Odd'), named('Old')]);
  });

  it('is bounded and sound whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.string()), (anything, names) => {
        const views = viewsIn([anything, ...names.map((name) => ({ name, view: anything }))]);
        expect(viewsIn(anything).length).toBeLessThanOrEqual(VIEWS_MAX);
        expect(new Set(views.map(({ name }) => viewKey(name))).size).toBe(views.length);
        for (const { name, view } of views) {
          expect(viewName(name)).toBe(name);
          expect(Object.keys(view)).toEqual(Object.keys(WHOLE_LIST));
        }
      }),
    );
    expect(viewsIn(many(1_000))).toHaveLength(VIEWS_MAX);
  });
});

it('two views are the same when all of them is', () => {
  expect(isSameView(WHOLE_LIST, { ...WHOLE_LIST })).toBe(true);
  const others: readonly Partial<ListView>[] = [
    { status: 'read' },
    { tag: 'a' },
    { starredOnly: true },
    { text: 'a' },
    { order: 'title' },
    { isReversed: true },
    { kinTo: 'a' },
  ];
  expect(others).toHaveLength(Object.keys(WHOLE_LIST).length);
  for (const other of others) expect(isSameView(WHOLE_LIST, { ...WHOLE_LIST, ...other })).toBe(false);
});
