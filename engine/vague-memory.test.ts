import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sampleMention } from '../tests/samples/papers';
import { sampleSession, startWorker } from '../tests/samples/worker';
import { packBundledCorpus } from '../tools/build-corpus';
import sentences from '../tests/fixtures/vague-sentences.json';
import type { Engine } from './engine';

const VECTORS = join(import.meta.dirname, '../assets/word-vectors.bin');
const LIMIT = 10;

let bundle: Uint8Array = new Uint8Array();
beforeAll(async () => {
  bundle = await packBundledCorpus();
});

function startWith(loadWordVectors: () => Promise<Uint8Array>): Engine {
  vi.stubGlobal('indexedDB', new IDBFactory());
  return startWorker(sampleSession(), { loadBundled: async () => bundle, loadWordVectors });
}
const withVectors = () => startWith(async () => readFileSync(VECTORS));
const withoutVectors = () => startWith(() => Promise.reject(new Error('no such file')));

/** From 0; Infinity where the paper is not among the first. */
async function rankOf(engine: Engine, said: string, title: string): Promise<number> {
  const hits = await engine.search({ query: said, limit: LIMIT });
  const rank = hits.findIndex(({ paper }) => paper.title === title);
  return rank < 0 ? Infinity : rank;
}

async function shares(engine: Engine) {
  const ranks: number[] = [];
  for (const { said, title } of sentences) ranks.push(await rankOf(engine, said, title));
  const within = (places: number) => ranks.filter((rank) => rank < places).length;
  return { ranks, first: within(1), three: within(3) };
}

describe('a paper remembered vaguely', () => {
  it('is found among the bundled ones', async () => {
    const { ranks, first, three } = await shares(withVectors());
    console.log(`vague sentences: ${first} first, ${three} in three of ${ranks.length} (${ranks.join(' ')})`);
    // Other seeds of the vectors move one or two of them.
    expect(first).toBeGreaterThanOrEqual(16);
    expect(three).toBeGreaterThanOrEqual(20);
  });

  it('is found by its words where the word vectors are missing', async () => {
    const { ranks, first, three } = await shares(withoutVectors());
    console.log(`by words alone: ${first} first, ${three} in three of ${ranks.length} (${ranks.join(' ')})`);
    expect(three).toBeGreaterThanOrEqual(16);
  });

  it('is found on the reading list', async () => {
    const engine = withVectors();
    const mention = sampleMention({
      title: 'Kites Above the Estuary',
      abstract: 'Photographs taken from kites show where sea birds breed. A network counts the nests.',
    });
    await engine['list/save']({ ref: { mention }, sourceUrl: null });
    const [first] = await engine.search({ query: 'counting bird nests on pictures from the air', limit: 3 });
    expect(first).toMatchObject({ paper: { title: mention.title }, status: 'to-read' });
  });

  it('is looked for on the list alone where the query says so', async () => {
    const engine = withVectors();
    const titles = async (query: string) =>
      (await engine.search({ query, limit: LIMIT })).map(({ paper }) => paper.title);
    expect(await titles('in:list')).toEqual([]);
    const mention = sampleMention({ title: 'Kites Above the Estuary' });
    await engine['list/save']({ ref: { mention }, sourceUrl: null });
    expect((await titles('language model')).length).toBeGreaterThan(1);
    expect(await titles('language model in:list')).toEqual([]);
    expect(await titles('kites in:list')).toEqual([mention.title]);
    expect(await titles('the one with kites over some estuary in:list')).toEqual([mention.title]);
    expect(await titles('in:list')).toEqual([mention.title]);
  });

  it('comes after a paper that has all the words', async () => {
    const query = 'averaging weights of multiple fine-tuned models';
    const [first] = await withVectors().search({ query, limit: 3 });
    expect(first?.paper.title).toContain('Model soups');
  });
});
