/** What a number of a table counts. `share` is 0 to 1, `times` how many times another. */
export type Unit = 'MB' | 'bytes' | 'ms' | 's' | 'papers/s' | 'share' | 'times';

interface Figure {
  readonly label: string;
  readonly unit: Unit;
}

interface FigureTable {
  readonly title: string;
  /** What is measured and how. */
  readonly words: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

const ms = (label: string): Figure => ({ label, unit: 'ms' });
const share = (label: string): Figure => ({ label, unit: 'share' });
const megabytes = (label: string): Figure => ({ label, unit: 'MB' });

/** The tables of one browser at one size, and what each of their figures is called. */
export const TABLES = [
  {
    title: 'Import',
    words: `A file in the format of arXiv's metadata snapshot goes through the library page, from the click on "Import" until the
page says that the corpus is in, merging included. "Reading alone" is the same file in the same browser, just before:
streamed, split at line ends, each line given to JSON.parse, the result thrown away. Memory is the resident size, shared pages
included (120 MB of Chromium are its own code; the row below leaves them out), sampled five times a second: of the largest process that runs the extension's scripts, and of the browser's own process, where
the database is written.`,
    figures: {
      fileMB: megabytes('size of the file'),
      importS: { label: 'import', unit: 's' },
      importReadingS: { label: 'of it reading and filing', unit: 's' },
      importMergingS: { label: 'of it merging', unit: 's' },
      papersPerSecond: { label: 'papers a second', unit: 'papers/s' },
      readAloneS: { label: 'reading alone', unit: 's' },
      importTimes: { label: 'import ÷ reading alone', unit: 'times' },
      importProcessorTimes: { label: 'the same in processor time of the extension', unit: 'times' },
      extensionPeakMB: megabytes("extension's process, peak"),
      extensionOwnPeakMB: megabytes('of it not shared with others, peak'),
      extensionBeforeMB: megabytes("extension's process, before"),
      browserPeakMB: megabytes("browser's process, peak"),
      browserBeforeMB: megabytes("browser's process, before"),
    },
  },
  {
    title: 'Space',
    words: `What the browser says that the extension stores (\`navigator.storage.estimate\`), after less before the import; the sum of the
corpus's files; both for each paper.`,
    figures: {
      storedBytesPerPaper: { label: 'stored for each paper', unit: 'bytes' },
      filesBytesPerPaper: { label: 'files for each paper', unit: 'bytes' },
      storedTimesFile: { label: 'stored ÷ size of the file', unit: 'times' },
    },
  },
  {
    title: 'A background that sleeps',
    words: `The background is stopped; a page of the extension sends one message and waits for the answer: the start of the background and
the messages are part of it. Medians of five, each with other titles. The driver of the browser is attached to the background, which makes it
start somewhat later than a reader's. "Unknown" titles are made of halves of known ones. Titles are asked without authors or links.`,
    figures: {
      wakeHealthMs: ms('no title (health)'),
      wakeOneMs: ms('1 known title'),
      wakeKnownMs: ms('100 known titles'),
      wakeNoisyMs: ms('100 noisy titles'),
      wakeUnknownMs: ms('100 unknown titles'),
    },
  },
  {
    title: 'A background that is awake',
    words: `The same messages, one after another, and a search and a card with summary and kin; from sending to having the answer, medians of 20.`,
    figures: {
      awakeOneMs: ms('1 known title'),
      awakeKnownMs: ms('100 known titles'),
      awakeNoisyMs: ms('100 noisy titles'),
      awakeUnknownMs: ms('100 unknown titles'),
      awakeSearchMs: ms('search'),
      awakeCardMs: ms('card'),
    },
  },
  {
    title: 'Noisy titles',
    words: `The same code over the same database in a worker of a page of the extension, without messages, one title at a time: 350 titles, 50 of each of seven
kinds of noise; what is left of a truncated one begins no other title. "First" is the first time that a title is asked, "warm" the second, after all have been asked once. The
index of titles gives candidates and how sure they are; the engine also asks the keys, the stamps of all corpora and the reading list, reads
the papers, and keeps silent where a title alone is not enough.`,
    figures: {
      indexFirstP50: ms('index, first, p50'),
      indexFirstP95: ms('index, first, p95'),
      indexWarmP50: ms('index, warm, p50'),
      indexWarmP95: ms('index, warm, p95'),
      indexRight: share('index, right at rank 1'),
      engineWarmP50: ms('engine, warm, p50'),
      engineWarmP95: ms('engine, warm, p95'),
      engineInHundred: ms('engine, warm, in pages of 100: each'),
      engineRight: share('engine, right'),
      engineWrong: share('engine, wrong'),
    },
  },
  {
    title: 'Noisy titles by kind',
    words: 'Right at rank 1 of the index of titles.',
    figures: {
      'right exact': share('exact'),
      'right upper case': share('upper case'),
      'right punctuation lost': share('punctuation lost'),
      'right truncated': share('truncated'),
      'right a letter lost': share('a letter lost'),
      'right numbered': share('numbered'),
      'right ligatures': share('ligatures'),
    },
  },
  {
    title: 'Scan, related, search',
    words: `In a worker of a page of the extension, without messages. The text of 1 MB has a known title every 5,000 characters; "first" includes reading
the filter of the index. A card is the summary and the kin of one paper, "kin alone" those in the
imported corpus. Search, card and kin: 100 different ones, the second time they are asked.`,
    figures: {
      scanFirstMs: ms('scan of 1 MB, first'),
      scanWarmMs: ms('scan of 1 MB, warm'),
      scanFound: share('titles found by the scan'),
      searchP50: ms('search, warm, p50'),
      searchP95: ms('search, warm, p95'),
      cardFirstP50: ms('related (card), first, p50'),
      cardP50: ms('related (card), warm, p50'),
      cardP95: ms('related (card), warm, p95'),
      kinP50: ms('kin alone, warm, p50'),
      kinP95: ms('kin alone, warm, p95'),
    },
  },
  {
    title: 'Memory of the background',
    words: `What its scripts hold after 100 noisy titles, a search and a card, garbage collected first. Firefox does not tell it.`,
    figures: {
      heapMB: megabytes('objects'),
      buffersMB: megabytes('array buffers'),
    },
  },
] as const satisfies readonly FigureTable[];

type KeysOf<T> = T extends FigureTable ? keyof T['figures'] : never;

/** The name under which a figure is kept. */
export type FigureKey = KeysOf<(typeof TABLES)[number]>;

/** Some of the figures; null is one that cannot be measured there. */
export type Figures = Partial<Record<FigureKey, number | null>>;
