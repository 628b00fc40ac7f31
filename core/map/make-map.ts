import { clusterNames } from './cluster-names';
import { clusterCount, clustersOf } from './clusters';
import { layOut } from './layout';
import { nearestPapers, type Neighbours } from './neighbours';
import { KIN_PER_PAPER, NO_KIN, type MapPaper, type PaperMap } from './paper-map';
import { textVectors, type MeaningOf } from './text-vectors';

/** Neighbours that pull on a paper. */
const NEIGHBOURS = 8;
/** Two papers are drawn as kin from this product of their vectors on. */
const KIN_MIN = 0.12;
/** A picture while it is made: often enough to look alive, seldom enough to cost little. */
const STEPS_PER_PICTURE = 6;

/** What there is to say while a map is made. */
export type MapNews =
  /** Its papers are read word by word, then compared; the share that is done. */
  | { readonly kind: 'reading' | 'comparing'; readonly share: number }
  /** A picture, better than the one before. */
  | { readonly kind: 'picture'; readonly map: PaperMap };

/**
 * Places papers by kinship and names their groups. Works on until it is through, so it belongs in a worker. 71 papers take a
 * tenth of a second, 10,000 some twenty seconds, with a picture after half of them.
 */
export function makeMap(
  papers: readonly MapPaper[],
  meaningOf: MeaningOf | null,
  tell: (news: MapNews) => void = () => {},
): PaperMap {
  const vectors = textVectors(papers, meaningOf, (share) => tell({ kind: 'reading', share }));
  const count = Math.min(NEIGHBOURS, Math.max(1, papers.length - 1));
  const neighbours = nearestPapers(vectors, count, (share) => tell({ kind: 'comparing', share }));
  const kin = kinOf(neighbours, papers.length);
  let positions = new Float32Array(2 * papers.length);
  let step = 0;
  for (const placed of layOut(vectors.rows, neighbours)) {
    positions = Float32Array.from(placed);
    const clusterOf = new Uint8Array(papers.length);
    if (step++ % STEPS_PER_PICTURE === 0)
      tell({ kind: 'picture', map: { positions, kin, clusterOf, clusters: [] } });
  }
  const { clusterOf, centres } = clustersOf(positions, clusterCount(papers.length));
  const names = clusterNames(papers, clusterOf, centres.length / 2);
  const sizes = new Uint32Array(names.length);
  for (const cluster of clusterOf) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  const clusters = names.map((phrases, cluster) => ({
    phrases,
    x: centres[2 * cluster] ?? 0,
    y: centres[2 * cluster + 1] ?? 0,
    size: sizes[cluster] ?? 0,
  }));
  return { positions, kin, clusterOf, clusters };
}

function kinOf({ count, papers: near, nearness }: Neighbours, papers: number): Int32Array {
  const kin = new Int32Array(papers * KIN_PER_PAPER).fill(NO_KIN);
  for (let paper = 0; paper < papers; paper++) {
    for (let place = 0; place < Math.min(count, KIN_PER_PAPER); place++) {
      const at = paper * count + place;
      if ((nearness[at] ?? 0) >= KIN_MIN) kin[paper * KIN_PER_PAPER + place] = near[at] ?? NO_KIN;
    }
  }
  return kin;
}
