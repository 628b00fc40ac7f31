import { describe, expect, it } from 'vitest';
import { FilesInMemory } from '../corpus/corpus-files';
import { ABOUT } from './names';
import { contents, filesOf, paper, writeRuns } from './papers-under-test';
import { eachPosting } from './postings';
import { TermsPart } from './terms-part';
import { TermsStore } from './terms-store';

const manyPapers = Array.from({ length: 300 }, (_, at) =>
  paper(`p${at}`, `Map number${at} of maps`, `Folding ${at % 7} maps word${at % 50} and number${at * 31}.`, {
    authors: [`Author${at % 13} Sea`],
    year: 1990 + (at % 30),
    venue: at % 2 ? 'Annals' : null,
  }),
);

/** Dies at the write or removal of this number. */
class DyingFiles extends FilesInMemory {
  left = Infinity;

  override async write(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    if (this.left-- <= 0) throw new Error('gone');
    await super.write(files);
  }

  override async remove(names: readonly string[]): Promise<void> {
    if (this.left-- <= 0) throw new Error('gone');
    await super.remove(names);
  }
}

describe('TermsPart', () => {
  it('makes the same files of many runs as of one', async () => {
    const once = await contents(await filesOf(manyPapers));
    expect(await contents(await filesOf(manyPapers, 7))).toEqual(once);
    expect(await contents(await filesOf(manyPapers, 299))).toEqual(once);
    expect([...once.keys()].filter((name) => name.includes('runs'))).toEqual([]);
  });

  it('comes to the same end wherever a merge was interrupted', async () => {
    const papers = manyPapers.slice(0, 60);
    const whole = await contents(await filesOf(papers));
    for (let left = 0; left < 24; left++) {
      const files = new DyingFiles();
      const runs = await writeRuns(files, papers, 20);
      files.left = left;
      await new TermsPart().merge(files, runs).catch(() => undefined);
      files.left = Infinity;
      await new TermsPart().merge(files, runs);
      expect(await contents(files)).toEqual(whole);
    }
  });

  it('says so when a run is missing', async () => {
    const files = new FilesInMemory();
    await expect(new TermsPart().merge(files, 1)).rejects.toThrow('1 of 1 runs');
    expect(await files.read(ABOUT)).toBeNull();
  });

  it('says how much has gathered, and forgets it with the flush', () => {
    const part = new TermsPart();
    const empty = part.bufferedBytes;
    for (const [at, one] of manyPapers.entries()) part.add(at, one);
    expect(part.bufferedBytes).toBeGreaterThan(300 * 8 * 5);
    part.flush(0);
    expect(part.bufferedBytes).toBe(empty);
  });

  it('puts postings that are long into files of their own', async () => {
    const papers = Array.from({ length: 9000 }, (_, at) =>
      paper(`p${at}`, at % 9 ? 'x' : 'Common', 'A common thing.'),
    );
    const files = await filesOf(papers, 4000);
    const store = new TermsStore(files);
    const common = (await store.find(['common'])).get('common');
    expect(common).toMatchObject({
      frequency: { any: 9000, text: 9000 },
      place: { kind: 'long', hasTail: true },
    });
    if (!common) return;
    const sizes = await Promise.all(
      [true, false].map(async (headOnly) => {
        let count = 0;
        const read = await store.postings([common], () => headOnly);
        for (const bytes of read(common)) eachPosting(bytes, () => count++);
        return count;
      }),
    );
    expect(sizes).toEqual([1000, 9000]);
  });
});
