import type { PagePaper } from '../../../core/match/resolution';
import type { BundledTitles } from './bundled-titles';
import type { NegativeGold } from './gold';
import { hitLine } from './hits';
import { isTitle, standing } from './title-named';

export interface NegativeScore {
  readonly file: string;
  /** Bundled papers, and imported ones whose titles do not stand in the document. */
  readonly falseHits: readonly string[];
  /** Imported papers that the manifest lists. */
  readonly listed: number;
  /** Imported papers that it does not list although their titles stand there: mentions or mere phrases, for people to judge. */
  readonly unlisted: readonly string[];
}

/** Judges what was found in a document that names no bundled paper. */
export function scoreNegative(
  { file, titlesLarge }: NegativeGold,
  { papers, documentKey }: { readonly papers: readonly PagePaper[]; readonly documentKey: string },
  bundled: BundledTitles,
): NegativeScore {
  const falseHits: string[] = [];
  const unlisted: string[] = [];
  let listed = 0;
  for (const paper of papers) {
    const { resolution } = paper;
    if (!resolution) continue;
    const line = hitLine(resolution.title, paper);
    const isBundled = bundled.titleOf(resolution) !== null;
    if (isBundled || standing(paper, documentKey) === 'absent') falseHits.push(line);
    else if (titlesLarge.some((title) => isTitle(title, resolution.title))) listed++;
    else unlisted.push(line);
  }
  return { file, falseHits, listed, unlisted };
}
