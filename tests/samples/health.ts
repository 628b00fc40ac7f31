import type { Health } from '../../core/health';

/** All is well: everything on disk, nothing damaged. */
export const WELL: Health = {
  corpus: 'database',
  library: 'database',
  reason: null,
  isNewer: false,
  paperCount: 71,
  repairs: [],
};
