import { NO_MENTION } from '../../../core/identity/no-mention';
import wordVectorsUrl from '../../../assets/word-vectors.bin?url';
import { summarise } from '../../../core/summary/summarise';
import { Corpus } from '../../../core/corpus/corpus';
import { kinInCorpus } from '../../../core/corpus/terms-of-corpus';
import { openTitles } from '../../../core/corpus/titles-of-corpus';
import { sharedTermsOf } from '../../../core/kin/shared-terms';
import { openWordVectors } from '../../../core/kin/word-vectors';
import type { Mention } from '../../../core/match/mention';
import { findInText } from '../../../core/titles/titles-in-text';
import type { TitleIndex } from '../../../core/titles/title-index';
import { keeper } from '../../../engine/keeper/keeper';
import { createEngine, type Engine } from '../../../engine/engine';
import type { EnginePorts } from '../../../engine/ports';
import { openCorpusDatabase } from '../../../store/corpus-database';
import { BUNDLED_CORPUS_ID } from '../../../store/corpus-store';
import { openLibraryDatabase } from '../../../store/library-database';
import { openDenials } from '../../../store/denials';
import { openSessionLibrary } from '../../../store/session-library';
import type { Answered, Jobs, ReadingOfFile, Timed } from './job-types';

/** What the questions are put to: the database of the extension, and over it the same code that the background runs. */
interface Opened {
  readonly engine: Engine;
  readonly corpus: Corpus;
  readonly titles: TitleIndex;
  readonly papers: number;
  readonly bytes: number;
}

const NO_DENIALS = {
  get: async () => undefined,
  set: async () => undefined,
  remove: async () => undefined,
};
const CARD_SCRIPTS = {
  loadSummariser: async () => summarise,
  loadSharedTerms: async () => sharedTermsOf,
};
const NO_SYNC = {
  area: { get: async () => ({}), set: async () => undefined, remove: async () => undefined },
  setOn: async () => undefined,
  chance: () => 0,
};

/** As many as a card asks for. */
const KIN_ASKED = 9;

let opening: Promise<Opened> | null = null;
const opened = (): Promise<Opened> => (opening ??= open());

const KEEP_NOTHING: EnginePorts['keep'] = {
  local: { get: async () => ({}), set: async () => undefined },
  storage: navigator.storage,
  madeBy: '',
  report: () => undefined,
};

const readWordVectors = async () => new Uint8Array(await (await fetch(wordVectorsUrl)).arrayBuffer());

async function open(): Promise<Opened> {
  const corpora = openCorpusDatabase();
  const stamps = await corpora.stamps();
  const bundled = stamps.find(({ id }) => id === BUNDLED_CORPUS_ID);
  const imported = stamps.find(({ id }) => id !== BUNDLED_CORPUS_ID);
  if (!bundled || !imported) throw new Error('no corpus was imported');
  const folder = corpora.shelf.folder({ corpusId: imported.id, generation: imported.generation });
  const corpus = await Corpus.open(folder, ({ file }) => {
    throw new Error(`${file} is damaged`);
  });
  const titles = await corpus?.part(openTitles);
  if (!corpus || !titles) throw new Error('the imported corpus has no index of titles');
  const library = openLibraryDatabase();
  const engine = createEngine({
    corpus: corpora,
    shelf: corpora.shelf,
    repairs: corpora.repairs,
    denials: openDenials(NO_DENIALS),
    library,
    session: openSessionLibrary({ get: async () => null, set: async () => undefined }),
    now: Date.now,
    bundledVersion: bundled.version,
    loadBundled: () => Promise.reject(new Error('the bundled corpus is there already')),
    loadWordVectors: readWordVectors,
    requestRepair: () => {
      throw new Error('the corpus is damaged');
    },
    isImportRunning: async () => false,
    onCorporaChanged: () => undefined,
    loadKeeper: async () => keeper,
    keep: KEEP_NOTHING,
    loadVisited: () => Promise.reject(new Error('nothing is visited')),
    loadSync: () => Promise.reject(new Error('nothing is exchanged')),
    sync: { ...NO_SYNC, store: library.sync },
    ...CARD_SCRIPTS,
    onListChanged: () => undefined,
    onListEdited: () => undefined,
  });
  return { engine, corpus, titles, papers: imported.paperCount, bytes: imported.bytes };
}

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

async function eachTimed<Q, T>(questions: readonly Q[], ask: (one: Q) => Promise<T>): Promise<Timed<T>[]> {
  const answers: Timed<T>[] = [];
  for (const question of questions) answers.push(await timed(() => ask(question)));
  return answers;
}

/** A title and nothing else: no author helps. */
const mentionOf = (title: string): Mention => ({ ...NO_MENTION, title });

async function lookUp(titles: readonly string[]): Promise<Answered[]> {
  const { titles: index, corpus } = await opened();
  const answers = await eachTimed(titles, async (title) => (await index.lookUp([title]))[0]?.[0]?.ordinal);
  const papers = await corpus.papers(answers.flatMap(({ value }) => value ?? []));
  return answers.map(({ ms, value }) => ({ ms, titles: [papers.get(value ?? -1)?.title ?? null] }));
}

async function resolve(pages: readonly (readonly string[])[]): Promise<Answered[]> {
  const { engine } = await opened();
  const answers = await eachTimed(pages, (titles) =>
    engine['page/resolve']({ mentions: titles.map(mentionOf) }),
  );
  return answers.map(({ ms, value }) => ({ ms, titles: value.map((one) => one?.title ?? null) }));
}

let chosenFile: File | null = null;

/** The file that the next jobs are about. */
export function takeFile(file: File | null): void {
  chosenFile = file;
}

/** Reads, splits and parses the lines of the chosen file, and does nothing with them. */
async function readFile(): Promise<ReadingOfFile> {
  const file = chosenFile;
  if (!file) throw new Error('no file was chosen');
  const start = performance.now();
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let [rest, records] = ['', 0];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = (rest + decoder.decode(piece.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (typeof JSON.parse(line) === 'object') records += 1;
  }
  return { ms: performance.now() - start, records, bytes: file.size };
}

/** What can be done, by name. */
export const JOBS: Jobs = {
  readFile,
  space: async () => (await navigator.storage.estimate()).usage ?? null,
  corpus: async () => {
    const { papers, bytes } = await opened();
    return { papers, bytes };
  },
  lookUp: ({ titles }) => lookUp(titles),
  resolve: ({ pages }) => resolve(pages),
  scan: async ({ text }) => {
    const { titles: index, corpus } = await opened();
    const { ms, value } = await timed(() => findInText(index, text));
    const papers = await corpus.papers(value.flatMap(({ ordinals }) => ordinals));
    return { ms, titles: value.map(({ ordinals }) => papers.get(ordinals[0] ?? -1)?.title ?? null) };
  },
  search: async ({ queries }) => {
    const { engine } = await opened();
    return (await eachTimed(queries, (query) => engine.search({ query, limit: 20 }))).map(({ ms }) => ms);
  },
  card: async ({ ids }) => {
    const { engine } = await opened();
    const answers = await eachTimed(ids, (paperId) => engine['paper/card']({ ref: { paperId } }));
    return answers.map(({ ms, value }) => ({ ms, kin: value.kin.length }));
  },
  kin: async ({ ids }) => {
    const { corpus } = await opened();
    const wish = { limit: KIN_ASKED, wordVectors: openWordVectors(await readWordVectors()), sharedTermsOf };
    const papers = await corpus.papersById(ids);
    const found = await eachTimed([...papers.values()], (paper) => kinInCorpus(corpus, paper, wish));
    return found.map(({ ms }) => ms);
  },
};
