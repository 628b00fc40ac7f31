import type { Unit } from './figures';

/** A value and what it counts, as `shown` takes them. */
export type Cell = readonly [value: number | null, unit: Unit];

/** A table; the first column is of words, the others of numbers. */
export function markdown(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const rule = head.map((_, at) => (at === 0 ? '---' : '--:'));
  return `${[head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

/** With commas between thousands. */
export const counted = (number: number): string => number.toLocaleString('en-US');

/** How many times another, or a dash. */
export function ratio(value: number | null, to: number | null): string {
  return value === null || to === null || to === 0 ? '-' : shown(value / to, 'times');
}

/** Three digits that say something; a share has three after its point. */
export function shown(value: number | null, unit: Unit): string {
  if (value === null) return '-';
  if (unit === 'share') return value.toFixed(3);
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  const text = value >= 1_000 ? counted(Math.round(value)) : value.toFixed(digits);
  return unit === 'times' ? `${text}×` : text;
}
