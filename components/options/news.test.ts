import { expect, it } from 'vitest';
import { version } from '../../package.json';
import { NEWS, newestSince, type News } from './news';

const ROWS: readonly News[] = [
  { version: '1.10', points: [] },
  { version: '1.9', points: [] },
  { version: '0.2', points: [] },
];

it.each([
  ['0.1.9', '1.10.0', '1.10'],
  ['1.9.3', '1.10.0', '1.10'],
  ['1.9.3', '1.10.2.4', '1.10'],
  ['0.1.0', '1.9.0', '1.9'],
  // A patch alone, a reload of the same version, a way back, and a version without news.
  ['1.10.0', '1.10.7', null],
  ['1.10.0', '1.10.0', null],
  ['2.0.0', '1.10.0', null],
  ['1.10.0', '1.11.0', null],
  ['odd', '0.2.0', '0.2'],
])('an update from %s to %s has the news of %s', (since, now, newest) => {
  expect(newestSince(since, now, ROWS)).toBe(newest);
});

it('no news are of a version that is not there yet, and the last come first', () => {
  const order = NEWS.map(({ version: of }) => of).toSorted((one, other) =>
    newestSince(one, '999.0', [{ version: other, points: [] }]) === null ? -1 : 1,
  );
  expect(NEWS.map(({ version: of }) => of)).toEqual(order);
  for (const { version: of } of NEWS)
    expect(newestSince('0.0', version, [{ version: of, points: [] }])).toBe(of);
});
