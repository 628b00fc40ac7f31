import type { Paper, PaperBrief } from '../paper';
import type { CorpusFiles } from './corpus-files';
import type { ReportDamage } from './damage';
import { LeastRecent } from './least-recent';
import { packPapers, unpackBriefs, unpackPapers } from './paper-pack';
import { seal, unsealNewest, type FileFormat, type SealTrouble } from './sealed';

/** Few enough that one paper costs one small read, enough that they compress well: 64 abstracts are some 30 kB. */
export const PAPERS_PER_BLOCK = 64;

/** Version 1 deflated all 64 papers as one: nobody has files of it. */
const FORMAT: FileFormat = { kind: 'papr', version: 2 };
/** Two kilobytes each: the candidates of several cards' kin, which share many. */
const PAPERS_KEPT = 500;
/** Half a kilobyte each. A page asks for the same papers again and again, and they lie in as many blocks. */
const BRIEFS_KEPT = 2_000;
/** Read together; of what is read only the papers asked for are kept. */
const BLOCKS_AT_ONCE = 32;
/** What a page needs may lie in a hundred blocks: while some are unpacked, so many more are read. Each has some 30 kB. */
const BLOCKS_UNDER_WAY = 4 * BLOCKS_AT_ONCE;

type Unpack<P> = (payload: Uint8Array, places: readonly number[]) => Promise<ReadonlyMap<number, P>>;

type Unpacked<P> =
  | { readonly ok: true; readonly papers: ReadonlyMap<number, P> }
  | { readonly ok: false; readonly reason: SealTrouble };

/** `papers/000012` */
export function blockName(block: number): string {
  return `papers/${String(block).padStart(6, '0')}`;
}

/** Up to 64 papers as one file. */
export async function packBlock(papers: readonly Paper[]): Promise<Uint8Array> {
  return seal(FORMAT, await packPapers(papers));
}

/** Papers of a block by their places in it, or what is wrong with the file. */
export async function unpackBlock<P>(
  file: Uint8Array,
  places: readonly number[],
  unpack: Unpack<P>,
): Promise<Unpacked<P>> {
  const opened = unsealNewest(FORMAT, file);
  if (!opened.ok) return opened;
  try {
    return { ok: true, papers: await unpack(opened.payload, places) };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

/** Reads papers by ordinal and keeps those that were asked for last. */
export class PaperBlocks {
  readonly #files: CorpusFiles;
  readonly #report: ReportDamage;
  readonly #papers = new LeastRecent<number, Paper>(PAPERS_KEPT);
  readonly #briefs = new LeastRecent<number, PaperBrief>(BRIEFS_KEPT);

  constructor(files: CorpusFiles, report: ReportDamage) {
    this.#files = files;
    this.#report = report;
  }

  /** Ordinals without a paper, and those in blocks that cannot be read, are absent. */
  papers(ordinals: readonly number[]): Promise<ReadonlyMap<number, Paper>> {
    return this.#find(ordinals, this.#papers, unpackPapers);
  }

  /** The same without abstracts, for a fraction of the time. */
  briefs(ordinals: readonly number[]): Promise<ReadonlyMap<number, PaperBrief>> {
    return this.#find(ordinals, this.#briefs, unpackBriefs);
  }

  async #find<P>(
    ordinals: readonly number[],
    lately: LeastRecent<number, P>,
    unpack: Unpack<P>,
  ): Promise<ReadonlyMap<number, P>> {
    const found = new Map<number, P>();
    const wanted = new Map<number, number[]>();
    for (const ordinal of new Set(ordinals)) {
      const kept = lately.get(ordinal);
      const block = Math.floor(ordinal / PAPERS_PER_BLOCK);
      if (kept) found.set(ordinal, kept);
      else wanted.set(block, [...(wanted.get(block) ?? []), ordinal]);
    }
    for (const underWay of slicesOf([...wanted], BLOCKS_UNDER_WAY)) {
      const read = slicesOf(underWay, BLOCKS_AT_ONCE).map((blocks) => this.#read(blocks, unpack));
      for (const [ordinal, paper] of (await Promise.all(read)).flat()) {
        lately.set(ordinal, paper);
        found.set(ordinal, paper);
      }
    }
    return found;
  }

  async #read<P>(
    wanted: readonly (readonly [block: number, ordinals: readonly number[]])[],
    unpack: Unpack<P>,
  ): Promise<readonly (readonly [ordinal: number, paper: P])[]> {
    const files = await this.#files.readMany(wanted.map(([block]) => blockName(block)));
    const read = wanted.map(async ([block, ordinals]) => {
      const name = blockName(block);
      const first = block * PAPERS_PER_BLOCK;
      const file = files.get(name);
      const unpacked = file
        ? await unpackBlock(
            file,
            ordinals.map((ordinal) => ordinal - first),
            unpack,
          )
        : ({ ok: false, reason: 'missing' } as const);
      if (unpacked.ok) return [...unpacked.papers].map(([place, paper]) => [first + place, paper] as const);
      this.#report({ part: 'papers', file: name, reason: unpacked.reason });
      return [];
    });
    return (await Promise.all(read)).flat();
  }
}

function slicesOf<T>(all: readonly T[], length: number): readonly (readonly T[])[] {
  const slices: (readonly T[])[] = [];
  for (let at = 0; at < all.length; at += length) slices.push(all.slice(at, at + length));
  return slices;
}
