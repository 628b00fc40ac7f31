import type { CorpusFiles } from '../corpus/corpus-files';
import type { Paper, PaperBrief } from '../paper';
import type { Scored } from './best';
import { kinCandidates } from './kin-candidates';
import { KinJudge, type KinFound } from './kin-terms';
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

interface KinTools {
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

  /** Papers that may be kin of a text, best first by the index alone. */
  async kinCandidates(text: KinText, limit: number): Promise<readonly Scored[]> {
    const tools = await this.#tools();
    if (!tools) return [];
    return kinCandidates(this.#store, tools.dictionary, tools.vectors, text, limit);
  }

  /** The papers nearest to one paper and why, nearest first: see `findKin`, whose scores these are. */
  async kin(paper: Pick<Paper, 'id' | 'title' | 'abstract'>, limit: number): Promise<readonly KinFound[]> {
    const tools = await this.#tools();
    if (!tools || limit <= 0) return [];
    const candidates = await this.kinCandidates(paper, CANDIDATES);
    const papers = await this.#read.papers(candidates.map(({ ordinal }) => ordinal));
    return tools.judge.judge(paper, papers, limit);
  }

  /** These papers by their kinship to a text, nearest first, however far the last are; for measuring. */
  async rankKin(text: KinText, ordinals: readonly number[]): Promise<readonly Scored[]> {
    const tools = await this.#tools();
    if (!tools) return [];
    const ranked = tools.judge.rank(text, await this.#read.papers(ordinals));
    return ranked.map(({ ordinal, score }) => ({ ordinal, score }));
  }

  #tools(): Promise<KinTools | null> {
    this.#kinTools ??= this.#makeTools().catch((error: unknown) => {
      this.#kinTools = null;
      throw error;
    });
    return this.#kinTools;
  }

  async #makeTools(): Promise<KinTools | null> {
    const dictionary = await this.#store.dictionary();
    if (!dictionary) return null;
    const { papers } = dictionary.about;
    const rarities = { papers, common: dictionary.common, pairs: await this.#store.pairs() };
    const vectors = new KinVectors(rarities);
    return { dictionary, vectors, judge: new KinJudge(vectors, papers) };
  }
}
