import { readName, type BackupName } from './names';

/** Days with changes whose backups are kept. */
export const DAYS_KEPT = 7;
/** Weeks with changes of which the last backup is kept. */
export const WEEKS_KEPT = 4;
/** Backups kept that were made before something that could have cost entries. */
export const BEFORES_KEPT = 5;
const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday; weeks begin on Mondays. */
const MONDAY_SHIFT_DAYS = 3;

/**
 * Which backups may go. They are counted, never aged: who changes little keeps them longer, and a clock that is far ahead
 * takes the place of one of them a day. Files of days after `today` are counted by themselves, so that those of a clock
 * that was ahead do not push out what is made after it was set right. Names of sound backups only: others count for nothing.
 */
export function toRemove(names: readonly string[], today: string): readonly string[] {
  const known = names.flatMap((name) => readName(name) ?? []);
  const [past, ahead] = [known.filter(({ day }) => day <= today), known.filter(({ day }) => day > today)];
  const kept = new Set([...keptOf(past), ...keptOf(ahead)]);
  return known.flatMap(({ name }) => (kept.has(name) ? [] : name));
}

function keptOf(known: readonly BackupName[]): readonly string[] {
  const newest = known.toSorted((a, b) => (a.name < b.name ? 1 : -1));
  const days = newest.filter(({ isBefore }) => !isBefore);
  const lastOfWeeks = new Map<number, BackupName>();
  for (const each of days) {
    const week = weekOf(each.day);
    if (!lastOfWeeks.has(week)) lastOfWeeks.set(week, each);
  }
  return [
    ...days.slice(0, DAYS_KEPT),
    ...[...lastOfWeeks.values()].slice(0, WEEKS_KEPT),
    ...newest.filter(({ isBefore }) => isBefore).slice(0, BEFORES_KEPT),
  ].map(({ name }) => name);
}

/** The number of the week of a day. */
function weekOf(day: string): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / DAY_MS + MONDAY_SHIFT_DAYS) / 7);
}
