import type { LookupKey } from '../match/keys';
import type { Paper, PaperBrief, PaperId } from '../paper';
import type { CorpusFiles } from './corpus-files';
import type { ReportDamage } from './damage';
import { filedKeys, keysOfIdentity, KeyTables } from './key-tables';
import { readManifest, type CorpusManifest } from './manifest';
import { PaperBlocks } from './paper-blocks';

/** Opens one part of a corpus for reading; what it gives is kept as long as the corpus is. */
export type OpenPart<T> = (files: CorpusFiles, report: ReportDamage, corpus: Corpus) => Promise<T>;

/**
 * Of the papers under one key so many are read: more share a title only where it is none ("Minutes of the meeting"),
 * and each may cost a block.
 */
const PAPERS_PER_KEY_MAX = 32;

/** Reads a finished corpus: of its files those that a question needs. */
export class Corpus {
  readonly manifest: CorpusManifest;
  readonly #files: CorpusFiles;
  readonly #report: ReportDamage;
  readonly #blocks: PaperBlocks;
  readonly #parts = new Map<OpenPart<unknown>, Promise<unknown>>();

  private constructor(
    files: CorpusFiles,
    report: ReportDamage,
    manifest: CorpusManifest,
    tables: Promise<KeyTables | null>,
  ) {
    this.manifest = manifest;
    this.#files = files;
    this.#report = report;
    this.#blocks = new PaperBlocks(files, report);
    this.#keep(KeyTables.open, tables);
  }

  /** Null when there is no manifest that can be read. Damage, here and later, is reported and otherwise an absence. */
  static async open(files: CorpusFiles, report: ReportDamage): Promise<Corpus | null> {
    // Nearly every question begins with the keys: in a worker that has just woken both are read at once.
    const tables = KeyTables.open(files, report);
    tables.catch(() => undefined);
    const manifest = await readManifest(files);
    if (manifest.ok) return new Corpus(files, report, manifest.value, tables);
    report({ part: 'manifest', file: 'manifest', reason: manifest.reason });
    return null;
  }

  get size(): number {
    return this.manifest.paperCount;
  }

  /** A part by the function that opens it: opened at the first call, and again after a failure. */
  part<T>(open: OpenPart<T>): Promise<T> {
    const kept = this.#parts.get(open);
    if (kept) return kept as Promise<T>;
    return this.#keep(open, open(this.#files, this.#report, this));
  }

  #keep<T>(open: OpenPart<T>, opening: Promise<T>): Promise<T> {
    this.#parts.set(open, opening);
    opening.catch(() => this.#parts.delete(open));
    return opening;
  }

  /** Ordinals without a readable paper are absent. */
  papers(ordinals: readonly number[]): Promise<ReadonlyMap<number, Paper>> {
    return this.#blocks.papers(ordinals);
  }

  /** The same without abstracts, for a fraction of the time. */
  briefs(ordinals: readonly number[]): Promise<ReadonlyMap<number, PaperBrief>> {
    return this.#blocks.briefs(ordinals);
  }

  /** The papers filed under each key, in the corpus's order; keys without any are absent. */
  async find(keys: readonly LookupKey[]): Promise<ReadonlyMap<LookupKey, readonly PaperBrief[]>> {
    const found = await this.#find(keys);
    return new Map([...found].map(([key, filed]) => [key, filed.map(({ paper }) => paper)]));
  }

  /** By identity; unknown ones are absent. */
  async papersById(ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, Paper>> {
    const filed = await this.#find(ids.flatMap(keysOfIdentity));
    const ordinals = new Map<PaperId, number>();
    for (const id of ids) {
      const one = keysOfIdentity(id)
        .flatMap((key) => filed.get(key) ?? [])
        .find(({ paper }) => paper.id === id);
      if (one) ordinals.set(id, one.ordinal);
    }
    const papers = await this.papers([...ordinals.values()]);
    const found = new Map<PaperId, Paper>();
    for (const [id, ordinal] of ordinals) {
      const paper = papers.get(ordinal);
      if (paper) found.set(id, paper);
    }
    return found;
  }

  async #find(keys: readonly LookupKey[]): Promise<ReadonlyMap<LookupKey, readonly FiledPaper[]>> {
    const tables = await this.part(KeyTables.open);
    const filed = [...((await tables?.find(keys)) ?? [])].map(
      ([key, ordinals]) => [key, ordinals.slice(0, PAPERS_PER_KEY_MAX)] as const,
    );
    const papers = await this.briefs(filed.flatMap(([, ordinals]) => ordinals));
    const found = new Map<LookupKey, readonly FiledPaper[]>();
    const keysOf = rememberedKeys();
    for (const [key, ordinals] of filed) {
      const sure: FiledPaper[] = [];
      for (const ordinal of ordinals) {
        const paper = papers.get(ordinal);
        // Tables compare hashes; the paper's own keys are what counts.
        if (paper && keysOf(paper).includes(key)) sure.push({ ordinal, paper });
      }
      if (sure.length > 0) found.set(key, sure);
    }
    return found;
  }
}

interface FiledPaper {
  readonly ordinal: number;
  readonly paper: PaperBrief;
}

/** A paper is found under several keys of one page. */
function rememberedKeys(): (paper: PaperBrief) => readonly LookupKey[] {
  const remembered = new Map<PaperBrief, readonly LookupKey[]>();
  return (paper) => {
    const keys = remembered.get(paper) ?? filedKeys(paper);
    remembered.set(paper, keys);
    return keys;
  };
}
