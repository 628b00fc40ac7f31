import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../../core/paper';
import { builtExtension } from './built-extension';

/** The papers as the built extension ships them, in the corpus's order. */
export function builtCorpus(): readonly Paper[] {
  const file = readFileSync(join(builtExtension('chrome'), 'corpus.json'), 'utf8');
  return (JSON.parse(file) as { papers: readonly Paper[] }).papers;
}

/** The paper of the corpus with an arXiv id. */
export function corpusPaper(arxiv: string): Paper {
  const paper = builtCorpus().find((each) => each.arxiv === arxiv);
  if (!paper) throw new Error(`the corpus has no arXiv:${arxiv}`);
  return paper;
}
