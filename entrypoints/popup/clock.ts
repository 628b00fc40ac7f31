import type { Clock } from '../../components/popup/ports';

/** The time of the page that the popup's screens stand in. */
export const windowClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
