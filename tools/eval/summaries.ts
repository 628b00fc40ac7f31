import { basename } from 'node:path';
import { abstractSentences } from '../../core/summary/abstract-sentences';
import { formsOf } from '../../core/summary/shorten';
import { summarise } from '../../core/summary/summarise';
import type { Evaluation } from './evaluation';
import { abstractCounts, lexRankSentence } from './lexrank';
import { writeQualitySection } from './quality-file';
import { rougeBest, type Rouge } from './rouge';
import { readSummaryCases, type SummaryCase } from './summary-cases';

interface Case extends SummaryCase {
  readonly sentences: readonly string[];
}

/** Abstracts that warm the engine up before the clock starts. */
const WARM_UP = 100;

/**
 * Quality of summaries on a file of SciTLDR or of `{title, abstract, tldr}` lines: mean ROUGE F1, per paper against the target
 * with the best ROUGE-1, of ours, of simple rivals, and of what could be reached by whoever knew the targets. The table goes
 * into `docs/quality.md` too.
 */
export function evaluateSummaries(path: string): Evaluation {
  const cases = readSummaryCases(path).map(withSentences);
  for (const { title, abstract } of cases.slice(0, WARM_UP)) summarise(title, abstract);
  const before = process.cpuUsage();
  const ours = cases.map(({ title, abstract }) => summarise(title, abstract)?.text ?? '');
  const { user, system } = process.cpuUsage(before);
  const msPerAbstract = (user + system) / 1_000 / cases.length;
  const table = rivals(cases, ours).map(([name, predict]) => [name, meanRouge(cases, predict)] as const);
  const [rouge1 = 0, rouge2 = 0, rougeL = 0] = figuresOf(table[0]?.[1]);
  writeQualitySection('summaries', markdown(path, cases.length, msPerAbstract, table));
  const head = `${cases.length} papers, ${msPerAbstract.toFixed(2)} ms of processor time an abstract`;
  return {
    lines: [
      head,
      ...table.map(
        ([name, one]) =>
          `${name.padEnd(38)} ${figuresOf(one)
            .map((value) => value.toFixed(1).padStart(5))
            .join(' ')}`,
      ),
    ],
    figures: { rouge1, rouge2, rougeL, msPerAbstract },
  };
}

type Predict = (one: Case, at: number) => string;

function rivals(
  cases: readonly Case[],
  ours: readonly string[],
): readonly (readonly [name: string, predict: Predict])[] {
  const counts = abstractCounts(cases.map(({ sentences }) => sentences));
  return [
    ['Paperkin', (_, at) => ours[at] ?? ''],
    ['first sentence', ({ sentences }) => sentences[0] ?? ''],
    ['title', ({ title }) => title],
    [
      'first sentence with "we"',
      ({ sentences }) => sentences.find((one) => /\bwe\b/i.test(one)) ?? sentences[0] ?? '',
    ],
    ['LexRank', ({ sentences }) => lexRankSentence(sentences, counts, cases.length)],
    ['the best whole sentence there is', ({ sentences, targets }) => bestOf(sentences, targets)],
    [
      'the best shortened sentence there is',
      ({ title, sentences, targets }) =>
        bestOf(
          sentences.flatMap((one) => formsOf(one, title).map(({ text }) => text)),
          targets,
        ),
    ],
  ];
}

const withSentences = (one: SummaryCase): Case => ({
  ...one,
  sentences: abstractSentences(one.abstract).map(({ text }) => text),
});

function bestOf(sentences: readonly string[], targets: readonly string[]): string {
  const scores = sentences.map((sentence) => rougeBest(sentence, targets).r1);
  return sentences[scores.indexOf(Math.max(...scores))] ?? '';
}

function meanRouge(cases: readonly Case[], predict: Predict): Rouge {
  const scores = cases.map((one, at) => rougeBest(predict(one, at), one.targets));
  const mean = (measure: keyof Rouge) =>
    scores.reduce((sum, score) => sum + score[measure], 0) / Math.max(1, scores.length);
  return { r1: mean('r1'), r2: mean('r2'), rl: mean('rl') };
}

/** In percent, two decimals. */
const figuresOf = (rouge: Rouge | undefined): readonly number[] =>
  rouge ? [rouge.r1, rouge.r2, rouge.rl].map((value) => Number((100 * value).toFixed(2))) : [];

function markdown(
  path: string,
  papers: number,
  ms: number,
  table: readonly (readonly [string, Rouge])[],
): string {
  const rows = table.map(
    ([name, one]) =>
      `| ${name} | ${figuresOf(one)
        .map((value) => value.toFixed(1))
        .join(' | ')} |`,
  );
  return [
    '## Summaries',
    '',
    `\`npm run eval -- summaries ${basename(path)}\`: ${papers} abstracts with one to several summaries by people. ROUGE F1 in percent, stemmed, of the target with the best ROUGE-1; ${ms.toFixed(1)} ms of processor time an abstract.`,
    '',
    '| what is shown | ROUGE-1 | ROUGE-2 | ROUGE-L |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
