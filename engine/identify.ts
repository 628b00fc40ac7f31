import { lookupKeys, type LookupKey } from '../core/match/keys';
import type { MatchRule, Mention } from '../core/match/mention';
import type { Resolution } from '../core/match/resolution';
import type { PaperBrief, PaperId } from '../core/paper';
import type { ReadingListEntry } from '../core/reading-list/entry';
import { bestAgreeing, contradicts } from '../core/match/agreement';
import { matchNoisyTitles } from './noisy-titles';
import type { EnginePorts } from './ports';
import type { ListSnapshot, ReadingList } from './reading-list';
import type { CorpusAccess } from './setup';
import type { AskWordVectors } from './word-vectors';
import type { CorpusStore } from '../store/corpus-store';

/** What the calls read from. */
export interface Sources {
  readonly ports: Pick<EnginePorts, 'denials'>;
  readonly corpus: CorpusAccess;
  readonly list: ReadingList;
  readonly wordVectors: AskWordVectors;
}

/** The paper a mention names, and how that is known. */
export interface Identified {
  readonly paper: PaperBrief;
  readonly origin: 'corpus' | 'list';
  readonly rule: MatchRule;
  readonly confidence: number;
  readonly entry: ReadingListEntry | null;
}

/** The same as it goes over the wire. */
export function resolutionOf({ paper, rule, confidence, entry }: Omit<Identified, 'origin'>): Resolution {
  return { paperId: paper.id, title: paper.title, rule, confidence, status: entry?.status ?? null };
}

type Filed = ReadonlyMap<LookupKey, readonly PaperBrief[]>;
type Lookups = ReturnType<typeof lookupKeys>;
interface Candidate {
  readonly paper: PaperBrief;
  readonly origin: 'corpus' | 'list';
}

/** Which papers a batch of mentions names: one answer for each, null where no corpus and no list knows it. */
export async function identify(
  mentions: readonly Mention[],
  { corpus, list }: Sources,
): Promise<readonly (Identified | null)[]> {
  const lookups = mentions.map((mention) => lookupKeys(mention));
  const [{ filed, noisy }, snapshot] = await Promise.all([
    corpus.ask(async (store) => {
      const found = await findInOrder(lookups, store);
      const open = mentions.filter((_, index) => !lookups[index]?.some(({ key }) => found.has(key)));
      return { filed: found, noisy: await matchNoisyTitles(open, store) };
    }),
    list.snapshot(),
  ]);
  const candidatesOf = (key: LookupKey) => candidates(key, filed, snapshot);
  return mentions.map((mention, index) => {
    const known = identifyOne(mention, lookups[index] ?? [], candidatesOf, snapshot);
    const match = noisy.get(mention);
    if (known || !match) return known;
    const { paper, rule, confidence } = match;
    return { paper, origin: 'corpus', rule, confidence, entry: snapshot.entryOf(paper) };
  });
}

const isTitle = ({ rule }: Lookups[number]): boolean => rule === 'title' || rule === 'other-title';

/** Identifiers first: a mention that one of them names has no need of its title, and the corpus has fewer files to read. */
async function findInOrder(lookups: readonly Lookups[], store: CorpusStore): Promise<Filed> {
  const identifiers = lookups.flatMap((tries) => tries.filter((one) => !isTitle(one)));
  const named = await store.find(identifiers.map(({ key }) => key));
  const open = lookups.filter((tries) => !tries.some(({ key }) => named.has(key)));
  const titles = await store.find(open.flatMap((tries) => tries.filter(isTitle)).map(({ key }) => key));
  return new Map([...named, ...titles]);
}

function identifyOne(
  mention: Mention,
  lookups: Lookups,
  candidatesOf: (key: LookupKey) => readonly Candidate[],
  snapshot: ListSnapshot,
): Identified | null {
  for (const lookup of lookups) {
    const { key, rule, confidence } = lookup;
    // An arXiv id on the page is better evidence than a title or an address: two papers may be called the same, or linked alike.
    const possible = candidatesOf(key).filter(
      ({ paper }) => !((isTitle(lookup) || rule === 'page') && contradicts(paper, mention)),
    );
    const best = bestAgreeing(possible, mention);
    if (best) return { ...best, rule, confidence, entry: snapshot.entryOf(best.paper) };
  }
  return null;
}

/** Corpus papers first: they are curated, a snapshot holds what a page happened to say. */
function candidates(key: LookupKey, filed: Filed, snapshot: ListSnapshot): readonly Candidate[] {
  const found = new Map<PaperId, Candidate>();
  for (const paper of filed.get(key) ?? []) found.set(paper.id, { paper, origin: 'corpus' });
  for (const id of snapshot.keys.get(key) ?? []) {
    const paper = snapshot.entries.get(id)?.paper;
    if (paper && !found.has(id)) found.set(id, { paper, origin: 'list' });
  }
  return [...found.values()];
}
