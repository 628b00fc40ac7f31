/** A file of the folder of backups, as its name tells. */
export interface BackupName {
  readonly name: string;
  /** By the reader's own clock and zone: "2026-11-26". */
  readonly day: string;
  /** Whether it was made before something that could have cost entries, or put aside for that; the day's own otherwise. */
  readonly isBefore: boolean;
}

const ENDING = '.paperkin-list.gz';
const NAME = /^(\d{4}-\d\d-\d\d)(-before-\d{6})?\.paperkin-list\.gz$/;

/** The day of a time in milliseconds since the epoch, where the reader is. A time beyond the year 9999 counts as its last day. */
export function dayOf(at: number): string {
  const time = new Date(at);
  const year = time.getFullYear();
  if (!(year >= 0 && year <= 9_999)) return '9999-12-31';
  return `${String(year).padStart(4, '0')}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`;
}

/** Of the file that has the list as it was last on a day. */
export function nameOfDay(at: number): string {
  return dayOf(at) + ENDING;
}

/** Of a file that no later change of the day takes the place of. */
export function nameBefore(at: number): string {
  const time = new Date(at);
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join('');
  return `${dayOf(at)}-before-${clock}${ENDING}`;
}

/** Null for a file that is no backup. */
export function readName(name: string): BackupName | null {
  const [, day, before] = NAME.exec(name) ?? [];
  return day === undefined ? null : { name, day, isBefore: before !== undefined };
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
