import { readFileSync } from 'node:fs';
import { summarise } from '../../core/summary/summarise';
import { sentenceSpans } from '../../core/text/sentences';
import { rougeBest, type Rouge } from './rouge';

interface Case {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly targets: readonly string[];
}

/**
 * Quality of summaries on a file of SciTLDR (`source`, `target`) or of `{title, abstract, tldr}` lines: mean ROUGE F1,
 * per paper against the best target, of ours and of simple rivals. Returns the lines to print and the figures.
 */
export function evaluateSummaries(path: string) {
  const cases = readFileSync(path, 'utf8').trim().split('\n').map(parseCase);
  const table: Record<string, Rouge> = {};
  const start = performance.now();
  const ours = cases.map(({ title, sentences }) => summarise(title, sentences.join(' '))?.text ?? '');
  const msPerAbstract = (performance.now() - start) / cases.length;
  table['ours'] = meanRouge(cases, (_, at) => ours[at] ?? '');
  table['first sentence'] = meanRouge(cases, ({ sentences }) => sentences[0] ?? '');
  table['title'] = meanRouge(cases, ({ title }) => title);
  table['first "we" sentence'] = meanRouge(
    cases,
    ({ sentences }) => sentences.find((sentence) => /\bwe\b/i.test(sentence)) ?? sentences[0] ?? '',
  );
  table['best whole sentence'] = meanRouge(cases, bestSentence);
  const lines = Object.entries(table).map(
    ([name, { r1, r2, rl }]) => `${name.padEnd(22)} R1 ${percent(r1)}  R2 ${percent(r2)}  RL ${percent(rl)}`,
  );
  const head = `${cases.length} papers, ${msPerAbstract.toFixed(2)} ms per abstract`;
  return { lines: [head, ...lines], figures: { papers: cases.length, msPerAbstract, ...table } };
}

function parseCase(line: string): Case {
  const { title, source, target, abstract, tldr } = JSON.parse(line) as Record<string, unknown>;
  const sentences = Array.isArray(source) ? source.map(String) : sentencesOf(String(abstract));
  const targets = Array.isArray(target) ? target.map(String) : [tldr].flat().map(String);
  return { title: String(title), sentences, targets };
}

const sentencesOf = (abstract: string): string[] =>
  sentenceSpans(abstract).map(({ start, end }) => abstract.slice(start, end));

function bestSentence({ sentences, targets }: Case): string {
  const scored = sentences.map((sentence) => ({ sentence, r1: rougeBest(sentence, targets).r1 }));
  return scored.toSorted((a, b) => b.r1 - a.r1)[0]?.sentence ?? '';
}

function meanRouge(cases: readonly Case[], predict: (one: Case, at: number) => string): Rouge {
  const scores = cases.map((one, at) => rougeBest(predict(one, at), one.targets));
  const mean = (measure: keyof Rouge) =>
    scores.reduce((sum, score) => sum + score[measure], 0) / Math.max(1, scores.length);
  return { r1: mean('r1'), r2: mean('r2'), rl: mean('rl') };
}

const percent = (value: number): string => (100 * value).toFixed(1).padStart(4);
