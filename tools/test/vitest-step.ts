import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, runPackage } from '../run-package';
import { single, type StepResult } from './step';

/** What of vitest's JSON report (that of Jest) is used. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/**
 * Counts of a report. A file that broke before its first test counts as one failure, and so does a run that ended badly
 * for a reason the report does not have, or that ran nothing.
 */
export function countsOf(report: VitestReport, ok: boolean, output: string): StepResult {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  const known = report.numFailedTests + brokenFiles;
  const failed = known === 0 && (!ok || passed === 0) ? 1 : known;
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed, failed, skipped, detail: failed > 0 ? output : '' };
}

/** Runs vitest projects; each of their tests counts. */
export async function vitestStep(
  projects: readonly string[],
  options: readonly string[] = [],
): Promise<StepResult> {
  const file = join(ROOT, '.artifacts', 'test', `${projects.join('-')}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { ok, output } = await runPackage('vitest', [
    'run',
    ...projects.map((project) => `--project=${project}`),
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    return countsOf(JSON.parse(readFileSync(file, 'utf8')) as VitestReport, ok, output);
  } catch {
    return single(false, `vitest wrote no report:\n${output}`);
  }
}
