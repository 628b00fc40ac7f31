import { parseArgs } from 'node:util';
import { ChromiumRun } from '../../tests/browser/chromium';
import { chanceOf } from '../eval/chance';
import { whereMeasured, writeReliabilitySection } from '../written-pages/reliability';
import { live, slope, type LifeSample } from './life';

const USAGE = `npm run long-life -- [--visits N] [--tabs N] [--hovers N] [--seed S]
Lives four hours of reading in short (2,000 visits, 200 tabs, 5,000 hovers) in Chromium, of the build in .output, and writes how memory, listeners,
nodes, hosts and timers went into docs/reliability.md.`;
const SAMPLES = 20;

const kB = (bytes: number): string => (bytes / 1_000).toFixed(0);

function section(samples: readonly LifeSample[], done: string, command: string): string {
  const rows = samples.map(
    ({ visits, tabBytes, workerBytes, listeners, nodes, hosts, timers }) =>
      `| ${visits} | ${kB(tabBytes)} | ${kB(workerBytes)} | ${listeners} | ${nodes} | ${hosts} | ${timers} |`,
  );
  // The first tenth fills memories that are bounded.
  const settled = samples.slice(Math.floor(samples.length / 10));
  const slopes = [
    `tab ${kB(slope(settled, ({ tabBytes }) => tabBytes))} kB`,
    `worker ${kB(slope(settled, ({ workerBytes }) => workerBytes))} kB`,
    `listeners ${slope(settled, ({ listeners }) => listeners).toFixed(1)}`,
    `nodes ${slope(settled, ({ nodes }) => nodes).toFixed(1)}`,
    `timers ${slope(settled, ({ timers }) => timers).toFixed(1)}`,
  ];
  return `## Long life

\`${command}\`, ${whereMeasured(Date.now())}. ${done}. One tab stays and shows eight other papers at each visit, as pages do that load nothing anew; memory is that of
scripts after two forced collections, with no card open. Growth in 1,000 visits by least squares, without the first tenth: ${slopes.join(', ')}.

| visits | tab, kB | worker, kB | listeners | nodes | hosts | timers |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      visits: { type: 'string', default: '2000' },
      tabs: { type: 'string', default: '200' },
      hovers: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const { visits, tabs, hovers, seed } = values;
  const run = await ChromiumRun.start();
  try {
    const chance = chanceOf(Number(seed));
    const counts = { visits: Number(visits), tabs: Number(tabs), hovers: Number(hovers) };
    const samples = await live(run, { ...counts, samples: SAMPLES, chance });
    const command = `npm run long-life -- --visits ${visits} --tabs ${tabs} --hovers ${hovers} --seed ${seed}`;
    const text = section(samples, `${visits} visits, ${tabs} tabs, ${hovers} hovers`, command);
    console.log(text);
    writeReliabilitySection('long-life', text);
  } finally {
    await run.close();
  }
}

await main();
