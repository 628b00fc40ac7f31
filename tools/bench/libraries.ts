import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run-package';
import { LIBRARY_ENGINES, type LibraryName } from './library-engines';
import type { LibraryNews, LibraryTask } from './library-news';
import type { MadePapers } from './made-papers';
import { NOISY_PER_KIND } from './measure-corpus';
import { quantile, shareOf } from './quantiles';
import { noisyTitles } from './questions';
import type { LibraryRow } from './results';
import { OURS } from './tables';

/** For building and asking together. */
const TIME_LIMIT_S = 300;
const MEMORY_LIMIT_GB = 4;

/** All libraries of the table, ours among them. */
export const LIBRARY_NAMES = Object.keys(LIBRARY_ENGINES) as readonly LibraryName[];

/** Writes what the libraries are asked about `count` titles to a file, for `measureLibrary`. */
export function writeLibraryTask(path: string, papers: MadePapers, count: number): void {
  const titles = Array.from({ length: count }, (_, ordinal) => papers.at(ordinal).title);
  const task: LibraryTask = { titles, noisy: noisyTitles(papers, count, NOISY_PER_KIND) };
  writeFileSync(path, JSON.stringify(task));
}

/** Measures one library in a process of its own; one that takes too much is stopped, and its row says so. */
export async function measureLibrary(
  name: LibraryName,
  task: string,
  count: number,
  where: string,
): Promise<LibraryRow> {
  const { news, trouble } = await runLibrary(name, task);
  const built = news.find((one) => one.kind === 'built');
  const done = news.find((one) => one.kind === 'done');
  const answers = news.filter((one) => one.kind === 'answered');
  const [first, second] = [1, 2].map((pass) => answers.filter((one) => one.pass === pass));
  const counts = (done ? second : first) ?? [];
  const times = counts.map(({ ms }) => ms);
  return {
    library: `${name} ${versionOf(name)}`.trim(),
    titles: count,
    where,
    buildS: built ? built.ms / 1_000 : null,
    heldMB: built ? built.heldBytes / 1e6 : null,
    peakMB: (done ?? built) ? ((done ?? built)?.peakBytes ?? 0) / 1e6 : null,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    right: shareOf(counts, ({ isRight }) => isRight),
    asked: counts.length,
    trouble: built && first && first.length === NOISY_PER_KIND * 7 ? null : trouble,
  };
}

interface Run {
  readonly news: readonly LibraryNews[];
  readonly trouble: string | null;
}

function runLibrary(name: LibraryName, task: string): Promise<Run> {
  const news: LibraryNews[] = [];
  const child = fork(join(ROOT, 'tools/bench/library-worker.ts'), [name, task], {
    cwd: ROOT,
    execArgv: ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${MEMORY_LIMIT_GB * 1_024}`],
    // V8 prints its whole stack when it runs out of memory.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('message', (one) => void news.push(one as LibraryNews));
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, TIME_LIMIT_S * 1_000);
    child.on('exit', (code) => {
      clearTimeout(timer);
      const isDone = news.some(({ kind }) => kind === 'done');
      const reason = isLate ? `within ${TIME_LIMIT_S} s` : `within ${MEMORY_LIMIT_GB} GB (exit ${code})`;
      resolve({ news, trouble: isDone ? null : `did not finish ${reason}` });
    });
  });
}

function versionOf(name: LibraryName): string {
  if (name === OURS) return '';
  const manifest = readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
