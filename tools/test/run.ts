import { runPackage } from '../run-package';
import { browserStep } from './browser-step';
import { sizesStep } from './sizes';
import { isGreen, lastLine, single, total, type Step, type StepResult } from './step';
import { vitestStep } from './vitest-step';

type Command = readonly [name: string, args: readonly string[], packageName?: string];

/** A step of commands that must all succeed; it counts as one, and prints the output of the one that did not. */
function commands(name: string, ...list: readonly Command[]): Step {
  return {
    name,
    run: async () => {
      for (const [command, args, packageName] of list) {
        const { ok, output } = await runPackage(command, args, packageName);
        if (!ok) return single(false, output);
      }
      return single(true, '');
    },
  };
}

const PREPARE = commands('prepare', ['wxt', ['prepare']]);
const TYPES = commands('types', ['tsc', ['--noEmit'], 'typescript']);
const FORMAT = commands('format', ['oxfmt', ['--check']]);
const LINT = commands('lint', ['oxlint', ['--deny-warnings']]);
const UNUSED = commands('unused code', ['knip', []]);
const CHROMIUM_BUILD = commands('build for Chromium', ['wxt', ['build', '-b', 'chrome', '--mv3']]);
const FIREFOX_BUILD = commands('build for Firefox', ['wxt', ['build', '-b', 'firefox', '--mv3']]);
const SIZES: Step = { name: 'sizes', run: sizesStep };
/** A file of either project at a time: Firefox runs beside them. */
const UNIT: Step = { name: 'unit tests', run: () => vitestStep(['unit', 'alone'], ['--maxWorkers=1']) };
const CHROMIUM: Step = { name: 'end to end in Chromium', run: () => browserStep('chromium') };
const FIREFOX: Step = { name: 'end to end in Firefox', run: () => browserStep('firefox') };

/**
 * Stages, one after another, of lanes side by side, of steps in order; all run whatever the others come to. Two lanes share
 * two cores, and take about as long. Types are made first: builds, unit tests and the search for unused code all would make them.
 * Firefox beside another browser is late, and mostly waits; Chromium's tests fill the machine.
 */
const STAGES: readonly (readonly (readonly Step[])[])[] = [
  [[PREPARE], [FORMAT, LINT]],
  [
    [FIREFOX_BUILD, FIREFOX, CHROMIUM_BUILD],
    [TYPES, UNIT, UNUSED],
  ],
  [[CHROMIUM], [SIZES]],
];

function report({ name }: Step, result: StepResult, milliseconds: number): void {
  const sign = result.failed > 0 ? '✗' : result.passed > 0 ? '✓' : '-';
  console.log(`${sign} ${name}: ${lastLine(result)} (${(milliseconds / 1_000).toFixed(1)} s)`);
  for (const line of result.detail.trimEnd().split('\n')) {
    if (line !== '') console.log(`    ${line}`);
  }
}

async function runStep(step: Step): Promise<StepResult> {
  const start = performance.now();
  const result = await step.run().catch((error: unknown) => single(false, String(error)));
  report(step, result, performance.now() - start);
  return result;
}

async function runLane(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runStep(step));
  return results;
}

const results: StepResult[] = [];
for (const lanes of STAGES) results.push(...(await Promise.all(lanes.map(runLane))).flat());
const counts = total(results);
process.exitCode = isGreen(counts) ? 0 : 1;
console.log(lastLine(counts));
