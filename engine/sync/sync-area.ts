import type { DeviceId } from '../../core/sync/stamp';
import type { SyncArea } from './sync-world';

/** Bytes that Chromium and Firefox give an extension, less what nobody should have to fight for. */
const AREA_BYTES = 98_000;
/** So much of it the first machine takes at most, whose items hold what all have: the others always find room for news. */
const FIRST_SHARE_BYTES = 80_000;

/** What there is for a machine to fill. */
export function roomFor(isFirst: boolean, bytesOfOthers: number): number {
  const free = Math.max(0, AREA_BYTES - bytesOfOthers);
  // Whoever joins next finds half of what is free.
  return isFirst ? Math.min(FIRST_SHARE_BYTES, free) : Math.floor(free / 2);
}

/** All items, or why the browser does not give them. */
export async function areaItems(area: SyncArea): Promise<Readonly<Record<string, unknown>> | Error> {
  try {
    return await area.get(null);
  } catch (error) {
    return asError(error);
  }
}

/** The items that a machine wrote. */
export function itemsOf(
  items: Readonly<Record<string, unknown>>,
  device: DeviceId,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(items).filter(([key]) => key.startsWith(`d:${device}:`)));
}

/** What items take, as browsers count them: keys, and values as JSON. */
export function bytesOf(items: Readonly<Record<string, unknown>>): number {
  return Object.entries(items).reduce(
    (sum, [key, value]) => sum + key.length + new TextEncoder().encode(JSON.stringify(value)).length,
    0,
  );
}

/** Whether a machine's items are these already. */
export function isAlready(
  present: Readonly<Record<string, unknown>>,
  wanted: ReadonlyMap<string, string>,
): boolean {
  const keys = Object.keys(present);
  return keys.length === wanted.size && keys.every((key) => present[key] === wanted.get(key));
}

/** Makes a machine's items these, in at most two operations; resolves with what the browser had against it, or null. */
export async function writeItems(
  area: SyncArea,
  present: Readonly<Record<string, unknown>>,
  wanted: ReadonlyMap<string, string>,
): Promise<Error | null> {
  const gone = Object.keys(present).filter((key) => !wanted.has(key));
  const changed = [...wanted].filter(([key, value]) => present[key] !== value);
  try {
    // First what goes: together with what comes it may be more than there is room for.
    if (gone.length > 0) await area.remove(gone);
    if (changed.length > 0) await area.set(Object.fromEntries(changed));
    return null;
  } catch (error) {
    return asError(error);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
