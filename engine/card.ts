import type { CardData } from '../core/card';
import type { FactSource } from '../core/corpus/told-paper';
import { paperOfMention } from '../core/identity/paper-id';
import type { MatchRule, Mention } from '../core/match/mention';
import type { Paper, PaperId } from '../core/paper';
import { recordsOf, type ReadingListEntry } from '../core/reading-list/entry';
import { entryWithId } from '../core/reading-list/findable-list';
import type { Summary } from '../core/summary/summary';
import type { Params, PaperRef } from '../messaging/protocol';
import { CallError } from './call-error';
import { deniedOn } from './denials';
import { identify, type Sources } from './identify';
import { kinOf } from './kin';
import type { EnginePorts } from './ports';

/** A paper that a caller named, wherever it was found. */
export interface FoundPaper {
  readonly paper: Paper;
  readonly origin: CardData['origin'];
  /** Empty unless `origin` is `corpus`. */
  readonly sources: readonly FactSource[];
  readonly rule: MatchRule | null;
  readonly entry: ReadingListEntry | null;
}

interface CardSources extends Sources {
  readonly ports: Pick<EnginePorts, 'denials' | 'loadSummariser' | 'loadSharedTerms'>;
}

/** Answers `paper/card`. */
export async function makeCard({ page, ref }: Params<'paper/card'>, sources: CardSources): Promise<CardData> {
  const { paper, origin, sources: told, rule, entry } = await findPaper(ref, sources);
  const telling = sources.ports.loadSharedTerms().catch(() => null);
  // Asked first: the database reads while the summary is made.
  const kin = kinOf(paper, sources, telling);
  const denied = deniedOn(page, sources.ports);
  const summary = await summaryOf(paper, sources);
  const isSummaryLost = summary === 'lost';
  const isDenied = (await denied).has(paper.id);
  const status = entry?.status ?? null;
  const own = { summary: isSummaryLost ? null : summary, isSummaryLost, status, isDenied };
  const areReasonsLost = (await telling) === null;
  return { paper, origin, sources: told, rule, kin: await kin, areReasonsLost, ...own };
}

/** Lost where what makes summaries cannot be loaded: the card has more to offer. */
async function summaryOf(
  { title, abstract }: Paper,
  { ports }: CardSources,
): Promise<Summary | 'lost' | null> {
  if (abstract === null) return null;
  const summarise = await ports.loadSummariser().catch(() => null);
  return summarise ? summarise(title, abstract) : 'lost';
}

/** Throws `not-found` for an unknown identity, and for a mention whose title has neither letter nor digit. */
export async function findPaper(ref: PaperRef, sources: Sources): Promise<FoundPaper> {
  return 'mention' in ref ? paperNamedBy(ref.mention, sources) : paperWithId(ref.paperId, sources);
}

async function paperNamedBy(mention: Mention, sources: Sources): Promise<FoundPaper> {
  const [known] = await identify([mention], sources);
  const said = paperOfMention(mention);
  if (known) {
    const { origin, rule, entry } = known;
    const told = origin === 'corpus' ? await sources.corpus.ask((store) => store.tell(known.paper.id)) : null;
    const paper: Paper = told?.paper ?? { abstract: entry?.paper.abstract ?? null, ...known.paper };
    const abstract = paper.abstract ?? said?.abstract ?? null;
    return { paper: { ...paper, abstract }, origin, sources: told?.sources ?? [], rule, entry };
  }
  if (!said) throw new CallError('not-found', 'The mention names no paper.');
  return { paper: said, origin: 'page', sources: [], rule: null, entry: null };
}

async function paperWithId(id: PaperId, { corpus, list }: Sources): Promise<FoundPaper> {
  const [told, snapshot] = await Promise.all([corpus.ask((store) => store.tell(id)), list.snapshot()]);
  if (told) return { ...told, origin: 'corpus', rule: null, entry: snapshot.entryOf(told.paper) };
  const entry = entryWithId(id, snapshot);
  const record = entry && recordsOf(entry).find((paper) => paper.id === id);
  if (record) return { paper: record, origin: 'list', sources: [], rule: null, entry };
  throw new CallError('not-found', 'No corpus and no list has this paper.');
}
