import { describe, expect, it, vi } from 'vitest';
import { sharedTermsOf } from '../kin/shared-terms';
import { sampleBrief, samplePaper } from '../../tests/samples/papers';
import { CorpusBuilder } from './builder';
import { Corpus } from './corpus';
import { FilesInMemory } from './corpus-files';
import type { Damage } from './damage';
import { KeyTableBuilder } from './key-table-builder';
import { filedKeys } from './key-tables';
import { rebuildPart } from './rebuild';
import { termsBuilder, titlesBuilder } from './part-builders';
import { titlesInCorpus } from './titles-of-corpus';
import { kinInCorpus, searchCorpus } from './terms-of-corpus';

const PAPERS = Array.from({ length: 300 }, (_, at) =>
  samplePaper({ arxiv: `2101.${10_000 + at}`, title: `The telling title of paper ${at % 290}` }),
);

const briefOf = (at: number) => sampleBrief(PAPERS[at] ?? samplePaper());
const TELLING = { text: 'telling', filters: null };
const THE_123RD = { text: 'The telling title of paper 123', filters: null };

async function build(bufferBytes = 1e9, papers = PAPERS): Promise<FilesInMemory> {
  const folder = new FilesInMemory();
  const parts = [new KeyTableBuilder(), termsBuilder(), titlesBuilder()];
  const builder = await CorpusBuilder.resume(folder, { parts, stretchBytes: bufferBytes });
  for (const paper of papers) await builder.add(paper, null);
  await builder.finish();
  return folder;
}

async function open(files: FilesInMemory, damages: Damage[] = []) {
  const corpus = await Corpus.open(files, (damage) => damages.push(damage));
  if (!corpus) throw new Error('no corpus');
  return corpus;
}

describe('a corpus', () => {
  it('finds papers by key, all where several share one', async () => {
    const damages: Damage[] = [];
    const corpus = await open(await build(), damages);
    expect(corpus.size).toBe(300);
    const found = await corpus.find([
      'a:2101.10007',
      't:thetellingtitleofpaper7',
      't:nobody',
      'a:2202.00001',
    ]);
    expect(found).toEqual(
      new Map([
        ['a:2101.10007', [briefOf(7)]],
        ['t:thetellingtitleofpaper7', [briefOf(7), briefOf(297)]],
      ]),
    );
    expect(await corpus.papersById(['arxiv:2101.10299', 'arxiv:9999.99999'])).toEqual(
      new Map([['arxiv:2101.10299', PAPERS[299]]]),
    );
    expect(damages).toEqual([]);
  });

  it('believes no table that leads to a paper without the key', async () => {
    const files = await build();
    // The papers of another order under the tables of this one.
    const [first, second] = await Promise.all([files.read('papers/000000'), files.read('papers/000001')]);
    if (!first || !second) throw new Error('no blocks');
    await files.write(
      new Map([
        ['papers/000000', second],
        ['papers/000001', first],
      ]),
    );
    expect(await (await open(files)).find(['a:2101.10007'])).toEqual(new Map());
  });

  it('is not there without its manifest', async () => {
    const files = await build();
    await files.remove(['manifest']);
    const damages: Damage[] = [];
    expect(await Corpus.open(files, (damage) => damages.push(damage))).toBeNull();
    expect(damages).toEqual([{ part: 'manifest', file: 'manifest', reason: 'missing' }]);
  });

  it('opens a part once, and again when that failed', async () => {
    const corpus = await open(await build());
    const part = vi.fn<() => Promise<string>>(async () => 'part').mockRejectedValueOnce(new Error('asleep'));
    await expect(corpus.part(part)).rejects.toThrow('asleep');
    expect([await corpus.part(part), await corpus.part(part)]).toEqual(['part', 'part']);
    expect(part).toHaveBeenCalledTimes(2);
  });
});

const wish = (limit: number) => ({ limit, wordVectors: null, sharedTermsOf });

describe('rebuilding a part', () => {
  it.each([1e9, 20_000])('makes damaged files as they were (buffers of %i bytes)', async (bufferBytes) => {
    const files = await build();
    const whole = new Map(files.all());
    const damages: Damage[] = [];
    await files.write(new Map([['keys/000', new Uint8Array(40)]]));
    await files.remove(['terms/about', 'titles/directory']);
    const corpus = await open(files, damages);
    expect(await corpus.find(filedKeys(samplePaper({ arxiv: '2101.10007' })))).toEqual(new Map());
    expect(await searchCorpus(corpus, TELLING, wish(3))).toEqual([]);
    expect(await titlesInCorpus(corpus, ['The telling title of'])).toEqual([[]]);
    expect(damages.map(({ part, reason }) => [part, reason])).toEqual([
      ['keys', 'foreign'],
      ['terms', 'missing'],
      ['titles', 'missing'],
    ]);
    for (const part of [new KeyTableBuilder(), termsBuilder(), titlesBuilder()])
      await rebuildPart(files, corpus.manifest, part, () => expect.unreachable(), bufferBytes);
    expect(new Map(files.all())).toEqual(whole);
  });
});

describe('words and titles of a corpus', () => {
  it.each([1e9, 20_000])('are searched as they were filed (buffers of %i bytes)', async (bufferBytes) => {
    const damages: Damage[] = [];
    const corpus = await open(await build(bufferBytes), damages);
    const found = await searchCorpus(corpus, THE_123RD, wish(2));
    expect(found[0]?.id).toBe('arxiv:2101.10123');
    const kin = await kinInCorpus(
      corpus,
      samplePaper({ arxiv: '2101.99999', title: 'Telling titles', abstract: null }),
      wish(2),
    );
    expect(kin.map(({ terms }) => terms.length > 0)).toEqual([true, true]);
    expect(damages).toEqual([]);
  });

  it('of an empty corpus give nothing, and are no damage', async () => {
    const files = new FilesInMemory();
    await (
      await CorpusBuilder.resume(files, { parts: [new KeyTableBuilder(), termsBuilder(), titlesBuilder()] })
    ).finish();
    const damages: Damage[] = [];
    const corpus = await open(files, damages);
    expect(await searchCorpus(corpus, TELLING, wish(2))).toEqual([]);
    expect(await titlesInCorpus(corpus, ['The telling title of a paper …'])).toEqual([[]]);
    expect(
      await kinInCorpus(corpus, samplePaper({ title: 'Telling titles', abstract: null }), wish(2)),
    ).toEqual([]);
    expect(damages).toEqual([]);
  });

  it('are missed, never thrown at, whichever of their files is broken; a rebuild makes all as they were', async () => {
    const whole = await build(1e9, PAPERS.slice(0, 20));
    const files = new FilesInMemory();
    for (const name of [...whole.all().keys()].filter((one) => /^(?:terms|titles)\//.test(one))) {
      const bytes = whole.all().get(name) ?? new Uint8Array();
      await files.write(
        new Map([...whole.all(), [name, bytes.map((byte, at) => (at === 30 ? ~byte : byte))]]),
      );
      const corpus = await open(files);
      await searchCorpus(corpus, THE_123RD, wish(2));
      await kinInCorpus(corpus, samplePaper({ title: 'Telling titles', abstract: null }), wish(2));
      await titlesInCorpus(corpus, ['The telling title of paper', 'The telling title of paper 12E']);
      for (const part of [termsBuilder(), titlesBuilder()])
        await rebuildPart(files, corpus.manifest, part, () => expect.unreachable());
      expect(new Map(files.all())).toEqual(new Map(whole.all()));
    }
  });
});
