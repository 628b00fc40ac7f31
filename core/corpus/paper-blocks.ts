import type { Paper } from '../paper';
import type { CorpusFiles } from './corpus-files';
import type { ReportDamage } from './damage';
import { LeastRecent } from './least-recent';
import { seal, unseal, type FileFormat, type SealTrouble } from './sealed';

/** Few enough that one paper costs one small read, enough that they compress well: 64 abstracts are some 25 kB. */
export const PAPERS_PER_BLOCK = 64;

const FORMAT: FileFormat = { kind: 'papr', version: 1 };
/** Decoded: 64 papers with abstracts are about 150 kB in memory. For readers that go from paper to paper. */
const BLOCKS_KEPT = 8;
/** A page asks for the same papers again and again, and they lie in as many blocks; a thousand are some 2 MB. */
const PAPERS_KEPT = 1_000;
/** Read and decoded together: what a page needs may lie in a hundred blocks, and only the papers asked for are kept. */
const BLOCKS_AT_ONCE = 16;

type Unpacked =
  | { readonly ok: true; readonly papers: readonly Paper[] }
  | { readonly ok: false; readonly reason: SealTrouble };

/** `papers/000012` */
export function blockName(block: number): string {
  return `papers/${String(block).padStart(6, '0')}`;
}

/** Up to 64 papers as the JSON that a block holds. */
export function jsonOfBlock(papers: readonly Paper[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(papers));
}

/** That JSON as a file: deflated and sealed. */
export async function packJson(json: Uint8Array): Promise<Uint8Array> {
  return seal(FORMAT, await piped(json, new CompressionStream('deflate-raw')));
}

/** The papers of a block, or what is wrong with the file. */
export async function unpackBlock(file: Uint8Array): Promise<Unpacked> {
  const opened = unseal(FORMAT, file);
  if (!opened.ok) return opened;
  try {
    const json = await piped(opened.payload, new DecompressionStream('deflate-raw'));
    return { ok: true, papers: JSON.parse(new TextDecoder().decode(json)) as Paper[] };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

/** Reads papers by ordinal and keeps those that were asked for last. */
export class PaperBlocks {
  readonly #files: CorpusFiles;
  readonly #report: ReportDamage;
  readonly #blocks = new LeastRecent<number, readonly Paper[]>(BLOCKS_KEPT);
  readonly #papers = new LeastRecent<number, Paper>(PAPERS_KEPT);

  constructor(files: CorpusFiles, report: ReportDamage) {
    this.#files = files;
    this.#report = report;
  }

  /** Ordinals without a paper, and those in blocks that cannot be read, are absent. */
  async papers(ordinals: readonly number[]): Promise<ReadonlyMap<number, Paper>> {
    const found = new Map<number, Paper>();
    const wanted = new Map<number, number[]>();
    for (const ordinal of new Set(ordinals)) {
      const kept = this.#papers.get(ordinal);
      if (kept) {
        found.set(ordinal, kept);
        continue;
      }
      const block = Math.floor(ordinal / PAPERS_PER_BLOCK);
      const others = wanted.get(block);
      if (others) others.push(ordinal);
      else wanted.set(block, [ordinal]);
    }
    const blocks = [...wanted.keys()];
    for (let at = 0; at < blocks.length; at += BLOCKS_AT_ONCE) {
      for (const [block, papers] of await this.#read(blocks.slice(at, at + BLOCKS_AT_ONCE))) {
        for (const ordinal of wanted.get(block) ?? []) {
          const paper = papers[ordinal % PAPERS_PER_BLOCK];
          if (!paper) continue;
          this.#papers.set(ordinal, paper);
          found.set(ordinal, paper);
        }
      }
    }
    return found;
  }

  async #read(blocks: readonly number[]): Promise<ReadonlyMap<number, readonly Paper[]>> {
    const found = new Map<number, readonly Paper[]>();
    const missing: number[] = [];
    for (const block of blocks) {
      const kept = this.#blocks.get(block);
      if (kept) found.set(block, kept);
      else missing.push(block);
    }
    if (missing.length === 0) return found;
    const files = await this.#files.readMany(missing.map(blockName));
    await Promise.all(
      missing.map(async (block) => {
        const papers = await this.#unpack(blockName(block), files.get(blockName(block)));
        if (!papers) return;
        this.#blocks.set(block, papers);
        found.set(block, papers);
      }),
    );
    return found;
  }

  async #unpack(name: string, file: Uint8Array | undefined): Promise<readonly Paper[] | null> {
    const block = file ? await unpackBlock(file) : ({ ok: false, reason: 'missing' } as const);
    if (block.ok) return block.papers;
    this.#report({ part: 'papers', file: name, reason: block.reason });
    return null;
  }
}

type ByteTransform = ReadableWritablePair<Uint8Array, BufferSource>;

async function piped(bytes: Uint8Array, { readable, writable }: ByteTransform): Promise<Uint8Array> {
  const writer = writable.getWriter();
  // A refusal shows at the reading end as well; without these it would count as unhandled.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => undefined);
  writer.close().catch(() => undefined);
  const chunks: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
