import type { Clock } from './popup/ports';

/** The time of the page that the screens stand in. */
export const windowClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
