import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { freshEntry, READING_STATUSES, type ReadingListEntry, type ReadingStatus } from './entry';
import { chartChoiceIn, PERIODS, readingOverTime, startsOf } from './over-time';

const OWN_ZONE = process.env['TZ'];
/** Summer time at another date than in Europe; none; half an hour of it; a day that was left out; midnights that are not. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
];
const HOUR_MS = 3_600_000;
const inZone = (zone: string) => void (process.env['TZ'] = zone);
afterEach(() => {
  if (OWN_ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = OWN_ZONE;
});

const entry = (status: ReadingStatus, addedAt: number, statusAt = addedAt): ReadingListEntry => ({
  ...freshEntry(samplePaper({ id: `${addedAt}` }), addedAt, null),
  status,
  statusAt,
});
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

describe('the starts of weeks and months', () => {
  const time = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2045, 0) });
  it('are days by the clock of the place, one after another, and the last has now in it', () => {
    const cases = fc.tuple(
      fc.constantFrom(...ZONES),
      fc.constantFrom(...PERIODS),
      time,
      fc.integer({ min: 1, max: 7 }),
    );
    fc.assert(
      fc.property(cases, ([zone, period, now, firstDay]) => {
        inZone(zone);
        const starts = startsOf(period, now, firstDay);
        expect(starts).toHaveLength(period === 'week' ? 26 : 24);
        const last = starts.at(-1) ?? Number.NaN;
        expect(last).toBeLessThanOrEqual(now);
        expect(now - last).toBeLessThan((period === 'week' ? 7 * 24 + 2 : 31 * 24 + 2) * HOUR_MS);
        expect(starts.toSorted((a, b) => a - b)).toEqual(starts);
        expect(new Set(starts).size).toBe(starts.length);
        const days = starts.map((start) => new Date(start));
        // Where clocks go forward at midnight, the day begins at one.
        expect(Math.max(...days.map((day) => day.getHours()))).toBeLessThanOrEqual(1);
        // Apia had no 30 December 2011: what would begin on it begins a day later.
        const isOdd = zone === 'Pacific/Apia' && period === 'week';
        const dayOf = (day: Date) => (period === 'month' ? day.getDate() : day.getDay());
        const expected = period === 'month' ? 1 : firstDay % 7;
        expect(days.filter((day) => dayOf(day) !== expected).length).toBeLessThanOrEqual(isOdd ? 1 : 0);
      }),
    );
  });

  it.each([
    [7, '2026-03-08'],
    [1, '2026-03-09'],
    [6, '2026-03-14'],
  ])('weeks begin on the day %i', (firstDay, expected) => {
    inZone('Europe/Berlin');
    const start = new Date(startsOf('week', new Date(2026, 2, 14, 0, 30).getTime(), firstDay).at(-1) ?? 0);
    expect([start.getFullYear(), start.getMonth() + 1, start.getDate()].join('-')).toBe(
      expected.replaceAll('-0', '-'),
    );
  });
});

describe('reading over time', () => {
  const STARTS = [100, 200, 300];

  it('counts what came, what was read, and what waits at the end of each stretch', () => {
    const list = [
      entry('to-read', 50),
      entry('reading', 120, 130),
      entry('read', 90, 210),
      entry('read', 150, 310),
      entry('read', 250, 260),
    ];
    expect(readingOverTime(list, STARTS)).toEqual([
      { start: 100, saved: 2, read: 0, waiting: 4 },
      { start: 200, saved: 1, read: 2, waiting: 3 },
      { start: 300, saved: 0, read: 1, waiting: 2 },
    ]);
  });

  it('does not say when a paper was read that came as read, or whose clock went back', () => {
    const list = [entry('read', 150), entry('read', 250, 110)];
    const [first, second, third] = readingOverTime(list, STARTS);
    expect([first, second, third].map((each) => [each?.saved, each?.read, each?.waiting])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('has what lies in the future in its last stretch, and what has no time before its first', () => {
    const list = [entry('to-read', 9_999), entry('to-read', Number.NaN)];
    expect(readingOverTime(list, STARTS).map(({ saved, waiting }) => [saved, waiting])).toEqual([
      [0, 1],
      [0, 1],
      [1, 2],
    ]);
  });

  it('ends with what waits now, and loses and invents nothing, whatever the times', () => {
    const time = fc.integer({ min: 0, max: 400 });
    const lists = fc.array(fc.tuple(fc.constantFrom(...READING_STATUSES), time, time));
    fc.assert(
      fc.property(lists, (rows) => {
        const list = rows.map(([status, addedAt, statusAt]) => entry(status, addedAt, statusAt));
        const found = readingOverTime(list, STARTS);
        expect(found.at(-1)?.waiting).toBe(list.filter(({ status }) => status !== 'read').length);
        expect(total(found.map(({ saved }) => saved))).toBe(
          list.filter(({ addedAt }) => addedAt >= 100).length,
        );
        for (const each of found)
          expect(Math.min(each.saved, each.read, each.waiting)).toBeGreaterThanOrEqual(0);
        const [first] = found;
        const waitedBefore = (first?.waiting ?? 0) - (first?.saved ?? 0) + (first?.read ?? 0);
        expect(waitedBefore).toBeLessThanOrEqual(list.length);
      }),
    );
  });
});

it.each([
  [
    { isOpen: true, period: 'month' },
    { isOpen: true, period: 'month' },
  ],
  [
    { isOpen: 1, period: 'year' },
    { isOpen: false, period: 'week' },
  ],
  [null, { isOpen: false, period: 'week' }],
  ['open', { isOpen: false, period: 'week' }],
])('the choice %j is read as %j', (kept, choice) => expect(chartChoiceIn(kept)).toEqual(choice));
