import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import type { Paper } from '../paper';
import { FilesInMemory } from './corpus-files';
import type { Damage, ReportDamage } from './damage';
import { sortedRecords } from './key-records';
import { KeyTableBuilder } from './key-table-builder';
import { addToFilter, emptyKeyFilter } from '../match/key-filter';
import {
  ABOUT_FILE,
  filedHash,
  filedKeys,
  FILTER_FILE,
  keysOfIdentity,
  KeyTables,
  packAbout,
  packFilter,
  packShard,
  shardName,
} from './key-tables';

const titled = (title: string, facts: Partial<Paper> = {}) =>
  samplePaper({ id: `title:${title}`, arxiv: null, title, ...facts });

/** Flushes after every `runLength` papers. */
async function build(papers: readonly Paper[], runLength: number): Promise<FilesInMemory> {
  const folder = new FilesInMemory();
  const builder = new KeyTableBuilder();
  let runs = 0;
  for (const [ordinal, paper] of papers.entries()) {
    builder.add(ordinal, paper);
    if ((ordinal + 1) % runLength === 0) await folder.write(builder.flush(runs++));
  }
  await folder.write(builder.flush(runs++));
  await builder.merge(folder, runs);
  return folder;
}

async function open(files: FilesInMemory, report: ReportDamage = () => expect.unreachable()) {
  const tables = await KeyTables.open(files, report);
  if (!tables) throw new Error('no tables');
  return tables;
}

const manyPapers = (count: number) =>
  Array.from({ length: count }, (_, at) => titled(`The telling title of paper number ${at}`));

const unknownTitles = (count: number) => Array.from({ length: count }, (_, at) => `t:nobodysanything${at}`);

/** Tables of 1,024 shards, as a corpus of a million papers has, with a record for each of the keys. */
async function manyShards(keys: readonly string[]): Promise<FilesInMemory> {
  const files = new FilesInMemory();
  const filter = emptyKeyFilter(2_000);
  const [highs, lows, ordinals] = [new Uint32Array(1), new Uint32Array(1), new Uint32Array(1)];
  const empty = packShard({ highs, lows, ordinals }, 0, 0);
  for (let shard = 0; shard < 1_024; shard += 1) await files.write(new Map([[shardName(shard), empty]]));
  for (const [ordinal, key] of keys.entries()) {
    const { high, low } = filedHash(key);
    addToFilter(filter, { high, low });
    const columns = {
      highs: Uint32Array.of(high),
      lows: Uint32Array.of(low),
      ordinals: Uint32Array.of(ordinal),
    };
    await files.write(new Map([[shardName(high >>> 22), packShard(columns, 0, 1)]]));
  }
  await files.write(
    new Map([
      [FILTER_FILE, packFilter(filter)],
      [ABOUT_FILE, packAbout(10)],
    ]),
  );
  return files;
}

