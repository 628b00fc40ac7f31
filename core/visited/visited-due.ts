import { dayOf, DAY_MS } from './visited-paper';

/** A time that never comes. JSON has no infinity. */
const NEVER_MS = Number.MAX_SAFE_INTEGER;

/** A corpus is made anew as a whole, about a millisecond a paper: so not for every page, and less often the larger it is. */
const WAITING_MIN = 50;
const WAITING_SHARE = 1 / 20;
const WAIT_MS = 10 * 60_000;

/** What is kept, and how it changed. See `VisitedState` of the store. */
interface Kept {
  readonly changes: number;
  readonly papers: number;
}

/** How many changes the corpus, whose version is the number of changes that it was made at, does not have. */
export function waitingChanges(
  { changes, papers }: Kept,
  corpus: { readonly version: string } | null,
): number {
  if (corpus === null) return papers;
  const waiting = changes - Number(corpus.version);
  // A store that was lost begins to count anew at the clock, and may come to the corpus's number, or stay below it.
  return papers === 0 || waiting !== 0 ? Math.max(1, waiting) : 0;
}

export interface Due {
  /** Whether the corpus is to be made anew now. */
  readonly isNow: boolean;
  /** When to look again, ms since the epoch. */
  readonly nextMs: number;
}

/**
 * When the corpus is to be made anew: when enough waits or has waited long enough, and when a paper has come to the limit.
 * `isAsked` is for whoever would like it now if anything waits. `lastDueMs` is what `nextMs` was before.
 */
export function visitedDue(
  kept: Kept & { readonly oldestDay: number | null; readonly waiting: number },
  { isAsked, limitDays, lastDueMs }: { isAsked: boolean; limitDays: number; lastDueMs: number },
  nowMs: number,
): Due {
  const { waiting, papers, oldestDay } = kept;
  const isTooOld = oldestDay !== null && dayOf(nowMs) - oldestDay >= limitDays;
  const isWorth = isAsked || waiting >= Math.max(WAITING_MIN, papers * WAITING_SHARE) || lastDueMs <= nowMs;
  const limitMs = oldestDay === null ? NEVER_MS : (oldestDay + limitDays) * DAY_MS;
  const waitMs = waiting === 0 ? NEVER_MS : nowMs + WAIT_MS;
  const sooner = lastDueMs > nowMs && waiting > 0 ? lastDueMs : NEVER_MS;
  return { isNow: isTooOld || (waiting > 0 && isWorth), nextMs: Math.min(limitMs, waitMs, sooner) };
}
