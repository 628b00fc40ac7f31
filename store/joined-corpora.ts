import { VISITED_CORPUS_ID } from '../core/visited/visited-corpus';
import { Corpus } from '../core/corpus/corpus';
import type { CorpusFiles } from '../core/corpus/corpus-files';
import type { Damage } from '../core/corpus/damage';
import { filedKeys } from '../core/corpus/key-tables';
import { kinByCorpus, kinInCorpus, searchCorpus } from '../core/corpus/terms-of-corpus';
import {
  joinTitlesInText,
  titlesInCorpus,
  titlesOfCorpusInText,
  type TitleFound,
} from '../core/corpus/titles-of-corpus';
import { joinTellings, type Telling } from '../core/corpus/told-paper';
import type { LookupKey } from '../core/match/keys';
import type { Paper, PaperBrief, PaperId } from '../core/paper';
import { readSearchQuery } from '../core/search/search-query';
import { letterStream } from '../core/titles/letter-stream';
import { isSamePaper } from '../core/titles/same-paper';
import { BUNDLED_CORPUS_ID, type CorpusDamage, type CorpusStamp, type CorpusStore } from './corpus-store';

/** Where corpora stand. */
interface CorpusShelf {
  /** Asked again with every question: another page may have imported or removed one meanwhile. */
  stamps(): Promise<readonly CorpusStamp[]>;
  filesOf(stamp: CorpusStamp): CorpusFiles;
}

interface OpenCorpus {
  readonly stamp: CorpusStamp;
  readonly corpus: Promise<Corpus | null>;
}

type Questions = Pick<
  CorpusStore,
  'find' | 'noisyTitles' | 'papers' | 'tell' | 'search' | 'kin' | 'kinAmong' | 'titlesInText'
>;

/** Asks all corpora of a shelf that are switched on. They stay open between questions, as long as they are current. */
export class JoinedCorpora implements Questions {
  readonly #shelf: CorpusShelf;
  #open = new Map<string, OpenCorpus>();
  #damages = new Map<string, CorpusDamage>();

  constructor(shelf: CorpusShelf) {
    this.#shelf = shelf;
  }

