import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A paper of a set: what kin is found by. */
export interface SetPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string | null;
}

/** One paper, the papers to be ranked by their kinship to it, and how near people said each is. */
export interface KinCase {
  readonly query: SetPaper;
  /** Null for all others of the set. */
  readonly pool: readonly string[] | null;
  /** From 0; papers without one have 0. */
  readonly grades: ReadonlyMap<string, number>;
}

export interface KinSet {
  readonly name: string;
  readonly papers: readonly SetPaper[];
  readonly cases: readonly KinCase[];
  /** The least grade that counts as kin: 2 where there are several grades, else 1. */
  readonly relevantFrom: number;
}

const FILES = ['papers.jsonl', 'queries.jsonl'] as const;

/** The set of a folder, or those of its folders `csfcube` and `cacm`. @throws when there is none. */
export function readKinSets(folder: string): readonly KinSet[] {
  const folders = [folder, join(folder, 'csfcube'), join(folder, 'cacm')];
  const sets = folders.filter((one) => FILES.every((file) => existsSync(join(one, file)))).map(readKinSet);
  if (sets.length === 0) throw new Error(`${folder} holds no ${FILES.join(' and ')}`);
  return sets;
}

function readKinSet(folder: string): KinSet {
  const papers = linesOf(join(folder, FILES[0])).map(paperOf);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const cases = linesOf(join(folder, FILES[1])).flatMap((line) => {
    const query = byId.get(String(line['id']));
    return query ? [{ query, ...judgementsOf(line) }] : [];
  });
  const highest = Math.max(0, ...cases.flatMap(({ grades }) => [...grades.values()]));
  return { name: basename(folder), papers, cases, relevantFrom: highest > 1 ? 2 : 1 };
}

type Line = Record<string, unknown>;

const linesOf = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

function paperOf({ id, title, abstract }: Line): SetPaper {
  const text = typeof abstract === 'string' && abstract.trim() !== '' ? abstract : null;
  return { id: String(id), title: String(title ?? ''), abstract: text };
}

function judgementsOf({ pool, grades }: Line): Pick<KinCase, 'pool' | 'grades'> {
  const graded = Object.entries((grades ?? {}) as Record<string, unknown>);
  return {
    pool: Array.isArray(pool) ? pool.map(String) : null,
    grades: new Map(graded.map(([id, grade]) => [id, Number(grade)])),
  };
}
