import type { WordVectors } from '../kin/word-vectors';
import { termPresence } from '../search/text-index';
import { termHash } from '../terms/pair-hash';
import { countsOfWords, scaleTo, type MeaningOf } from './text-vectors';

/** What texts mean by the vectors of their words, as kin are judged by it. */
export function meaningBy(vectors: WordVectors): MeaningOf {
  const rows = new Map<string, number>();
  const rowOf = (stem: string): number => {
    const row = rows.get(stem) ?? vectors.rowOf(termHash(stem));
    rows.set(stem, row);
    return row;
  };
  return (paper) => {
    const sum = new Float32Array(vectors.dimensions);
    let known = 0;
    for (const [stem, { title, abstract }] of countsOfWords(paper)) {
      const row = rowOf(stem);
      if (row < 0) continue;
      vectors.addTo(sum, row, termPresence(title, abstract));
      known += 1;
    }
    scaleTo(sum, 1);
    return known > 0 ? sum : null;
  };
}
