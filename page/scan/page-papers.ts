import type { Mention } from '../../core/match/mention';
import type { PagePaper } from '../../core/match/resolution';
import type { Entry } from './registry';

/**
 * Under which two mentions of a paper that nothing knows are one. Coarser than a paper's identity, which the background
 * makes: the rules of titles (TeX, entities) would weigh 6 kB in every page.
 */
function placeOf({ arxiv, doi, title }: Mention): string | null {
  if (arxiv !== null) return `arxiv:${arxiv}`;
  if (doi !== null) return `doi:${doi}`;
  const letters = title?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return letters ? `title:${letters}` : null;
}

/** What a reader of a site found is listed in any case; of the page's text only what can be seen just now. */
function isVisible({ from, target }: Entry): boolean {
  return from === undefined || (target[0]?.parentElement?.checkVisibility?.() ?? true);
}

/** A link or a written identifier may stand before the title, and a title before the abstract. */
const fullness = ({ title, abstract }: Mention): number =>
  (title === null ? 0 : 1) + (abstract === null ? 0 : 2);

/** The papers of the page as the popup lists them: in page order, each once, with the fullest mention of each. */
export function pagePapers(entriesInPageOrder: readonly Entry[]): PagePaper[] {
  const papers = new Map<string, PagePaper>();
  for (const { mention, resolution = null } of entriesInPageOrder.filter(isVisible)) {
    const id = resolution?.paperId ?? placeOf(mention);
    if (id === null) continue;
    const earlier = papers.get(id);
    const isFuller = earlier && fullness(mention) > fullness(earlier.mention);
    // A Map keeps the place of a key that is set again: the first mention gives the order.
    if (!earlier || isFuller) papers.set(id, { mention, resolution });
  }
  return [...papers.values()];
}
