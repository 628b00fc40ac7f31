import { evaluateSummaries } from './summaries';
import { evaluateTitles } from './titles';

interface Evaluation {
  readonly lines: readonly string[];
  readonly figures: object;
}

/** Each takes the path of its data, which is never part of the project. */
const EVALUATIONS: Readonly<Record<string, (path: string) => Evaluation | Promise<Evaluation>>> = {
  summaries: evaluateSummaries,
  titles: evaluateTitles,
};

async function main(args: readonly string[]): Promise<void> {
  const [name = '', path = ''] = args.filter((arg) => !arg.startsWith('--'));
  const evaluate = Object.hasOwn(EVALUATIONS, name) ? EVALUATIONS[name] : undefined;
  if (!evaluate || path === '') {
    console.error(
      `usage: npm run eval -- NAME PATH [--json]   (names: ${Object.keys(EVALUATIONS).join(', ')})`,
    );
    process.exitCode = 2;
    return;
  }
  const { lines, figures } = await evaluate(path);
  for (const line of lines) console.log(line);
  if (args.includes('--json')) console.log(JSON.stringify({ name, ...figures }));
}

await main(process.argv.slice(2));
