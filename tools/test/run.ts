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

/**
 * In order; all run whatever the others come to. Those in one bracket run side by side, and have a core each. Builds write the same types,
 * and Firefox beside another browser is late.
 */
const STEPS: readonly (readonly Step[])[] = [
  [
    commands('format', ['prettier', ['--check', '.']]),
    commands('types', ['wxt', ['prepare']], ['tsc', ['--noEmit'], 'typescript']),
  ],
  [commands('lint', ['oxlint', ['--deny-warnings']]), commands('unused code', ['knip', []])],
  [{ name: 'unit tests', run: () => vitestStep('unit') }],
  [commands('build for Chromium', ['wxt', ['build', '-b', 'chrome', '--mv3']])],
  [commands('build for Firefox', ['wxt', ['build', '-b', 'firefox', '--mv3']])],
  [{ name: 'sizes', run: sizesStep }],
  [{ name: 'end to end in Chromium', run: () => browserStep('chromium') }],
  [{ name: 'end to end in Firefox', run: () => browserStep('firefox') }],
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

const results: StepResult[] = [];
for (const steps of STEPS) results.push(...(await Promise.all(steps.map(runStep))));
const counts = total(results);
process.exitCode = isGreen(counts) ? 0 : 1;
console.log(lastLine(counts));
