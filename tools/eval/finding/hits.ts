import type { PagePaper } from '../../../core/match/resolution';
import type { BundledTitles } from './bundled-titles';

/** The bundled papers among those found, by their titles in the corpus. */
export function bundledHits(
  papers: readonly PagePaper[],
  bundled: BundledTitles,
): ReadonlyMap<string, PagePaper> {
  const hits = new Map<string, PagePaper>();
  for (const paper of papers) {
    const title = paper.resolution && bundled.titleOf(paper.resolution);
    if (title !== null && !hits.has(title)) hits.set(title, paper);
  }
  return hits;
}

/** A hit for people to judge: the paper, the rule, and what stands on the page. */
export function hitLine(title: string, { mention, resolution }: PagePaper): string {
  const shown = mention.title ?? mention.arxiv ?? mention.doi ?? '';
  return `“${title}” by ${resolution?.rule ?? 'nothing'}: ${shown.slice(0, 160)}`;
}
