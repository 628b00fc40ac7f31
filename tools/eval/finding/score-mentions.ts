import type { PagePaper } from '../../../core/match/resolution';
import type { BundledTitles } from './bundled-titles';
import type { GoldPaper, MentionsGold } from './gold';
import { bundledHits, hitLine } from './hits';
import { share } from './shares';
import { isTitle, standing } from './title-named';

/** What was right, wrong and missing in one document. A paper counts once in a document, however often it is named. */
export interface MentionsScore {
  readonly file: string;
  readonly right: number;
  readonly missed: readonly GoldPaper[];
  /** Papers that are not in the document, bundled or not. */
  readonly falseHits: readonly string[];
  /** Bundled papers that the document names by an identifier alone, which the gold, being of titles, does not list. */
  readonly byIdentifier: readonly string[];
  /** Papers of the imported corpus whose titles stand in the document. */
  readonly rightOthers: number;
  /** Those that stand there in another form, for people to judge; counted as right. */
  readonly alike: readonly string[];
  /** Of the listed others: how many there are, and how many were found. */
  readonly others: number;
  readonly foundOthers: number;
  /** Look-alikes that a reader sees taken for the bundled paper they are not. */
  readonly mustNotHits: readonly string[];
}

/** A look-alike of a document that is marked and opens the card of the bundled paper that it resembles. */
export type LookAlike = MentionsGold['mustNot'][number];

interface Seen {
  readonly papers: readonly PagePaper[];
  /** The document as it was served, addresses and all. */
  readonly source: string;
  /** Its whole text in the form of title keys. */
  readonly documentKey: string;
  readonly lookAlikes: readonly LookAlike[];
}

/** Compares what was found in a document with what is in it. */
export function scoreMentions(
  { file, must, may, others }: MentionsGold,
  { papers, source, documentKey, lookAlikes }: Seen,
  bundled: BundledTitles,
): MentionsScore {
  const hits = bundledHits(papers, bundled);
  const nameOf = ({ title }: GoldPaper) => bundled.title(title) ?? title;
  const wanted = new Set(must.map(nameOf));
  const allowed = new Set([...wanted, ...may.map(nameOf)]);
  const imported = papers.filter(({ resolution }) => resolution && bundled.titleOf(resolution) === null);
  const judged = imported.map((paper) => ({ paper, stands: standing(paper, documentKey) }));
  const mistaken = new Set(lookAlikes.map(({ looksLike }) => bundled.title(looksLike)));
  // A look-alike is a wrong hit already.
  const unexpected = [...hits].filter(([title]) => !allowed.has(title) && !mistaken.has(title));
  const [byIdentifier, falseHits] = split(unexpected, ([, paper]) => isIdentified(paper, source));
  const known = papers.flatMap(({ resolution }) => (resolution ? [resolution.title] : []));
  return {
    file,
    right: [...wanted].filter((title) => hits.has(title)).length,
    missed: must.filter((paper) => !hits.has(nameOf(paper))),
    falseHits: [
      ...falseHits.map(([title, paper]) => hitLine(title, paper)),
      ...judged.filter(({ stands }) => stands === 'absent').map(judgedLine),
    ],
    byIdentifier: byIdentifier.map(([title, paper]) => hitLine(title, paper)),
    rightOthers: judged.filter(({ stands }) => stands !== 'absent').length,
    alike: judged.filter(({ stands }) => stands === 'alike').map(judgedLine),
    others: others.length,
    foundOthers: others.filter((title) => known.some((each) => isTitle(each, title))).length,
    mustNotHits: lookAlikes.map(({ text, looksLike }) => `“${text}” taken for “${looksLike}”`),
  };
}

function isIdentified({ mention, resolution }: PagePaper, source: string): boolean {
  const { arxiv, doi } = mention;
  if (resolution?.rule === 'arxiv') return arxiv !== null && source.includes(arxiv);
  return resolution?.rule === 'doi' && doi !== null && source.toLowerCase().includes(doi.toLowerCase());
}

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

const judgedLine = ({ paper }: { readonly paper: PagePaper }): string =>
  hitLine(paper.resolution?.title ?? '', paper);

/** All documents together. A look-alike is wrong also where the paper it is taken for stands elsewhere in the document. */
export function sumMentions(scores: readonly MentionsScore[]) {
  const sum = (count: (score: MentionsScore) => number) =>
    scores.reduce((total, score) => total + count(score), 0);
  const right = sum((score) => score.right);
  const rightOthers = sum((score) => score.rightOthers);
  const byIdentifier = sum((score) => score.byIdentifier.length);
  const mustNotHits = sum((score) => score.mustNotHits.length);
  const wrong = sum(({ falseHits }) => falseHits.length) + mustNotHits;
  return {
    precision: share(right + rightOthers, right + rightOthers + wrong),
    strictPrecision: share(right + rightOthers, right + rightOthers + wrong + byIdentifier),
    recall: share(right, right + sum(({ missed }) => missed.length)),
    mustNotHits,
    othersRecall: share(
      sum(({ foundOthers }) => foundOthers),
      sum(({ others }) => others),
    ),
  };
}
