import { parseArgs } from 'node:util';
import { whereMeasured, writeReliabilitySection } from '../written-pages/reliability';
import { ChaosBrowser } from './chaos-browser';
import { playRun, type RunResult } from './run';
import { EMPTY_TALLY, sum, tallyTables, type Tally } from './tally';

const USAGE = `usage: npm run chaos -- [--runs N] [--seconds S] [--seed S] [--lanes N] [--long] [--write] [--verbose]
Plays random histories in Chromium while things break, and looks for acknowledged writes that are lost.
--seed S alone replays one run; with --runs it is the first of them. --long: 500 runs. --write: the table goes to docs/reliability.md; --long writes it, too.`;
const LONG_RUNS = 500;
const SHORT_RUNS = 20;
/** Then the profile is a new one: a defect is found by its seed more surely where its past is short. */
const RUNS_A_PROFILE = 25;

interface Wanted {
  readonly first: number;
  readonly runs: number;
  readonly endsAt: number;
  readonly isVerbose: boolean;
}

function printResult(
  { seed, troubles, log, tally }: RunResult,
  { isVerbose }: Wanted,
  startedAt: number,
): void {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${troubles.length === 0 ? '✓' : '✗'} seed ${seed} (${seconds} s, ${tally.checks} checks)`);
  if (troubles.length > 0 || isVerbose) for (const line of log) console.log(`    ${line}`);
  for (const trouble of troubles) console.log(`  ! ${trouble}`);
  if (troubles.length > 0) console.log(`  replay: npm run chaos -- --seed ${seed}`);
}

/** Plays seeds until there is none left, or no time; a browser that was left in a bad state is not used again. */
async function lane(next: () => number | null, wanted: Wanted): Promise<Tally> {
  let tally = EMPTY_TALLY;
  let browser: ChaosBrowser | null = null;
  let played = 0;
  try {
    for (let seed = next(); seed !== null; seed = next()) {
      browser ??= await ChaosBrowser.start();
      const startedAt = performance.now();
      const result = await playRun(seed, browser);
      printResult(result, wanted, startedAt);
      tally = sum(tally, result.tally);
      played += 1;
      if (result.troubles.length === 0 && played % RUNS_A_PROFILE !== 0) continue;
      await browser.close().catch(() => null);
      browser = null;
    }
  } finally {
    await browser?.close().catch(() => null);
  }
  return tally;
}

function writeTables(tally: Tally, { first }: Wanted): void {
  const from = `${tally.runs} histories (seeds from ${first} on), of some thirty actions and faults each`;
  const about = `\`npm run chaos -- --write\` (\`--long\`: ${LONG_RUNS} histories): ${from}, in Chromium.
After each fault all there is was compared with all that was acknowledged (decision 0028). ${whereMeasured(Date.now())}.`;
  writeReliabilitySection('chaos', `## Faults\n\n${about}\n\n${tallyTables(tally)}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
      lanes: { type: 'string', default: '1' },
      long: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const usual = values.long ? LONG_RUNS : values.seed === undefined ? SHORT_RUNS : 1;
  const wanted: Wanted = {
    first: Number(values.seed ?? 1),
    runs: Number(values.runs ?? usual),
    endsAt: performance.now() + Number(values.seconds ?? Infinity) * 1_000,
    isVerbose: values.verbose,
  };
  let given = 0;
  const next = () =>
    given < wanted.runs && performance.now() < wanted.endsAt ? wanted.first + given++ : null;
  const lanes = Array.from({ length: Number(values.lanes) }, () => lane(next, wanted));
  const tally = (await Promise.all(lanes)).reduce(sum, EMPTY_TALLY);
  console.log(`\n${tallyTables(tally)}`);
  if (values.long || values.write) writeTables(tally, wanted);
  process.exitCode = tally.runs > 0 && tally.failedRuns === 0 ? 0 : 1;
}

await main();
