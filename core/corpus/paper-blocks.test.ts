import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import { FilesInMemory } from './corpus-files';
import type { Damage } from './damage';
import { blockName, jsonOfBlock, packJson, PaperBlocks, PAPERS_PER_BLOCK, unpackBlock } from './paper-blocks';
import { seal } from './sealed';

const packBlock = (papers: readonly Paper[]) => packJson(jsonOfBlock(papers));
const papersFrom = (count: number) =>
  Array.from({ length: count }, (_, at) => samplePaper({ arxiv: String(at), title: `Paper ${at}` }));

async function filesOf(count: number): Promise<FilesInMemory> {
  const files = new FilesInMemory();
  const papers = papersFrom(count);
  for (let block = 0; block * PAPERS_PER_BLOCK < count; block += 1) {
    const packed = await packBlock(papers.slice(block * PAPERS_PER_BLOCK, (block + 1) * PAPERS_PER_BLOCK));
    await files.write(new Map([[blockName(block), packed]]));
  }
  return files;
}

describe('a block of papers', () => {
  it('keeps any text as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (title, abstract) => {
        const papers = [samplePaper({ title, abstract }), samplePaper({ abstract: null })];
        expect(await unpackBlock(await packBlock(papers))).toEqual({ ok: true, papers });
      }),
      { numRuns: 30 },
    );
  });

  it('is said to be damaged when what is in the envelope is no deflated JSON', async () => {
    const format = { kind: 'papr', version: 1 };
    for (const payload of [new Uint8Array([1, 2, 3]), new Uint8Array()]) {
      expect(await unpackBlock(seal(format, payload))).toEqual({ ok: false, reason: 'damaged' });
    }
  });
});

describe('reading papers', () => {
  it('finds them by ordinal over many blocks, and nobody beyond the last', async () => {
    const count = PAPERS_PER_BLOCK * 40 + 3;
    const blocks = new PaperBlocks(await filesOf(count), () => expect.unreachable());
    const wanted = Array.from({ length: 41 }, (_, block) => block * PAPERS_PER_BLOCK + 2);
    const found = await blocks.papers([...wanted, count]);
    expect(found.size).toBe(wanted.length);
    for (const ordinal of wanted) expect(found.get(ordinal)?.title).toBe(`Paper ${ordinal}`);
  });

  it('reads a block once for several papers and questions', async () => {
    const files = await filesOf(70);
    const reads = vi.spyOn(files, 'readMany');
    const blocks = new PaperBlocks(files, () => expect.unreachable());
    await blocks.papers([1, 2, 65]);
    await blocks.papers([3, 69]);
    expect(reads.mock.calls).toEqual([[['papers/000000', 'papers/000001']]]);
  });

  it('reads no block again for papers it gave lately, however many blocks they lie in', async () => {
    const files = await filesOf(PAPERS_PER_BLOCK * 40);
    const blocks = new PaperBlocks(files, () => expect.unreachable());
    const wanted = Array.from({ length: 40 }, (_, block) => block * PAPERS_PER_BLOCK);
    const first = await blocks.papers(wanted);
    const reads = vi.spyOn(files, 'readMany');
    expect(await blocks.papers(wanted)).toEqual(first);
    expect(reads).not.toHaveBeenCalled();
  });

  it('goes on without a block that is damaged or gone, and reports it', async () => {
    const files = await filesOf(200);
    await files.write(new Map([[blockName(1), new Uint8Array(50)]]));
    await files.remove([blockName(2)]);
    const damages: Damage[] = [];
    const blocks = new PaperBlocks(files, (damage) => damages.push(damage));
    expect([...(await blocks.papers([5, 70, 130, 199])).keys()].toSorted((a, b) => a - b)).toEqual([5, 199]);
    expect(damages.toSorted((a, b) => (a.file < b.file ? -1 : 1))).toEqual([
      { part: 'papers', file: 'papers/000001', reason: 'foreign' },
      { part: 'papers', file: 'papers/000002', reason: 'missing' },
    ]);
  });
});
