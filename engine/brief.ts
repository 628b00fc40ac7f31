import type { Paper, PaperBrief } from '../core/paper';

/** Lists go over the wire without abstracts. */
export function briefOf({ abstract: _abstract, ...brief }: PaperBrief & Partial<Paper>): PaperBrief {
  return brief;
}
