import type { ReadingListEntry } from './entry';

export const PERIODS = ['week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** Whether the reader has the picture open, and in which stretches. */
export interface ChartChoice {
  readonly isOpen: boolean;
  readonly period: Period;
}

/** The choice in something that was kept; closed, by weeks, where it is none. */
export function chartChoiceIn(value: unknown): ChartChoice {
  const { isOpen, period }: Partial<Record<keyof ChartChoice, unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  return { isOpen: isOpen === true, period: PERIODS.find((each) => each === period) ?? 'week' };
}

/** Half a year of weeks, two years of months: what can be told apart in a small picture. */
const COUNTS: Readonly<Record<Period, number>> = { week: 26, month: 24 };
const DAYS_PER_WEEK = 7;

/** One week or month of the reader's clock. */
export interface Stretch {
  /** Its first midnight, milliseconds since the epoch. */
  readonly start: number;
  /** Papers put on the list in it. */
  readonly saved: number;
  /** Papers that became read in it. */
  readonly read: number;
  /** Papers to read or being read at its end. */
  readonly waiting: number;
}

/**
 * The starts of the last weeks or months, first one first, by the clock of this place; `now` in milliseconds since the epoch lies in the
 * last. Weeks begin on `firstDay`: 1 is Monday, 7 is Sunday.
 */
export function startsOf(period: Period, now: number, firstDay: number): readonly number[] {
  const today = new Date(now);
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const intoWeek = (today.getDay() - firstDay + 2 * DAYS_PER_WEEK) % DAYS_PER_WEEK;
  const count = COUNTS[period];
  return Array.from({ length: count }, (_, at) => {
    const back = count - 1 - at;
    // By the calendar, not by hours: a week in which clocks change has 167 or 169.
    const start =
      period === 'week'
        ? new Date(year, month, day - intoWeek - back * DAYS_PER_WEEK)
        : new Date(year, month - back, 1);
    return start.getTime();
  });
}

/**
 * What came onto the list, what was read, and what waited, as far as its entries tell: when they were added, and when their status
 * changed last. What was removed since is in none of it. A paper that came as one already read counts as saved alone, for when
 * it was read is not known. `starts` ascend; what is later than the last belongs to it, so a clock that went back hides nothing.
 */
export function readingOverTime(
  entries: readonly ReadingListEntry[],
  starts: readonly number[],
): readonly Stretch[] {
  const saved = starts.map(() => 0);
  const read = starts.map(() => 0);
  const change = starts.map(() => 0);
  let before = 0;
  const count = (of: number[], at: number, by: number): void => {
    if (at >= 0) of[at] = (of[at] ?? 0) + by;
    else if (of === change) before += by;
  };
  for (const { status, addedAt, statusAt } of entries) {
    const added = stretchOf(starts, addedAt);
    count(saved, added, 1);
    const cameRead = status === 'read' && statusAt <= addedAt;
    if (cameRead) continue;
    count(change, added, 1);
    if (status !== 'read') continue;
    const done = stretchOf(starts, statusAt);
    count(read, done, 1);
    count(change, done, -1);
  }
  let waiting = before;
  return starts.map((start, at) => {
    waiting += change[at] ?? 0;
    return { start, saved: saved[at] ?? 0, read: read[at] ?? 0, waiting };
  });
}

/** The stretch that a time lies in: the last that does not start after it; -1 when all do. */
function stretchOf(starts: readonly number[], time: number): number {
  return starts.findLastIndex((start) => start <= time);
}
