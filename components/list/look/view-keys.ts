import type { NamedView } from '../../../core/reading-list/named-views';

/** The view that a digit opens, null for the whole list; undefined where the key is for none. */
export function viewOfKey(key: string, views: readonly NamedView[]): NamedView | null | undefined {
  if (!/^[0-9]$/.test(key)) return undefined;
  return key === '0' ? null : views[Number(key) - 1];
}

/** How many views on an arrow leads, in the direction of reading; 0 for another key. */
export function stepOfKey(key: string, isRightToLeft: boolean): number {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  const step = Object.hasOwn(steps, key) ? (steps[key] ?? 0) : 0;
  return isRightToLeft ? -step : step;
}
