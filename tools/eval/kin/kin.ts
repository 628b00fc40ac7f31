import { markdown } from '../../bench/cells';
import type { Evaluation } from '../evaluation';
import { writeQualitySection } from '../quality-file';
import { readKinSets, type KinCase, type KinSet } from './kin-cases';
import { chanceRanker, plainBm25, plainTfIdf, type Ranker } from './plain-rankers';
import { shippedVectors } from './shipped-vectors';
import { productRanker } from './product-ranker';
import { averagePrecision, normalisedGain, type RankingScore } from './ranking-scores';

/** NDCG looks at this share of a pool; where there is none, at so many papers. */
const POOL_SHARE = 0.2;
const PLACES = 10;

interface SetResult {
  readonly set: KinSet;
  /** By the name of the method, ours first. */
  readonly scores: ReadonlyMap<string, RankingScore>;
  /** Milliseconds of processor time for the kin of one paper as a card asks for them, each paper for the first time. */
  readonly cardMs: number;
}

/**
 * How well the kin of papers are ranked, beside plain methods, on graded sets; writes the table to `docs/quality.md`. The
 * figures `map` and `ndcg` are ours of the first set, in percent; `sets` has those of each.
 */
export async function evaluateKin(folder: string): Promise<Evaluation> {
  const results: SetResult[] = [];
  for (const set of readKinSets(folder)) results.push(await measure(set));
  const sections = results.map(sectionOf);
  writeQualitySection('kin', [HEAD, ...sections].join('\n'));
  const ours = results.map(({ set, scores, cardMs }) => {
    const { map, ndcg } = scores.get(OURS) ?? NOTHING;
    return [set.name, { map: percent(map), ndcg: percent(ndcg), msPerPaper: cardMs }] as const;
  });
  const [first] = ours;
  return {
    lines: sections,
    figures: { map: first?.[1].map, ndcg: first?.[1].ndcg, sets: Object.fromEntries(ours) },
  };
}

const OURS = 'Paperkin';
const NOTHING: RankingScore = { map: 0, ndcg: 0 };
const HEAD = `## Kin

\`npm run eval -- kin DIR\`: mean average precision and NDCG in percent. "Paperkin" is the code of the extension over its own index of the
set; "as on cards" leaves out what a card would leave out: papers that are not near enough, are not among the candidates, or are
versions of one that is shown. The plain methods take words as they are written.
`;

async function measure(set: KinSet): Promise<SetResult> {
  const product = await productRanker(set.papers, shippedVectors());
  const scores = new Map<string, RankingScore>();
  const start = process.cpuUsage();
  const cards: (readonly string[])[] = [];
  for (const { query } of set.cases) cards.push(await product.card(query));
  const { user, system } = process.cpuUsage(start);
  const ranked: (readonly string[])[] = [];
  for (const one of set.cases) ranked.push(await product.rank(one));
  scores.set(OURS, scoreOf(set, ranked));
  if (set.cases.some(({ pool }) => pool === null)) scores.set(`${OURS}, as on cards`, scoreOf(set, cards));
  scores.set(`${OURS}, words alone`, await scoreOfWords(set));
  scores.set('TF-IDF', scoreOf(set, rankedBy(set, plainTfIdf(set.papers))));
  scores.set('BM25', scoreOf(set, rankedBy(set, plainBm25(set.papers))));
  scores.set('random', scoreOf(set, rankedBy(set, chanceRanker(set.papers))));
  return { set, scores, cardMs: (user + system) / 1000 / Math.max(1, set.cases.length) };
}

async function scoreOfWords(set: KinSet): Promise<RankingScore> {
  const product = await productRanker(set.papers, null);
  const ranked: (readonly string[])[] = [];
  for (const one of set.cases) ranked.push(await product.rank(one));
  return scoreOf(set, ranked);
}

/** Rankings may lack papers; those come last, in no order that could help. */
function scoreOf(set: KinSet, rankings: readonly (readonly string[])[]): RankingScore {
  const precisions: number[] = [];
  const gains: number[] = [];
  for (const [at, one] of set.cases.entries()) {
    const pool = poolOf(set, one);
    const isInPool = new Set(pool);
    const ranking = (rankings[at] ?? []).filter((id) => isInPool.has(id));
    const isRanked = new Set(ranking);
    const grades = [...ranking, ...pool.filter((id) => !isRanked.has(id))].map(
      (id) => one.grades.get(id) ?? 0,
    );
    const precision = averagePrecision(grades, set.relevantFrom);
    const places = one.pool ? Math.max(1, Math.floor(POOL_SHARE * grades.length)) : PLACES;
    const gain = normalisedGain(grades, places);
    if (precision !== null) precisions.push(precision);
    if (gain !== null) gains.push(gain);
  }
  return { map: mean(precisions), ndcg: mean(gains) };
}

function rankedBy(set: KinSet, ranker: Ranker): readonly (readonly string[])[] {
  return set.cases.map(({ query }) => {
    const scores = ranker(query);
    const order = set.papers.map(({ id }, at) => ({ id, score: scores[at] ?? 0 }));
    return order.toSorted((a, b) => b.score - a.score).map(({ id }) => id);
  });
}

function poolOf(set: KinSet, { query, pool }: KinCase): readonly string[] {
  return (pool ?? set.papers.map(({ id }) => id)).filter((id) => id !== query.id);
}

function sectionOf({ set, scores, cardMs }: SetResult): string {
  const isPooled = set.cases.some(({ pool }) => pool !== null);
  const ndcg = isPooled ? 'NDCG at a fifth of the pool' : `NDCG at ${PLACES}`;
  const rows = [...scores].map(([name, score]) => [
    name,
    percent(score.map).toFixed(1),
    percent(score.ndcg).toFixed(1),
  ]);
  const words = `${set.papers.length} papers, ${set.cases.length} queries, kin from grade ${set.relevantFrom}. The kin of one paper
take ${cardMs.toFixed(1)} ms of processor time at first sight.`;
  return `### ${set.name}\n\n${words}\n\n${markdown(['', 'MAP', ndcg], rows)}`;
}

const percent = (share: number): number => Math.round(1_000 * share) / 10;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
