/** Half of what a browser has for a frame at 60 Hz: the page keeps the other half. */
export const SLICE_MS = 8;
/** Marks are to be there 200 ms after the document: waiting longer for idle time would miss that. */
const IDLE_WAIT_MS = 50;

/** Runs a task when the page is idle, or after a short wait at most. */
export type RunWhenIdle = (task: () => void) => void;

export const runWhenIdle: RunWhenIdle = (task) => {
  // Safari has no requestIdleCallback (2026-11).
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: IDLE_WAIT_MS });
  else setTimeout(task, 1);
};

export interface SliceOptions {
  readonly runIdle: RunWhenIdle;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly budgetMs?: number;
}

/**
 * Walks an iterable in idle slices of a few milliseconds each; resolves to the milliseconds of work it took. After an
 * abort it resolves without looking further; a throw of the iterable or of `visit` ends the walk as if it had ended.
 */
export function walkInSlices<T>(
  items: Iterable<T>,
  visit: (item: T) => void,
  options: SliceOptions,
): Promise<number> {
  const iterator = items[Symbol.iterator]();
  const { runIdle, now, signal, budgetMs = SLICE_MS } = options;
  let spent = 0;
  return new Promise((resolve) => {
    const slice = () => {
      const start = now();
      const more = !signal.aborted && walkUntil(iterator, visit, () => now() - start >= budgetMs);
      spent += now() - start;
      if (more) runIdle(slice);
      else resolve(spent);
    };
    runIdle(slice);
  });
}

/** False when there is nothing left. */
function walkUntil<T>(iterator: Iterator<T>, visit: (item: T) => void, isOver: () => boolean): boolean {
  try {
    do {
      const step = iterator.next();
      if (step.done) return false;
      visit(step.value);
    } while (!isOver());
    return true;
  } catch {
    // Odd mark-up must not take the rest of the page's papers away.
    return false;
  }
}
