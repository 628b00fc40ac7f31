import { libraryPagesOf } from '../identity/library-page';
import { identifiersOf } from '../identity/paper-id';
import type { Paper } from '../paper';
import { titleKey, titleKeyCandidates } from '../text/title-key';
import { isTellingTitleKey } from './generic-titles';
import type { MatchRule, Mention } from './mention';

/** A string under which a paper is filed and a mention looks: a namespace letter and the id or title key. */
export type LookupKey = string;

interface Lookup {
  readonly key: LookupKey;
  readonly rule: MatchRule;
  /** 0 to 1. */
  readonly confidence: number;
}

const arxivKey = (id: string): LookupKey => `a:${id}`;
const doiKey = (doi: string): LookupKey => `d:${doi}`;
const pageKey = (page: string): LookupKey => `u:${page}`;
const ownTitleKey = (key: string): LookupKey => `t:${key}`;
const otherTitleKey = (key: string): LookupKey => `o:${key}`;

/** Every key under which a paper can be found. */
export function indexKeys(
  paper: Pick<Paper, 'arxiv' | 'doi' | 'title' | 'otherTitles' | 'url' | 'pdf'>,
): readonly LookupKey[] {
  const { arxiv, doi } = identifiersOf(paper);
  const title = titleKey(paper.title);
  const others = paper.otherTitles.map(titleKey).filter((key) => key !== title);
  return [
    ...(arxiv === null ? [] : [arxivKey(arxiv)]),
    ...(doi === null ? [] : [doiKey(doi)]),
    ...libraryPagesOf({ ...paper, doi }).map(pageKey),
    ...[title].filter(isTellingTitleKey).map(ownTitleKey),
    ...[...new Set(others)].filter(isTellingTitleKey).map(otherTitleKey),
  ];
}

/**
 * Of 418 pairs of DBLP and ACM records with one telling key (instalments of one column left out), eight are called
 * different there, all conference and journal versions of one work: 0.98. A title with pieces taken off and a title of another version are each a little less certain.
 * An identifier is certain.
 */
const TITLE_CONFIDENCE = 0.98;
const STRIPPED_DISCOUNT = 0.03;
const OTHER_TITLE_DISCOUNT = 0.02;

function titleLookups(title: string): Lookup[] {
  const asItIs = titleKey(title);
  return titleKeyCandidates(title)
    .filter(isTellingTitleKey)
    .flatMap((key) => {
      const confidence = TITLE_CONFIDENCE - (key === asItIs ? 0 : STRIPPED_DISCOUNT);
      return [
        { key: ownTitleKey(key), rule: 'title', confidence },
        { key: otherTitleKey(key), rule: 'other-title', confidence: confidence - OTHER_TITLE_DISCOUNT },
      ];
    });
}

/** Where to look for a mention, in match order, with the rule each key stands for. */
export function lookupKeys(mention: Mention): readonly Lookup[] {
  const { arxiv, doi } = identifiersOf(mention);
  return [
    ...(arxiv === null ? [] : [{ key: arxivKey(arxiv), rule: 'arxiv' as const, confidence: 1 }]),
    ...(doi === null ? [] : [{ key: doiKey(doi), rule: 'doi' as const, confidence: 1 }]),
    ...libraryPagesOf({ ...mention, doi }).map((page) => ({
      key: pageKey(page),
      rule: 'page' as const,
      confidence: 1,
    })),
    ...(mention.title === null ? [] : titleLookups(mention.title)),
  ];
}