  get damages(): readonly CorpusDamage[] {
    return [...this.#damages.values()];
  }

  /** Opens everything anew at the next question. */
  forget(): void {
    this.#open.clear();
    this.#damages.clear();
  }

  async find(keys: readonly LookupKey[]): Promise<ReadonlyMap<LookupKey, readonly PaperBrief[]>> {
    if (keys.length === 0) return new Map();
    return this.#ask(async (corpora) => {
      const found = await Promise.all(corpora.map((corpus) => corpus.find(keys)));
      const joined = new Map<LookupKey, PaperBrief[]>();
      for (const [rank, filed] of found.entries()) {
        const firstOf = await knownBefore([...filed.values()].flat(), corpora.slice(0, rank));
        for (const [key, papers] of filed) {
          const all = joined.get(key) ?? [];
          // Records of one corpus are its own affair; only what another corpus told before is one paper with it.
          const before = all.length;
          for (const paper of papers.map((one) => firstOf.get(one) ?? one)) {
            if (!all.slice(0, before).some((other) => isSamePaper(other, paper))) all.push(paper);
          }
          joined.set(key, all);
        }
      }
      return joined;
    });
  }

  papers(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, Paper>> {
    return this.#ask(async (corpora) => {
      const found = new Map<PaperId, Paper>();
      for (const corpus of corpora) {
        const missing = ids.filter((id) => !found.has(id));
        if (missing.length === 0) break;
        for (const [id, paper] of await corpus.papersById(missing)) found.set(id, paper);
      }
      return found;
    });
  }

  tell: CorpusStore['tell'] = (id) =>
    this.#ask(async (corpora, names) => {
      const tellings: Telling[] = [];
      for (const [rank, corpus] of corpora.entries()) {
        const [first] = tellings;
        const found = first ? await sameIn(corpus, first.paper) : id;
        const paper = found === null ? undefined : (await corpus.papersById([found])).get(found);
        if (paper) tellings.push({ corpus: names[rank] ?? '', paper });
      }
      const [first, ...others] = tellings;
      return first ? joinTellings(first, others) : null;
    });

  noisyTitles: CorpusStore['noisyTitles'] = (titles) =>
    this.#ask(async (corpora) => {
      const found = await Promise.all(corpora.map((corpus) => titlesInCorpus(corpus, titles)));
      const joined = new Map<string, readonly TitleFound[]>();
      for (const [at, title] of titles.entries()) {
        const matches = found.flatMap((ofCorpus) => ofCorpus[at] ?? []);
        if (matches.length > 0) joined.set(title, matches);
      }
      return joined;
    });

  titlesInText: CorpusStore['titlesInText'] = (text) =>
    this.#ask(async (corpora) => {
      const letters = letterStream(text);
      return joinTitlesInText(
        await Promise.all(corpora.map((corpus) => titlesOfCorpusInText(corpus, text, letters))),
      );
    });

  search: CorpusStore['search'] = (query, wish) => {
    const read = readSearchQuery(query);
    return this.#ask((corpora) => Promise.all(corpora.map((corpus) => searchCorpus(corpus, read, wish))));
  };

  kin: CorpusStore['kin'] = (paper, wish) =>
    this.#ask((corpora) => {
      const largest = largestOf(corpora);
      return Promise.all(corpora.map((corpus) => kinInCorpus(corpus, paper, wish, largest)));
    });

  kinAmong: CorpusStore['kinAmong'] = (paper, others, wish) =>
    this.#ask(async (corpora) => {
      const largest = largestOf(corpora);
      return largest && others.length > 0 ? kinByCorpus(largest, paper, others, wish) : [];
    });

  /** Once more when a file was missing because its generation has just been replaced. */
  async #ask<T>(question: (corpora: readonly Corpus[], names: readonly string[]) => Promise<T>): Promise<T> {
    const known = this.#damages.size;
    const opened = await this.#current();
    const answer = await asked(opened, question);
    if (this.#damages.size === known) return answer;
    const reopened = await this.#current();
    const isSame = opened.length === reopened.length && opened.every((one, at) => one === reopened[at]);
    return isSame ? answer : asked(reopened, question);
  }

  /** The corpora to ask, in order; those that are no longer current are let go, with what was said of them. */
  async #current(): Promise<readonly OpenCorpus[]> {
    const stamps = inOrder(await this.#shelf.stamps()).filter(({ enabled }) => enabled);
    const open = new Map(
      stamps.map((stamp) => [placeOf(stamp), this.#open.get(placeOf(stamp)) ?? this.#opened(stamp)]),
    );
    for (const place of this.#open.keys()) {
      if (open.has(place)) continue;
      for (const name of this.#damages.keys()) if (name.startsWith(place)) this.#damages.delete(name);
    }
    this.#open = open;
    return [...open.values()];
  }

  #opened(stamp: CorpusStamp): OpenCorpus {
    const place = placeOf(stamp);
    const report = (damage: Damage) =>
      void this.#damages.set(`${place} ${damage.file}`, { corpusId: stamp.id, ...damage });
    const corpus = Corpus.open(this.#shelf.filesOf(stamp), report);
    // What could not be opened is tried again with the next question.
    corpus.catch(() => this.#open.delete(place));
    return { stamp, corpus };
  }
}

/**
 * The bundled one is curated, so it is asked first; a newer import is likely to know better than an older one, and what pages
 * happened to say is asked last.
 */
export function inOrder(stamps: readonly CorpusStamp[]): readonly CorpusStamp[] {
  return stamps.toSorted((a, b) => rankOf(a) - rankOf(b) || b.importedAt - a.importedAt);
}

const rankOf = ({ id }: CorpusStamp): number =>
  id === BUNDLED_CORPUS_ID ? 0 : id === VISITED_CORPUS_ID ? 2 : 1;

/** A corpus that was removed and imported again may have the same generation. */
const placeOf = ({ id, generation, importedAt }: CorpusStamp): string => `${id} ${generation} ${importedAt} `;

/** Puts a question to the corpora that can be read. */
async function asked<T>(
  opened: readonly OpenCorpus[],
  question: (corpora: readonly Corpus[], names: readonly string[]) => Promise<T>,
): Promise<T> {
  const corpora: Corpus[] = [];
  const names: string[] = [];
  for (const { stamp, corpus } of opened) {
    const readable = await corpus;
    if (!readable) continue;
    corpora.push(readable);
    names.push(stamp.name);
  }
  return question(corpora, names);
}

/** As which paper a corpus has another corpus's; null when it has it not. */
async function sameIn(corpus: Corpus, paper: Paper): Promise<PaperId | null> {
  const filed = await corpus.find(filedKeys(paper));
  return [...filed.values()].flat().find((other) => isSamePaper(other, paper))?.id ?? null;
}

/** For papers that earlier corpora have too, maybe under other keys, how the first of those tells them. */
async function knownBefore(
  papers: readonly PaperBrief[],
  earlier: readonly Corpus[],
): Promise<ReadonlyMap<PaperBrief, PaperBrief>> {
  const firstOf = new Map<PaperBrief, PaperBrief>();
  const keys = new Map(papers.map((paper) => [paper, filedKeys(paper)]));
  for (const corpus of earlier) {
    const filed = await corpus.find([...keys.values()].flat());
    for (const [paper, own] of keys) {
      const same = own.flatMap((key) => filed.get(key) ?? []).find((other) => isSamePaper(paper, other));
      if (same && !firstOf.has(paper)) firstOf.set(paper, same);
    }
  }
  return firstOf;
}

/** It knows best how rare words are. */
function largestOf(corpora: readonly Corpus[]): Corpus | undefined {
  return corpora.toSorted((a, b) => b.size - a.size)[0];
}
