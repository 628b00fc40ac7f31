import { NO_MENTION } from '../core/identity/no-mention';
import { identifiersInText } from '../core/in-text/identifiers-in-text';
import { joinBlocks } from '../core/in-text/joined-blocks';
import { nearPaper } from '../core/in-text/near-title';
import { namedPaper } from '../core/in-text/support';
import type { TextBlock, TextRange } from '../core/in-text/text-block';
import type { TextHit } from '../core/in-text/text-hit';
import { titleCandidates } from '../core/in-text/title-candidates';
import type { MatchRule, Mention } from '../core/match/mention';
import type { PaperBrief } from '../core/paper';
import { longestOf } from '../core/titles/titles-in-text';
import type { Params } from '../messaging/protocol';
import type { CorpusStore } from '../store/corpus-store';
import { deniedOn } from './denials';
import { identify, resolutionOf, type Sources } from './identify';
import type { ListSnapshot } from './reading-list';

/** Each costs a look-up; a page with more links, headings and quotations than this has few of them for titles. */
const CANDIDATES_MAX = 600;
const SAME_LETTERS_CONFIDENCE = 0.98;

/** A title in a block, the paper it names and how that is known. */
interface NamedTitle extends TextRange {
  readonly paper: PaperBrief;
  readonly rule: MatchRule;
  readonly confidence: number;
}
type Hit = Omit<TextHit, 'block'>;

/** Answers `page/scan-text`: one pass over all blocks for all titles, then what single places say by themselves. */
export async function scanText(
  { page, blocks }: Params<'page/scan-text'>,
  sources: Sources,
): Promise<readonly TextHit[]> {
  const [snapshot, denied] = await Promise.all([sources.list.snapshot(), deniedOn(page, sources.ports)]);
  const titles = await sources.corpus.ask(async (store) => {
    const exact = await exactTitles(blocks, snapshot, store);
    const near = await nearTitles(blocks, exact, store);
    return exact.map((inBlock, at) => inBlock.concat(near[at] ?? []));
  });
  const written = await writtenIdentifiers(blocks, sources);
  return blocks.flatMap((_, block) => {
    const named = (titles[block] ?? []).map((title) => hitOf(title, snapshot));
    return inOrder([...named, ...(written[block] ?? [])]).map(
      ({ start, end, mention, resolution }): TextHit => {
        const isDenied = resolution !== null && denied.has(resolution.paperId);
        return { block, start, end, mention, resolution: isDenied ? null : resolution };
      },
    );
  });
}

async function exactTitles(
  blocks: readonly TextBlock[],
  snapshot: ListSnapshot,
  store: CorpusStore,
): Promise<readonly (readonly NamedTitle[])[]> {
  const { text, share } = joinBlocks(blocks);
  const saved = snapshot.titles().find(text);
  const sightings = [
    ...(await store.titlesInText(text)),
    ...saved.map(({ item, start, end, letters }) => ({ start, end, letters, papers: [item] })),
  ];
  return share(longestOf(sightings)).map((inBlock, at) =>
    inBlock.flatMap((sighting) => {
      const block = blocks[at];
      const paper = block ? namedPaper(block, sighting) : null;
      const { start, end } = sighting;
      return paper ? [{ start, end, paper, rule: 'title', confidence: SAME_LETTERS_CONFIDENCE }] : [];
    }),
  );
}

/** What the text sets apart and no title equals, looked up as a title that is cut off or misspelt. */
async function nearTitles(
  blocks: readonly TextBlock[],
  exact: readonly (readonly TextRange[])[],
  store: CorpusStore,
): Promise<readonly (readonly NamedTitle[])[]> {
  const candidates = blocks
    .flatMap((block, at) =>
      titleCandidates(block)
        .filter((range) => !exact[at]?.some((other) => overlap(other, range)))
        .map((range) => ({ at, block, range, shown: block.text.slice(range.start, range.end) })),
    )
    .slice(0, CANDIDATES_MAX);
  const named: NamedTitle[][] = blocks.map(() => []);
  if (candidates.length === 0) return named;
  const found = await store.noisyTitles([...new Set(candidates.map(({ shown }) => shown))]);
  for (const { at, block, range, shown } of candidates) {
    const match = nearPaper(block, range, found.get(shown) ?? []);
    const { start, end } = range;
    if (match)
      named[at]?.push({ start, end, paper: match.paper, rule: match.rule, confidence: match.confidence });
  }
  return named;
}

async function writtenIdentifiers(
  blocks: readonly TextBlock[],
  sources: Sources,
): Promise<readonly (readonly Hit[])[]> {
  const written = blocks.map(({ text }) => identifiersInText(text));
  const mentions = written.map((inBlock) =>
    inBlock.map(({ arxiv, doi, page }): Mention => ({ ...NO_MENTION, arxiv, doi, url: page })),
  );
  const identified = await identify(mentions.flat(), sources);
  let next = 0;
  return written.map((inBlock, at) =>
    inBlock.flatMap(({ start, end, arxiv, doi }, place) => {
      const known = identified[next++] ?? null;
      const mention = mentions[at]?.[place] ?? NO_MENTION;
      // The page of a paper that nothing knows gives it no name.
      if (!known && arxiv === null && doi === null) return [];
      return [{ start, end, mention, resolution: known && resolutionOf(known) }];
    }),
  );
}

function hitOf({ start, end, paper, rule, confidence }: NamedTitle, snapshot: ListSnapshot): Hit {
  const { title, arxiv, doi } = paper;
  const entry = snapshot.entryOf(paper);
  return {
    start,
    end,
    mention: { ...NO_MENTION, title, arxiv, doi },
    resolution: resolutionOf({ paper, rule, confidence, entry }),
  };
}

const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;

const sureness = ({ resolution, start, end }: Hit): number =>
  (resolution?.confidence ?? 0) + (end - start) / 1e6;

/** By place; of those that overlap the surest, then the longest. */
function inOrder(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => sureness(b) - sureness(a)))
    if (!kept.some((other) => overlap(other, hit))) kept.push(hit);
  return kept.toSorted((a, b) => a.start - b.start);
}
