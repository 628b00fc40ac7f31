import type { CorpusFiles } from '../corpus/corpus-files';
import type { WordVectors } from '../kin/word-vectors';
import type { Paper, PaperBrief } from '../paper';
import type { Scored } from './best';
import { kinCandidates } from './kin-candidates';
import { KinJudge, type JudgeOptions, type KinFound, type KinQuery } from './kin-terms';
import { KinVectors, type KinText } from './kin-vectors';
import { searchTerms, type ReadPapers, type SearchOptions } from './search-terms';
import { TermsStore, type Dictionary } from './terms-store';

/** So many candidates are read and weighed for a few kin; measured on a million made papers. */
const CANDIDATES = 32;

/** Where the index gets the papers that it names by ordinals. */
interface PaperReaders {
  readonly papers: ReadPapers<Paper>;
  readonly briefs: ReadPapers<PaperBrief>;
}

export interface KinWish extends JudgeOptions {
  /** Null where there are none: kin are then those that share words. */
  readonly wordVectors: WordVectors | null;
}

interface KinTools {
  readonly wordVectors: WordVectors | null;
  readonly dictionary: Dictionary;
  readonly vectors: KinVectors;
  readonly judge: KinJudge;
}

/**
 * Full-text search and related papers over the files that `TermsPart` wrote. Reads what a query needs, keeps at most
 * some 30 MB at 2.7 million papers; `read` gives the few papers that are compared word by word.
 * Without an index it finds nothing. Rejects when a file cannot be read.
 */
export class TermsIndex {
  readonly #store: TermsStore;
  readonly #read: PaperReaders;
  #kinTools: Promise<KinTools | null> | null = null;

  constructor(files: CorpusFiles, read: PaperReaders) {
    this.#store = new TermsStore(files);
    this.#read = read;
  }

  /** Papers that fit the words of the query, best first: see `searchIndex`, whose ranking this is. */
  search(query: string, options: SearchOptions): Promise<readonly Scored[]> {
    return searchTerms(this.#store, this.#read.briefs, query, options);
  }

  /** Papers that may be kin of a text, best first by their words alone. */
  async kinCandidates(text: KinText, limit: number): Promise<readonly Scored[]> {
    const tools = await this.#tools(null);
    if (!tools) return [];
    return kinCandidates(this.#store, tools.dictionary, tools.vectors, text, limit);
  }

  /** The papers nearest to one paper and why, nearest first. */
  async kin(paper: KinQuery, wish: KinWish): Promise<readonly KinFound[]> {
    const tools = await this.#tools(wish.wordVectors);
    return tools && wish.limit > 0 ? tools.judge.judge(paper, await this.papersNear(paper), wish) : [];
  }

  /** The papers that are worth weighing as kin of a text, by ordinal, in no order that counts. */
  async papersNear(text: KinText): Promise<ReadonlyMap<number, Paper>> {
    const candidates = await this.kinCandidates(text, CANDIDATES);
    return this.#read.papers(candidates.map(({ ordinal }) => ordinal));
  }

  /** The same among papers of elsewhere, with what this index knows of how rare words are; they are numbered as they are given. */
  async kinAmong(paper: KinQuery, others: readonly Paper[], wish: KinWish): Promise<readonly KinFound[]> {
    const tools = await this.#tools(wish.wordVectors);
    return tools?.judge.judge(paper, new Map(others.entries()), wish) ?? [];
  }

  /** Papers by their kinship to a text, nearest first, however far the last are. */
  async rankKin(
    text: KinText,
    papers: ReadonlyMap<number, Paper>,
    wordVectors: WordVectors | null,
  ): Promise<readonly Scored[]> {
    const tools = await this.#tools(wordVectors);
    const ranked = tools?.judge.rank(text, papers) ?? [];
    return ranked.map(({ ordinal, score }) => ({ ordinal, score }));
  }

  /** Made once; anew when the word vectors come only after the first question, or other ones. Null will do with any. */
  async #tools(wordVectors: WordVectors | null): Promise<KinTools | null> {
    const known = await this.#kinTools;
    if (known && (wordVectors === null || known.wordVectors === wordVectors)) return known;
    const making = this.#makeTools(wordVectors);
    this.#kinTools = making;
    making.catch(() => {
      if (this.#kinTools === making) this.#kinTools = null;
    });
    return making;
  }

  async #makeTools(wordVectors: WordVectors | null): Promise<KinTools | null> {
    const dictionary = await this.#store.dictionary();
    if (!dictionary) return null;
    const { papers } = dictionary.about;
    const rarities = { papers, common: dictionary.common, pairs: await this.#store.pairs() };
    const vectors = new KinVectors(rarities, wordVectors);
    return { wordVectors, dictionary, vectors, judge: new KinJudge(vectors, papers) };
  }
}
