import { paperIdOf } from '../../core/identity/paper-id';
import type { PagePaper } from '../../core/match/resolution';
import type { Entry } from './registry';

/** The papers of the page as the popup lists them: in page order, each once, with the fullest mention of each. */
export function pagePapers(entriesInPageOrder: readonly Entry[]): PagePaper[] {
  const papers = new Map<string, PagePaper>();
  for (const { mention, resolution = null } of entriesInPageOrder) {
    const id = resolution?.paperId ?? paperIdOf(mention);
    if (id === null) continue;
    const earlier = papers.get(id);
    const isFuller = earlier && earlier.mention.abstract === null && mention.abstract !== null;
    // A Map keeps the place of a key that is set again: the first mention gives the order.
    if (!earlier || isFuller) papers.set(id, { mention, resolution });
  }
  return [...papers.values()];
}
