import { readFileSync } from 'node:fs';

/** A paper and the summaries that people wrote of it. */
export interface SummaryCase {
  readonly title: string;
  readonly abstract: string;
  readonly targets: readonly string[];
}

/** The lines of a file of SciTLDR (`source`, `target`) or of `{title, abstract, tldr}`. */
export function readSummaryCases(path: string): readonly SummaryCase[] {
  return readFileSync(path, 'utf8').trim().split('\n').map(parseCase);
}

function parseCase(line: string): SummaryCase {
  const { title, source, target, abstract, tldr } = JSON.parse(line) as Record<string, unknown>;
  const targets = [target ?? tldr].flat().map(String);
  return {
    title: String(title),
    abstract: Array.isArray(source) ? source.join(' ') : String(abstract),
    targets,
  };
}
