/** Half of what a browser has for a frame at 60 Hz: the page keeps the other half. */
const SLICE_MS = 8;
/** A page that is never idle still gets its turn. */
const IDLE_WAIT_MS = 100;

/** Runs a task later, leaving room for the page before it. */
export type RunLater = (task: () => void) => void;

/** When the page is idle: for looking again at a page that changed. */
export const runWhenIdle: RunLater = (task) => {
  // Safari has no requestIdleCallback (2026-11).
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: IDLE_WAIT_MS });
  else setTimeout(task, 1);
};

/**
 * In the next free turns: for the first look. A loading page is not idle for long; over 13 slices of a long listing the
 * waits for idle time added up to more than half a second, where marks are to be there after 200 ms.
 */
const runSoon: RunLater = (task) => {
  const { scheduler } = globalThis as { scheduler?: { postTask?: (task: () => void) => Promise<void> } };
  if (scheduler?.postTask) void scheduler.postTask(task);
  else setTimeout(task, 0);
};

/**
 * The first slice at once, the others soon. Whatever is only asked for waits behind the picture of the whole page, which takes
 * a long listing 200 ms and more; while it is drawn, the background can answer for what the first slice found.
 */
export function runEagerly(): RunLater {
  let isFirst = true;
  return (task) => {
    if (isFirst) {
      isFirst = false;
      task();
    } else runSoon(task);
  };
}

export interface SliceOptions {
  readonly runLater: RunLater;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly budgetMs?: number;
}

/**
 * Walks an iterable in slices of a few milliseconds each; resolves to the milliseconds of work it took. After an
 * abort it resolves without looking further; a throw of the iterable or of `visit` ends the walk as if it had ended.
 */
export function walkInSlices<T>(
  items: Iterable<T>,
  visit: (item: T) => void,
  options: SliceOptions,
): Promise<number> {
  const iterator = items[Symbol.iterator]();
  const { runLater, now, signal, budgetMs = SLICE_MS } = options;
  let spent = 0;
  return new Promise((resolve) => {
    const slice = () => {
      const start = now();
      const more = !signal.aborted && walkUntil(iterator, visit, () => now() - start >= budgetMs);
      spent += now() - start;
      if (more) runLater(slice);
      else resolve(spent);
    };
    runLater(slice);
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
