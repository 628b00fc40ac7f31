import { capitals, isKindred, tellingPhrases, type TellingPhrase } from '../kin/shared-terms';
import type { MapPaper } from './paper-map';

const PHRASES_MAX = 2;
/** What fewer papers say is no name of a group; a small one may do with two. */
const PAPERS_MIN = 2;
const SHARE_MIN = 0.2;
/** A phrase says more than a word. */
const PHRASE_BONUS = 1.5;
/** Of many papers the titles alone are read: a tenth of the work. */
const ABSTRACTS_UP_TO = 2_000;
/** Said by more of a group than this a word need not be a phrase to name it well. */
const SHARE_FULL = 0.5;

interface Phrase extends Pick<TellingPhrase, 'term' | 'stems'> {
  /** As it is written by whoever capitalises least: "data selection" and not "Data Selection". */
  surface: string;
  /** How many papers of each group hold it. */
  readonly papers: Map<number, number>;
}

/**
 * What the papers of each group say and others do not, most telling first, at most two phrases; each names one group only.
 * A phrase is weighed by how many of the group hold it and how much likelier it is there than anywhere.
 */
export function clusterNames(
  papers: readonly MapPaper[],
  clusterOf: ArrayLike<number>,
  clusters: number,
): readonly (readonly string[])[] {
  const phrases = phrasesOf(papers, clusterOf);
  const sizes = Array.from({ length: clusters }, () => 0);
  for (const paper of papers.keys()) {
    const cluster = clusterOf[paper] ?? 0;
    sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  }
  const taken = new Set<string>();
  const order = sizes.map((size, cluster) => ({ size, cluster })).toSorted((a, b) => b.size - a.size);
  const names: (readonly string[])[] = sizes.map(() => []);
  for (const { size, cluster } of order) {
    const ranked = phrases
      .map((phrase) => ({ phrase, worth: worthOf(phrase, cluster, size, papers.length) }))
      .filter(({ worth }) => worth > 0)
      .toSorted((a, b) => b.worth - a.worth);
    names[cluster] = choose(
      ranked.map(({ phrase }) => phrase),
      taken,
    );
  }
  return names;
}

function phrasesOf(papers: readonly MapPaper[], clusterOf: ArrayLike<number>): readonly Phrase[] {
  const phrases = new Map<string, Phrase>();
  const isWhole = papers.length <= ABSTRACTS_UP_TO;
  papers.forEach(({ title, abstract }, paper) => {
    const cluster = clusterOf[paper] ?? 0;
    for (const found of tellingPhrases({ title, abstract: isWhole ? abstract : null })) {
      const phrase = phrases.get(found.term) ?? { ...found, papers: new Map<number, number>() };
      if (capitals(found.surface) < capitals(phrase.surface)) phrase.surface = found.surface;
      phrase.papers.set(cluster, (phrase.papers.get(cluster) ?? 0) + 1);
      phrases.set(found.term, phrase);
    }
  });
  return [...phrases.values()].filter((phrase) =>
    [...phrase.papers.values()].some((count) => count >= PAPERS_MIN),
  );
}

function worthOf({ papers, stems }: Phrase, cluster: number, size: number, all: number): number {
  const inside = papers.get(cluster) ?? 0;
  if (inside < PAPERS_MIN || inside < SHARE_MIN * size) return 0;
  const everywhere = [...papers.values()].reduce((sum, count) => sum + count, 0);
  const lift = Math.log(inside / size / (everywhere / all));
  const share = Math.min(SHARE_FULL, inside / size);
  return share * lift * (stems.length > 1 ? PHRASE_BONUS : 1);
}

function choose(ranked: readonly Phrase[], taken: Set<string>): readonly string[] {
  const chosen: string[] = [];
  const stems: string[] = [];
  for (const phrase of ranked) {
    if (chosen.length === PHRASES_MAX) break;
    if (taken.has(phrase.term) || phrase.stems.some((stem) => stems.some((other) => isKindred(stem, other))))
      continue;
    taken.add(phrase.term);
    stems.push(...phrase.stems);
    chosen.push(phrase.surface);
  }
  return chosen;
}
