import identifiers from '../../assets/corpus/identifiers.json';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { Result } from '../../messaging/result';
import type { ChromiumRun } from './chromium';

/** A paper of the bundled corpus, as a made page names it. */
export interface KnownPaper {
  readonly title: string;
  readonly arxiv: string;
  readonly authors: readonly string[];
}

/** The bundled corpus, in its order. */
export const KNOWN_PAPERS: readonly KnownPaper[] = identifiers.map(({ title, arxiv, authors }) => ({
  title,
  arxiv,
  authors,
}));

/** @throws where the corpus has fewer papers. */
export function knownPaper(index: number): KnownPaper {
  const paper = KNOWN_PAPERS[index];
  if (!paper) throw new Error(`the corpus has no paper ${index}`);
  return paper;
}

/** The title as a link to its arXiv page. */
export function linkTo({ title, arxiv }: KnownPaper, id = 'title'): string {
  return `<a id="${id}" href="https://arxiv.org/abs/${arxiv}">${title}</a>`;
}

/** The titles on the reading list, first saved first. */
export async function savedTitles(run: ChromiumRun): Promise<string[]> {
  const message = { paperkin: 1, call: 'list/all', params: {} };
  const reply = await run.send<Result<readonly ReadingListEntry[]>>(message);
  if (!reply.ok) throw new Error(`list/all: ${reply.error.message}`);
  return reply.value.map(({ paper }) => paper.title).toReversed();
}
