import type { CardData } from '../core/card';
import { paperOfMention } from '../core/identity/paper-id';
import { isSamePaper } from '../core/corpus/same-paper';
import type { Kin } from '../core/kin/kin';
import type { MatchRule, Mention } from '../core/match/mention';
import type { Paper, PaperBrief, PaperId } from '../core/paper';
import type { ReadingListEntry } from '../core/reading-list/entry';
import { summarise } from '../core/summary/summarise';
import type { Params, PaperRef } from '../messaging/protocol';
import { CallError } from './call-error';
import { deniedOn } from './denials';
import { joinRankings } from './ranked';
import { identify, type Sources } from './identify';

/** The card shows the first three; the popup has room for all. */
const KIN_LIMIT = 6;

/** A paper that a caller named, wherever it was found. */
export interface FoundPaper {
  readonly paper: Paper;
  readonly origin: CardData['origin'];
  readonly rule: MatchRule | null;
  readonly entry: ReadingListEntry | null;
}

/** Answers `paper/card`. */
export async function makeCard({ page, ref }: Params<'paper/card'>, sources: Sources): Promise<CardData> {
  const { paper, origin, rule, entry } = await findPaper(ref, sources);
  // Asked first: the database reads while the summary is made.
  const kin = kinOf(paper, sources);
  const denied = deniedOn(page, sources.ports);
  const summary = paper.abstract === null ? null : summarise(paper.title, paper.abstract);
  const isDenied = (await denied).has(paper.id);
  return { paper, origin, rule, summary, kin: await kin, status: entry?.status ?? null, isDenied };
}

/** Throws `not-found` for an unknown identity, and for a mention whose title has neither letter nor digit. */
export async function findPaper(ref: PaperRef, sources: Sources): Promise<FoundPaper> {
  return 'mention' in ref ? paperNamedBy(ref.mention, sources) : paperWithId(ref.paperId, sources);
}

async function paperNamedBy(mention: Mention, sources: Sources): Promise<FoundPaper> {
  const [known] = await identify([mention], sources);
  const said = paperOfMention(mention);
  if (known) {
    const abstract = known.paper.abstract ?? said?.abstract ?? null;
    return {
      paper: { ...known.paper, abstract },
      origin: known.origin,
      rule: known.rule,
      entry: known.entry,
    };
  }
  if (!said) throw new CallError('not-found', 'The mention names no paper.');
  return { paper: said, origin: 'page', rule: null, entry: null };
}

async function paperWithId(id: PaperId, { corpus, list }: Sources): Promise<FoundPaper> {
  const [papers, snapshot] = await Promise.all([corpus.ask((store) => store.papers([id])), list.snapshot()]);
  const paper = papers.get(id);
  if (paper) return { paper, origin: 'corpus', rule: null, entry: snapshot.entryOf(paper) };
  const entry = snapshot.entries.get(id);
  if (entry) return { paper: entry.paper, origin: 'list', rule: null, entry };
  throw new CallError('not-found', 'No corpus and no list has this paper.');
}

async function kinOf(paper: Paper, { corpus }: Sources): Promise<readonly Kin[]> {
  return corpus.ask(async (store) => {
    const rankings = await store.kin(paper, KIN_LIMIT);
    const papers = await store.papers(rankings.flat().map(({ id }) => id));
    return joinRankings(rankings, papers)
      .filter((kin) => !isSamePaper(kin.paper, paper))
      .slice(0, KIN_LIMIT)
      .map(({ paper: kin, ranked: { score, reason } }) => ({ paper: briefOf(kin), score, reason }));
  });
}

/** Lists go over the wire without abstracts. */
export function briefOf({ abstract: _abstract, ...brief }: Paper): PaperBrief {
  return brief;
}
