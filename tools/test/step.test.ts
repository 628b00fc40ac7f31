import { describe, expect, it } from 'vitest';
import { isGreen, lastLine, single, skip, total } from './step';
import { countsOf, type VitestReport } from './vitest-step';

const file = (status: string, tests: number) => ({
  name: 'x.test.ts',
  status,
  assertionResults: Array.from({ length: tests }),
});
const report = (more: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [file('passed', 3)],
  ...more,
});

describe('the last line', () => {
  it('adds the steps up, and names the skipped only when there are some', () => {
    const some = [single(true, ''), single(false, ''), { passed: 71, failed: 0, skipped: 0 }];
    expect(lastLine(total(some))).toBe('72 passed, 1 failed');
    expect(lastLine(total([...some, skip('')]))).toBe('72 passed, 1 failed, 1 skipped');
  });

  it('is not green when nothing ran', () => {
    expect(isGreen(total([]))).toBe(false);
    expect(isGreen(total([skip('')]))).toBe(false);
    expect(isGreen(total([single(true, ''), skip('')]))).toBe(true);
  });
});

describe('a vitest report', () => {
  it('counts each test', () => {
    expect(countsOf(report({ numPendingTests: 2 }), true, '')).toMatchObject({
      passed: 3,
      failed: 0,
      skipped: 2,
    });
  });

  it('counts a file that broke before its first test', () => {
    const broken = report({ testResults: [file('passed', 3), file('failed', 0)] });
    expect(countsOf(broken, false, 'why')).toMatchObject({ passed: 3, failed: 1, detail: 'why' });
  });

  it('does not believe a report without a failure when vitest ended badly, nor one without a test', () => {
    expect(countsOf(report({}), false, '').failed).toBe(1);
    expect(countsOf(report({ numPassedTests: 0, testResults: [] }), true, '').failed).toBe(1);
  });
});
