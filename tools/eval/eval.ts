import { parseArgs } from 'node:util';
import type { Evaluation, EvaluationOptions } from './evaluation';
import { evaluateMentions } from './finding/mentions';
import { evaluateNegatives } from './finding/negatives';
import { evaluatePages } from './finding/pages';
import { evaluateKin } from './kin/kin';
import { evaluateSummaries } from './summaries';
import { evaluateTitles } from './titles';
import { trainVectors } from './train-vectors';
import { trainSummaryWeights } from './train-summary';

type Evaluate = (path: string, options: EvaluationOptions) => Evaluation | Promise<Evaluation>;

/** Each takes the path of its data, which is never part of the project. */
const EVALUATIONS: Readonly<Record<string, Evaluate>> = {
  kin: evaluateKin,
  mentions: evaluateMentions,
  negatives: evaluateNegatives,
  pages: evaluatePages,
  summaries: evaluateSummaries,
  titles: evaluateTitles,
  'train-vectors': trainVectors,
  'train-summary': (path, { more }) => trainSummaryWeights([path, ...more]),
};
const USAGE = `usage: npm run eval -- NAME PATH [--corpus TITLES.txt] [--json]
names: ${Object.keys(EVALUATIONS).join(', ')}; --corpus is for mentions, negatives and pages; train-summary takes several files`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { corpus: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [name = '', path = '', ...more] = positionals;
  const evaluate = Object.hasOwn(EVALUATIONS, name) ? EVALUATIONS[name] : undefined;
  if (!evaluate || path === '') {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const { lines, figures } = await evaluate(path, { corpus: values.corpus ?? null, more });
  for (const line of lines) console.log(line);
  if (values.json) console.log(JSON.stringify({ name, ...figures }));
}

await main();
