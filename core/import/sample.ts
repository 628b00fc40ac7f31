import type { ImportFormat, ImportedRecord } from '../formats/format';
import type { Paper } from '../paper';

/** What the start of a source tells about the whole of it. */
export interface SourceSample {
  /** Roughly, of all its files; exact where the sample is the whole. */
  readonly papers: number;
  readonly isExact: boolean;
  /** Most common first, as the source has them; empty where it has none. */
  readonly categories: readonly string[];
  /** What the corpus will take on disk, for each paper. */
  readonly bytesPerPaper: number;
}

interface SampleText {
  readonly text: string;
  readonly isWhole: boolean;
  /** Unpacked, of all files, roughly. */
  readonly sourceBytes: number;
}

const RECORDS_MAX = 500;
const CATEGORIES_SHOWN = 40;
/**
 * A paper's block, keys and indexes, by its length as JSON: reckoned, not yet measured, from blocks that deflate to a third,
 * postings of about as much again and some 150 bytes of keys.
 */
const SHARE_OF_JSON = 0.75;
const BYTES_EACH = 150;
/** Where no record of the sample is a paper. */
const ORDINARY_JSON = 1_500;

/** Reads the records in a piece of the source's start. */
export async function sampleOf(format: ImportFormat, source: SampleText): Promise<SourceSample> {
  const { text, isWhole, sourceBytes } = source;
  const records = await recordsOf(format, text, isWhole ? Infinity : RECORDS_MAX);
  const good = records.filter((record) => record.ok);
  const json = mean(good.slice(0, RECORDS_MAX).map(({ paper }) => jsonLength(paper))) ?? ORDINARY_JSON;
  const papers = isWhole ? good.length : (good.length / Math.max(1, charsRead(records, text))) * sourceBytes;
  return {
    papers: Math.round(papers),
    isExact: isWhole,
    categories: commonest(good.flatMap(({ categories = [] }) => categories)),
    bytesPerPaper: Math.round(json * SHARE_OF_JSON + BYTES_EACH),
  };
}

async function recordsOf(format: ImportFormat, text: string, limit: number): Promise<ImportedRecord[]> {
  const records: ImportedRecord[] = [];
  for await (const record of format.read(oneChunk(text))) {
    records.push(record);
    if (records.length >= limit) break;
  }
  return records;
}

async function* oneChunk(text: string): AsyncGenerator<string> {
  yield text;
}

/** Up to the end of the last record, by its position or, roughly, by its line. */
function charsRead(records: readonly ImportedRecord[], text: string): number {
  if (records.length < RECORDS_MAX) return text.length;
  const last = records.at(-1);
  if (last?.position !== undefined) return last.position;
  const lines = text.split('\n');
  return lines.slice(0, last?.line ?? lines.length).reduce((sum, line) => sum + line.length + 1, 0);
}

const jsonLength = (paper: Paper): number => JSON.stringify(paper).length;

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

function commonest(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, CATEGORIES_SHOWN)
    .map(([name]) => name);
}
