import type { Paper } from '../../core/paper';
import { readBundledCorpus } from '../../tools/build-corpus';

/** The papers that the built extension ships, in the corpus's order. */
export function builtCorpus(): readonly Paper[] {
  return readBundledCorpus().papers;
}

/** The paper of the corpus with an arXiv id. */
export function corpusPaper(arxiv: string): Paper {
  const paper = builtCorpus().find((each) => each.arxiv === arxiv);
  if (!paper) throw new Error(`the corpus has no arXiv:${arxiv}`);
  return paper;
}
