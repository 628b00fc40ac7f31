import { benchCorpus, CORPUS_USAGE } from './corpus-bench';
import { benchPage, PAGE_USAGE } from './page-bench';

interface Benchmark {
  readonly run: (args: readonly string[]) => Promise<void>;
  readonly usage: string;
}

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  corpus: { run: benchCorpus, usage: CORPUS_USAGE },
  page: { run: benchPage, usage: PAGE_USAGE },
};

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const benchmark = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
  if (!benchmark || args.includes('--help')) {
    for (const { usage } of benchmark ? [benchmark] : Object.values(BENCHMARKS)) console.error(usage);
    process.exitCode = benchmark ? 0 : 2;
    return;
  }
  await benchmark.run(args);
}

await main(process.argv.slice(2));
