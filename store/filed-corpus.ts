import { buildKeyFilter, type KeyFilter } from '../core/match/key-filter';
import { keysOfPapers, type LookupKey } from '../core/match/keys';
import type { Paper, PaperId } from '../core/paper';
import { buildTextIndex, type TextIndex } from '../core/search/text-index';
import type { BundledCorpus } from './corpus-store';

/** A corpus with everything that is derived from it: what a store keeps. */
export interface FiledCorpus {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly papers: readonly Paper[];
  /** Papers in the corpus's order; several share a key where their titles do. */
  readonly keys: ReadonlyMap<LookupKey, readonly PaperId[]>;
  readonly keyFilter: KeyFilter;
  readonly textIndex: TextIndex;
}

/** Derives keys, filter and text index of a corpus: about a millisecond a paper, so not for every start. */
export function fileCorpus(id: string, { name, version, papers }: BundledCorpus): FiledCorpus {
  const keys = keysOfPapers(papers);
  return {
    id,
    name,
    version,
    papers,
    keys,
    keyFilter: buildKeyFilter([...keys.keys()]),
    textIndex: buildTextIndex(papers),
  };
}
