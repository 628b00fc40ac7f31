import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { IMPORT_FORMATS } from '../../core/formats/import-formats';
import { inspectSource } from '../../core/import/inspect';
import { whereMeasured, writeReliabilitySection } from '../written-pages/reliability';
import { fuzzSample, joinTallies, type FuzzTally } from './fuzz-run';
import { SAMPLES, type Sample } from './samples';

const USAGE = `npm run fuzz -- [--cases N] [--seed S] [--format F] [--seconds S] [--long] [FILES…]
Spoils files and takes them through every importer. Without FILES, one of our own of each format; FILES are read up to 64 kB.
--cases N    copies of each file (1,000)      --seed S     of the first; a fault names its own (1)
--format F   files of one format alone        --seconds S  ends then, all formats equally far
--long       100,000 copies of each, and the figures go to docs/reliability.md`;
const LONG_CASES = 100_000;
const FILE_BYTES_MAX = 65_536;
/** Copies of one file before it is the next one's turn. */
const TURN_CASES = 100;

async function sampleOf(path: string): Promise<Sample> {
  const bytes = new Uint8Array(readFileSync(path)).slice(0, FILE_BYTES_MAX);
  const source = await inspectSource(new Blob([bytes]), basename(path), IMPORT_FORMATS);
  return { format: source.ok ? (source.parts[0]?.format.id ?? '?') : '?', name: basename(path), bytes };
}

function table(tallies: readonly FuzzTally[]): string {
  const rows = tallies.map(
    ({ format, cases, read, records, bytes, slowestMs, faults }) =>
      `| ${format} | ${cases} | ${read} | ${records} | ${(bytes / 1e6).toFixed(1)} | ${slowestMs.toFixed(0)} | ${faults.length} |`,
  );
  return [
    '| format | files | taken | records | MB | slowest, ms | faults |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const commandOf = (seed: string, seconds: string | undefined): string =>
  `npm run fuzz -- --long --seed ${seed}${seconds === undefined ? '' : ` --seconds ${seconds}`}`;

function section(tallies: readonly FuzzTally[], command: string): string {
  const cases = tallies.reduce((sum, tally) => sum + tally.cases, 0);
  return `## Spoilt files

\`${command}\`, ${whereMeasured(Date.now())}. ${cases} files, made of one of each format by changes of structure, of marks and of bytes, one in ten in
gzip. Each went through the importers of corpora and of the list, every fifth out again by every export. A fault is: something thrown, more processor time than 1.5 s and
50 µs a byte, output beyond its bound, a changed prototype, a formula in a table, mark-up of a stranger in a page or a note. \`taken\`: files that an importer took.

${table(tallies)}
`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cases: { type: 'string' },
      seed: { type: 'string', default: '1' },
      format: { type: 'string' },
      seconds: { type: 'string' },
      long: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const all = positionals.length > 0 ? await Promise.all(positionals.map(sampleOf)) : SAMPLES;
  const samples = all.filter(({ format }) => values.format === undefined || format === values.format);
  const cases = Number(values.cases ?? (values.long ? LONG_CASES : 1_000));
  const seed = Number(values.seed);
  const endAt = performance.now() + 1_000 * Number(values.seconds ?? Infinity);
  const tallies = new Map<Sample, FuzzTally>();
  for (let done = 0; done < cases && performance.now() < endAt; done += TURN_CASES) {
    for (const sample of samples) {
      const turn = await fuzzSample(sample, Math.min(TURN_CASES, cases - done), seed + done);
      for (const fault of turn.faults) console.error(`${fault.sample}, seed ${fault.seed}: ${fault.words}`);
      tallies.set(sample, joinTallies(tallies.get(sample), turn));
    }
  }
  const found = [...tallies.values()];
  console.log(table(found));
  if (values.long)
    writeReliabilitySection('spoilt-files', section(found, commandOf(values.seed, values.seconds)));
  process.exitCode = found.some(({ faults }) => faults.length > 0) ? 1 : 0;
}

await main();
