import type { Paper } from '../paper';
import { buildTextIndex, type TextIndex } from '../search/text-index';
import type { CorpusFiles, CorpusFolder } from './corpus-files';
import type { ReportDamage } from './damage';
import type { PartBuilder } from './part';
import { seal, unseal, type FileFormat } from './sealed';

const TEXT_INDEX_PART = 'text-index';
const FILE = `${TEXT_INDEX_PART}/index`;
const FORMAT: FileFormat = { kind: 'text', version: 1 };

/** An index of 20,000 papers takes some 100 MB and ten seconds to build; a larger corpus goes without. */
const PAPERS_MAX = 20_000;

const runName = (run: number): string => `${TEXT_INDEX_PART}/runs/${String(run).padStart(6, '0')}`;

/** The columns in the order in which they are stored; wide ones first, so that all are aligned. */
const WIDE = ['starts', 'papers', 'textFrequency', 'lengths', 'wordTerms'] as const;
const NARROW = ['inTitle', 'inAuthors', 'inAbstract'] as const;
type Lists = Pick<TextIndex, 'paperIds' | 'titles' | 'terms' | 'words'>;

interface Head extends Lists {
  readonly lengthsOf: readonly number[];
}

/** Builds the one-file index over titles, authors and abstracts that search and kin of a small corpus read whole. */
export class TextIndexBuilder implements PartBuilder {
  readonly name = TEXT_INDEX_PART;
  #papers: Paper[] = [];
  #bytes = 0;

  add(ordinal: number, paper: Paper): void {
    if (ordinal >= PAPERS_MAX) return;
    this.#papers.push(paper);
    this.#bytes += 2 * (paper.title.length + (paper.abstract?.length ?? 0)) + 500;
  }

  get bufferedBytes(): number {
    return this.#bytes;
  }

  flush(run: number): ReadonlyMap<string, Uint8Array> {
    const papers = new TextEncoder().encode(JSON.stringify(this.#papers));
    this.#papers = [];
    this.#bytes = 0;
    return new Map([[runName(run), papers]]);
  }

  async merge(folder: CorpusFolder, runs: number): Promise<void> {
    const names = Array.from({ length: runs }, (_, run) => runName(run));
    const files = await folder.readMany(names);
    const papers = names.flatMap((name) => {
      const file = files.get(name);
      return file ? (JSON.parse(new TextDecoder().decode(file)) as Paper[]) : [];
    });
    // One more than fits was never noted, so a corpus of exactly as many as fit goes without, too.
    const index = papers.length < PAPERS_MAX ? buildTextIndex(papers) : buildTextIndex([]);
    await folder.write(new Map([[FILE, packTextIndex(index)]]));
    await folder.remove(names);
  }
}

/** Null when it cannot be read. */
export async function readTextIndex(files: CorpusFiles, report: ReportDamage): Promise<TextIndex | null> {
  const file = await files.read(FILE);
  const opened = file ? unseal(FORMAT, file) : ({ ok: false, reason: 'missing' } as const);
  if (opened.ok) return unpackTextIndex(opened.payload);
  report({ part: TEXT_INDEX_PART, file: FILE, reason: opened.reason });
  return null;
}

/** Length of the head, the head as JSON, filled up to four bytes, then the columns. */
function packTextIndex(index: TextIndex): Uint8Array {
  const { paperIds, titles, terms, words } = index;
  const columns = [...WIDE.map((name) => index[name]), index.norms, ...NARROW.map((name) => index[name])];
  const lengthsOf = columns.map(({ length }) => length);
  const head = new TextEncoder().encode(JSON.stringify({ paperIds, titles, terms, words, lengthsOf }));
  const start = 4 + Math.ceil(head.length / 4) * 4;
  const bytes = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + byteLength, start));
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let at = start;
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return seal(FORMAT, bytes);
}

function unpackTextIndex(payload: Uint8Array): TextIndex {
  const { buffer, byteOffset } = payload;
  const headLength = new DataView(buffer, byteOffset).getUint32(0, true);
  const { lengthsOf, ...lists } = JSON.parse(
    new TextDecoder().decode(payload.subarray(4, 4 + headLength)),
  ) as Head;
  let at = byteOffset + 4 + Math.ceil(headLength / 4) * 4;
  let column = 0;
  const next = (bytesEach: number): readonly [ArrayBufferLike, number, number] => {
    const length = lengthsOf[column++] ?? 0;
    const place = [buffer, at, length] as const;
    at += length * bytesEach;
    return place;
  };
  const [starts, papers, textFrequency, lengths, wordTerms] = WIDE.map(() => new Uint32Array(...next(4)));
  const norms = new Float32Array(...next(4));
  const [inTitle, inAuthors, inAbstract] = NARROW.map(() => new Uint8Array(...next(1)));
  const all = { starts, papers, textFrequency, lengths, wordTerms, norms, inTitle, inAuthors, inAbstract };
  return { ...lists, ...(all as Omit<TextIndex, keyof Lists>) };
}
