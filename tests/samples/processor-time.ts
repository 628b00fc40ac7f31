/**
 * Milliseconds of processor time that this process has taken so far. Tests that something does not take for ever measure with it: other work
 * on the machine makes nothing late by this clock.
 */
export function processorNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