describe('key tables', () => {
  it('find every paper under every key of it, and nothing under other keys', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 12 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (titles, runLength) => {
          const papers = titles.map((title) => titled(`One of a dozen titles, namely ${title}`));
          const tables = await open(await build(papers, runLength));
          const keys = papers.flatMap(filedKeys);
          const found = await tables.find([...keys, 't:notfiledanywhere', 'a:2101.00001']);
          const expected = new Map<string, number[]>();
          papers.forEach((paper, ordinal) => {
            for (const key of filedKeys(paper)) expected.set(key, [...(expected.get(key) ?? []), ordinal]);
          });
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('are the same files however the runs were cut', async () => {
    const papers = manyPapers(3_000);
    const [one, many] = [await build(papers, 5_000), await build(papers, 170)];
    expect([...many.sizes()].toSorted()).toEqual([...one.sizes()].toSorted());
    for (const name of one.sizes().keys()) expect(await many.read(name)).toEqual(await one.read(name));
  });

  it('have shards of bounded size and read only those asked for', async () => {
    const papers = manyPapers(30_000);
    const files = await build(papers, 7_000);
    const shards = [...files.sizes()].filter(([name]) => name !== FILTER_FILE && name !== ABOUT_FILE);
    expect(shards.length).toBe(32);
    for (const [, size] of shards) expect(size).toBeLessThan(27_500);
    const reads = vi.spyOn(files, 'readMany');
    const tables = await open(files);
    expect(await tables.find([`i:${papers[20_000]?.id}`])).toHaveProperty('size', 1);
    expect(reads.mock.calls.flat(2)).toHaveLength(1);
  });

  it('report a shard or filter that is damaged, and find what is in the others', async () => {
    const papers = manyPapers(30_000);
    const files = await build(papers, 30_000);
    await files.remove([shardName(3)]);
    const damages: Damage[] = [];
    const tables = await open(files, (damage) => damages.push(damage));
    const found = await tables.find(papers.map(({ id }) => `i:${id}`));
    expect(damages).toEqual([{ part: 'keys', file: shardName(3), reason: 'missing' }]);
    expect(found.size).toBeGreaterThan(25_000);
    await files.write(new Map([[ABOUT_FILE, new Uint8Array(100)]]));
    expect(await KeyTables.open(files, (damage) => damages.push(damage))).toBeNull();
    expect(damages.at(-1)).toMatchObject({ file: ABOUT_FILE, reason: 'foreign' });
  });

  it('read the filter only when many shards have been read, and do without it where it is damaged', async () => {
    const files = await manyShards(['t:onetitle']);
    const reads = vi.spyOn(files, 'read');
    const tables = await open(files);
    expect(await tables.find(unknownTitles(100))).toEqual(new Map());
    expect(reads).not.toHaveBeenCalledWith(FILTER_FILE);
    const shards = vi.spyOn(files, 'readMany');
    expect(await tables.find([...unknownTitles(2_000), 't:onetitle'])).toEqual(
      new Map([['t:onetitle', [0]]]),
    );
    expect(reads).toHaveBeenCalledWith(FILTER_FILE);
    expect(shards.mock.calls.flat(2).length).toBeLessThan(100);
    await files.write(new Map([[FILTER_FILE, new Uint8Array(100)]]));
    const damages: Damage[] = [];
    const others = await open(files, (damage) => damages.push(damage));
    expect((await others.find([...unknownTitles(2_000), 't:onetitle'])).size).toBe(1);
    expect(damages).toEqual([{ part: 'keys', file: FILTER_FILE, reason: 'foreign' }]);
  });

  it('have a title and another paper’s other title in one place', async () => {
    const papers = [
      titled('A name of its own'),
      titled('Another one', { otherTitles: ['A name of its own'] }),
    ];
    const tables = await open(await build(papers, 9));
    expect((await tables.find(['t:anameofitsown'])).get('t:anameofitsown')).toEqual([0, 1]);
    expect((await tables.find(['o:anameofitsown'])).get('o:anameofitsown')).toEqual([0, 1]);
  });

  it('lead from every identity to its paper, whether or not its facts give it', async () => {
    const papers = [
      samplePaper({ arxiv: '2110.06014' }),
      samplePaper({ id: 'doi:10.1145/1', arxiv: null, doi: '10.1145/1' }),
      titled('Short'),
      samplePaper({ id: 'arxiv:1', arxiv: '1' }),
    ];
    const tables = await open(await build(papers, 9));
    for (const [ordinal, { id }] of papers.entries()) {
      expect([...(await tables.find(keysOfIdentity(id))).values()].flat()).toEqual([ordinal]);
    }
    expect(filedKeys(samplePaper({ arxiv: '2110.06014', title: 'Short' }))).toEqual(['a:2110.06014']);
  });
});

describe('sorting records', () => {
  it('orders by both halves of the hash and keeps the order of ordinals', () => {
    const word = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word)), (hashes) => {
        const { highs, lows, ordinals } = sortedRecords(
          Uint32Array.from(hashes.flatMap(([high, low], ordinal) => [high * 2 ** 30, low, ordinal])),
        );
        const sorted = hashes
          .map(([high, low], ordinal) => [high * 2 ** 30, low, ordinal] as const)
          .toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
        expect([...highs].map((high, at) => [high, lows[at], ordinals[at]])).toEqual(sorted);
      }),
    );
  });
});
