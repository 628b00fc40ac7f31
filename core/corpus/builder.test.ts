import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import { CorpusBuilder } from './builder';
import { FilesInMemory } from './corpus-files';
import { KeyTableBuilder } from './key-table-builder';
import { PAPERS_PER_BLOCK } from './paper-blocks';

/** Every seventh has the identity of an earlier one. */
const PAPERS: readonly Paper[] = Array.from({ length: 700 }, (_, at) => {
  const number = 10_000 + (at % 7 === 6 ? at - 5 : at);
  return samplePaper({ arxiv: `2101.${number}`, title: `The telling title of paper ${number} (${at})` });
});

/** Small enough for a run with each block. */
const options = (stretchBytes = 1_000) => ({ parts: [new KeyTableBuilder()], stretchBytes });

/** Adds from the mark on, and finishes. */
async function build(folder: FilesInMemory, stretchBytes?: number) {
  const builder = await CorpusBuilder.resume(folder, options(stretchBytes));
  if (!builder.progress.complete) {
    const from = Number(builder.progress.sourceMark ?? 0);
    for (const [at, paper] of PAPERS.entries()) if (at >= from) await builder.add(paper, String(at + 1));
  }
  return builder.finish();
}

/** Dies at its n-th change, before or after it was made. */
class MortalFiles extends FilesInMemory {
  #changesLeft: number;
  readonly #isKept: boolean;

  constructor(changesLeft: number, isKept: boolean) {
    super();
    this.#changesLeft = changesLeft;
    this.#isKept = isKept;
  }

  override async write(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    await this.#change(() => super.write(files));
  }

  override async remove(names: readonly string[]): Promise<void> {
    await this.#change(() => super.remove(names));
  }

  async #change(make: () => Promise<void>): Promise<void> {
    this.#changesLeft -= 1;
    if (this.#changesLeft !== 0) return make();
    if (this.#isKept) await make();
    throw new Error('killed');
  }
}

function contents(folder: FilesInMemory): readonly (readonly [string, string])[] {
  return [...folder.all()]
    .map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

async function reference() {
  const folder = new FilesInMemory();
  const manifest = await build(folder, 1e9);
  return { manifest, files: contents(folder) };
}

describe('the builder of a corpus', () => {
  it('keeps papers in order, the first of each identity, and nothing that only the building needed', async () => {
    const { manifest, files } = await reference();
    expect(manifest).toMatchObject({ paperCount: 600, duplicates: 100 });
    const names = files.map(([name]) => name);
    const blocks = Math.ceil(600 / PAPERS_PER_BLOCK);
    expect(names).toEqual([
      'keys/000',
      'keys/about',
      'keys/filter',
      'manifest',
      ...Array.from({ length: blocks }, (_, block) => `papers/00000${block}`),
    ]);
    const sizes = files
      .filter(([name]) => name.startsWith('papers/'))
      .map(([, text]) => Buffer.from(text, 'base64').length);
    expect(manifest.bytes['papers']).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  it('comes to the same files with many runs as with none', async () => {
    const folder = new FilesInMemory();
    const { manifest, files } = await reference();
    expect(await build(folder)).toEqual(manifest);
    expect(contents(folder)).toEqual(files);
  });

  it.each([
    ['before', false],
    ['after', true],
  ])('comes to the same files when it is killed %s any change and resumed', async (_when, isKept) => {
    const { files } = await reference();
    let isWhole = false;
    for (let change = 1; !isWhole; change += 1) {
      const folder = new MortalFiles(change, isKept);
      const death = await build(folder).then(
        () => null,
        (error: Error) => error.message,
      );
      isWhole = death === null;
      expect(isWhole || death === 'killed').toBe(true);
      if (!isWhole) await build(folder);
      expect(contents(folder)).toEqual(files);
      expect(change).toBeLessThan(100);
    }
  });

  it('comes to the same files when it is killed again and again', async () => {
    const { files } = await reference();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), async (deaths) => {
        let folder = new MortalFiles(0, false);
        for (const death of deaths) {
          const next = new MortalFiles(death, death % 2 === 0);
          // The new folder has what the one before it had; that is one change.
          await FilesInMemory.prototype.write.call(next, folder.all());
          folder = next;
          await build(folder).catch(() => undefined);
        }
        const last = new FilesInMemory();
        await last.write(folder.all());
        await build(last);
        expect(contents(last)).toEqual(files);
      }),
      { numRuns: 15 },
    );
  });

  it('says where to go on, and takes nothing more once it is complete', async () => {
    const folder = new FilesInMemory();
    const builder = await CorpusBuilder.resume(folder, options());
    expect(builder.progress).toMatchObject({ sourceMark: null, paperCount: 0 });
    for (const [at, paper] of PAPERS.entries()) await builder.add(paper, `record ${at}`);
    const resumed = await CorpusBuilder.resume(folder, options());
    expect(resumed.progress.paperCount % PAPERS_PER_BLOCK).toBe(0);
    expect(resumed.progress.paperCount).toBeGreaterThan(300);
    expect(resumed.progress.sourceMark).toMatch(/^record \d+$/);
    await builder.finish();
    const finished = await CorpusBuilder.resume(folder, options());
    expect(finished.progress).toMatchObject({ complete: true, paperCount: 600, duplicates: 100 });
    await expect(finished.add(samplePaper(), null)).rejects.toThrow('complete');
  });

  it('makes a corpus of no papers', async () => {
    const folder = new FilesInMemory();
    const builder = await CorpusBuilder.resume(folder, options());
    expect(await builder.finish()).toMatchObject({ paperCount: 0, duplicates: 0 });
    expect([...folder.all().keys()].toSorted()).toEqual([
      'keys/000',
      'keys/about',
      'keys/filter',
      'manifest',
    ]);
  });
});
