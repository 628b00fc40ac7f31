import { Corpus } from '../core/corpus/corpus';
import type { CorpusFiles } from '../core/corpus/corpus-files';
import type { Damage } from '../core/corpus/damage';
import { filedKeys } from '../core/corpus/key-tables';
import { isSamePaper } from '../core/corpus/same-paper';
import { kinInCorpus, searchCorpus } from '../core/corpus/terms-of-corpus';
import {
  titlesInCorpus,
  titlesOfCorpusInText,
  type TitleFound,
  type TitleInText,
} from '../core/corpus/titles-of-corpus';
import type { LookupKey } from '../core/match/keys';
import type { Paper, PaperId } from '../core/paper';
import { longestOf } from '../core/titles/titles-in-text';
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

type Questions = Pick<CorpusStore, 'find' | 'noisyTitles' | 'titlesInText' | 'papers' | 'search' | 'kin'>;

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

  find(keys: readonly LookupKey[]): Promise<ReadonlyMap<LookupKey, readonly Paper[]>> {
    return this.#ask(async (corpora) => {
      const found = await Promise.all(corpora.map((corpus) => corpus.find(keys)));
      const joined = new Map<LookupKey, Paper[]>();
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
      const found = await Promise.all(corpora.map((corpus) => titlesOfCorpusInText(corpus, text)));
      return longestOf(joinedSightings(found.flat()));
    });

  search: CorpusStore['search'] = (query, limit) =>
    this.#ask((corpora) => Promise.all(corpora.map((corpus) => searchCorpus(corpus, query, limit))));

  kin: CorpusStore['kin'] = (paper, limit) =>
    this.#ask((corpora) => Promise.all(corpora.map((corpus) => kinInCorpus(corpus, paper, limit))));

  /** Once more when a file was missing because its generation has just been replaced. */
  async #ask<T>(question: (corpora: readonly Corpus[]) => Promise<T>): Promise<T> {
    const known = this.#damages.size;
    const opened = await this.#current();
    const answer = await question(await readable(opened));
    if (this.#damages.size === known) return answer;
    const reopened = await this.#current();
    const isSame = opened.length === reopened.length && opened.every((one, at) => one === reopened[at]);
    return isSame ? answer : question(await readable(reopened));
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

/** One sighting for each place and length, with the papers that the corpora file under it, each once. */
function joinedSightings(sightings: readonly TitleInText[]): readonly TitleInText[] {
  const joined = new Map<string, TitleInText>();
  for (const sighting of sightings) {
    const place = `${sighting.start} ${sighting.end}`;
    const earlier = joined.get(place)?.papers ?? [];
    const news = sighting.papers.filter((paper) => !earlier.some((other) => isSamePaper(other, paper)));
    joined.set(place, { ...sighting, papers: [...earlier, ...news] });
  }
  return [...joined.values()];
}

/** The bundled one is curated, so it is asked first; a newer import is likely to know better than an older one. */
export function inOrder(stamps: readonly CorpusStamp[]): readonly CorpusStamp[] {
  return stamps.toSorted((a, b) => bundledFirst(a, b) || b.importedAt - a.importedAt);
}

function bundledFirst(a: CorpusStamp, b: CorpusStamp): number {
  return Number(b.id === BUNDLED_CORPUS_ID) - Number(a.id === BUNDLED_CORPUS_ID);
}

/** A corpus that was removed and imported again may have the same generation. */
const placeOf = ({ id, generation, importedAt }: CorpusStamp): string => `${id} ${generation} ${importedAt} `;

async function readable(opened: readonly OpenCorpus[]): Promise<readonly Corpus[]> {
  const corpora = await Promise.all(opened.map(({ corpus }) => corpus));
  return corpora.filter((corpus) => corpus !== null);
}

/** For papers that earlier corpora have too, maybe under other keys, how the first of those tells them. */
async function knownBefore(
  papers: readonly Paper[],
  earlier: readonly Corpus[],
): Promise<ReadonlyMap<Paper, Paper>> {
  const firstOf = new Map<Paper, Paper>();
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
