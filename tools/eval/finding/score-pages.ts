import type { PagePaper } from '../../../core/match/resolution';
import type { BundledTitles } from './bundled-titles';
import type { PageGold } from './gold';
import { bundledHits, hitLine } from './hits';
import { share } from './shares';
import { isTitle, titlesOf } from './title-named';

/** What was right, wrong and missing on one page. */
export interface PageScore {
  readonly file: string;
  readonly site: string;
  /** Papers found, of any corpus or none. */
  readonly papers: number;
  readonly titles: number;
  readonly missedTitles: readonly string[];
  /** Bundled papers that were found and are on the page. */
  readonly right: number;
  readonly missedKnown: readonly string[];
  /** Bundled papers that were found and are not on the page, with the text and the rule that led there. */
  readonly falseHits: readonly string[];
}

/** Compares what was found on a page with what is on it. */
export function scorePage(
  { file, url, site, titles, known }: PageGold,
  papers: readonly PagePaper[],
  bundled: BundledTitles,
): PageScore {
  const found = papers.flatMap(titlesOf);
  const hits = bundledHits(papers, bundled);
  // A title of the page that is a bundled paper's is known, listed or not.
  const wanted = new Set([
    ...known.map((title) => bundled.title(title) ?? title),
    ...titles.map((title) => bundled.title(title)).filter((title) => title !== null),
  ]);
  return {
    file,
    site: site ?? new URL(url).host,
    papers: papers.length,
    titles: titles.length,
    missedTitles: titles.filter((title) => !found.some((each) => isTitle(each, title))),
    right: [...wanted].filter((title) => hits.has(title)).length,
    missedKnown: [...wanted].filter((title) => !hits.has(title)),
    falseHits: [...hits]
      .filter(([title]) => !wanted.has(title))
      .map(([title, paper]) => hitLine(title, paper)),
  };
}

/** All pages together, or those of one site; every title counts once. */
export function sumPages(scores: readonly PageScore[]) {
  const sum = (count: (score: PageScore) => number) =>
    scores.reduce((total, score) => total + count(score), 0);
  const titles = sum((score) => score.titles);
  const right = sum((score) => score.right);
  return {
    titleRecall: share(titles - sum(({ missedTitles }) => missedTitles.length), titles),
    knownPrecision: share(right, right + sum(({ falseHits }) => falseHits.length)),
    knownRecall: share(right, right + sum(({ missedKnown }) => missedKnown.length)),
  };
}
