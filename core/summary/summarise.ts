import type { Summary } from './summary';

/** One sentence of the abstract that says what the paper does; null when the abstract has no sentence. */
export function summarise(_title: string, _abstract: string): Summary | null {
  throw new Error('not built yet');
}
