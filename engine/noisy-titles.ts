import { isSamePaper } from '../core/titles/same-paper';
import type { TitleFound } from '../core/corpus/titles-of-corpus';
import { bestAgreeing, contradicts, sharesAuthor } from '../core/match/agreement';
import type { MatchRule, Mention } from '../core/match/mention';
import { titleKey } from '../core/text/title-key';
import type { CorpusStore } from '../store/corpus-store';

/** A title of fewer letters is neither a beginning nor a near match of any: see `core/titles`. */
const LETTERS_MIN = 20;

/** A match of a title that is not the paper's letter by letter. */
export interface NoisyMatch extends TitleFound {
  readonly rule: Extract<MatchRule, 'truncated' | 'fuzzy'>;
}

/** For mentions that no key resolves: papers whose titles begin with theirs or are nearly theirs. */
export async function matchNoisyTitles(
  mentions: readonly Mention[],
  store: CorpusStore,
): Promise<ReadonlyMap<Mention, NoisyMatch>> {
  const titles = new Set(mentions.map(({ title }) => title ?? '').filter(isLongEnough));
  const matches = new Map<Mention, NoisyMatch>();
  if (titles.size === 0) return matches;
  const found = await store.noisyTitles([...titles]);
  for (const mention of mentions) {
    const match = bestMatch(found.get(mention.title ?? '') ?? [], mention);
    if (match) matches.set(mention, match);
  }
  return matches;
}

const isLongEnough = (title: string): boolean => titleKey(title).length >= LETTERS_MIN;

function bestMatch(found: readonly TitleFound[], mention: Mention): NoisyMatch | null {
  // The same letters are what the keys are for: where they did not resolve, there was a reason.
  const possible = found.filter(isNoisy).filter(({ paper }) => !contradicts(paper, mention));
  const [first] = possible;
  if (!first) return null;
  const isOneTitle = possible.every(
    ({ paper }) => isSamePaper(first.paper, paper) || titleKey(first.paper.title) === titleKey(paper.title),
  );
  // A corpus knows only its own titles, so what is clear in each of two may be unclear in both.
  const sure = possible.filter((one) => (isOneTitle && !one.needsSupport) || isSupported(one, mention));
  const confidence = Math.max(0, ...sure.map((one) => one.confidence));
  return bestAgreeing(
    sure.filter((one) => one.confidence === confidence),
    mention,
  );
}

const isNoisy = (found: TitleFound): found is NoisyMatch => found.rule !== 'title';

/** Authors decide where both name some: instalments of a series may be of one year. */
function isSupported({ paper }: TitleFound, mention: Mention): boolean {
  if (paper.authors.length > 0 && mention.authors.length > 0) return sharesAuthor(paper, mention);
  return mention.year !== null && paper.year === mention.year;
}
