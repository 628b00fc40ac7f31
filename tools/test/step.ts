/** What a step of `npm test` adds to the last line. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface StepResult extends Counts {
  /** What to print below the step: why it failed, or what it measured. */
  readonly detail: string;
}

export interface Step {
  readonly name: string;
  readonly run: () => Promise<StepResult>;
}

/** The result of a step that counts as one test. */
export function single(ok: boolean, detail: string): StepResult {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, detail };
}

/** The result of a step that could not be run, and may be left out. */
export function skip(detail: string): StepResult {
  return { passed: 0, failed: 0, skipped: 1, detail };
}

export function total(results: readonly Counts[]): Counts {
  const sum = (of: (counts: Counts) => number) => results.reduce((count, each) => count + of(each), 0);
  return {
    passed: sum((each) => each.passed),
    failed: sum((each) => each.failed),
    skipped: sum((each) => each.skipped),
  };
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Nothing failed, and something ran. */
export function isGreen({ passed, failed }: Counts): boolean {
  return failed === 0 && passed > 0;
}
