/** A machine's own name in what is exchanged, `deviceIdOf`. */
export type DeviceId = string;

/** When a value was set, in seconds of the machine's logical clock, and by which machine. */
export type Stamp = readonly [time: number, device: DeviceId];

/** How far somebody has seen the stamps of each machine: up to and with these times. */
export type Seen = Readonly<Record<DeviceId, number>>;

/**
 * The greatest time of a stamp: year 36,812. Each stamp is at least one second above all that its machine has seen, so a machine with
 * a clock ahead, or a damaged item, takes the others' clocks along and then decides nothing; from here on they can still count
 * for longer than there are numbers to run out of.
 */
export const TIME_MAX = 2 ** 40;

const DEVICE = /^[0-9a-z]{1,4}-[0-9a-z]{6}$/;
const RANK_MAX = 36 ** 4 - 1;

/** Whether a text can name a machine; such names are safe as keys of an object. */
export const isDeviceId = (text: unknown): text is DeviceId => typeof text === 'string' && DEVICE.test(text);

/** A name for a machine that joins after others: it ranks behind them. `chance` is at least 0 and less than 1. */
export function deviceIdOf(others: readonly DeviceId[], chance: number): DeviceId {
  const rank = 1 + Math.max(0, ...others.map(rankOf));
  const part = Math.floor(chance * 36 ** 6).toString(36);
  return `${Math.min(rank, RANK_MAX).toString(36)}-${part.padStart(6, '0')}`;
}

const rankOf = (device: DeviceId): number => Number.parseInt(device, 36);

/** Orders machines by when they joined: below 0 where the first came earlier. */
export function compareDevices(a: DeviceId, b: DeviceId): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Below 0 where the first is the older. Of the same time the machine decides, so that all decide alike. */
export function compareStamps([time, device]: Stamp, [otherTime, other]: Stamp): number {
  return time - otherTime || (device < other ? -1 : device > other ? 1 : 0);
}

/** The next time of a clock that stands at `clock`; `now` in seconds since the epoch. A clock never goes back. */
export function nextTime(clock: number, now: number): number {
  return Math.max(Math.min(now, TIME_MAX), clock + 1);
}

export const isSeen = ([time, device]: Stamp, seen: Seen): boolean => time <= (seen[device] ?? -1);

/** As far as either has seen. */
export function joinSeen(a: Seen, b: Seen): Seen {
  const joined: Record<DeviceId, number> = { ...a };
  for (const [device, time] of Object.entries(b)) joined[device] = Math.max(time, joined[device] ?? 0);
  return joined;
}

export const sawToo = (seen: Seen, stamps: readonly Stamp[]): Seen =>
  stamps.reduce<Seen>((sum, [time, device]) => joinSeen(sum, { [device]: time }), seen);
