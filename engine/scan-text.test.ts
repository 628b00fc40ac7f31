import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BlockKind, TextBlock } from '../core/in-text/text-block';
import { BIRDS, DENSE, sampleMention, SPARSE } from '../tests/samples/papers';
import { sampleSession, startWorker } from '../tests/samples/worker';
import type { Engine } from './engine';

const PAGE = 'https://example.org/notes';
let engine: Engine;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  engine = startWorker(sampleSession());
});

const block = (text: string, kind: BlockKind = 'text', spans: TextBlock['spans'] = []): TextBlock => ({
  text,
  kind,
  spans,
});

async function found(blocks: readonly TextBlock[], page?: string) {
  const hits = await engine['page/scan-text']({ blocks, ...(page && { page }) });
  return hits.map(({ block: at, start, end, resolution }) => [
    at,
    blocks[at]?.text.slice(start, end),
    resolution?.paperId ?? null,
    resolution?.rule ?? null,
  ]);
}

describe('page/scan-text', () => {
  it('answers by block and place, in the order of the page', async () => {
    const upper = SPARSE.title.toUpperCase();
    const blocks = [
      block('Nothing here.'),
      block(`“${upper}” and “${BIRDS.title}”`),
      block(DENSE.title, 'cell'),
    ];
    expect(await found(blocks)).toEqual([
      [1, upper, SPARSE.id, 'title'],
      [1, BIRDS.title, BIRDS.id, 'title'],
      [2, DENSE.title, DENSE.id, 'title'],
    ]);
  });

  it('finds no title across two blocks', async () => {
    const middle = BIRDS.title.indexOf(' ', BIRDS.title.length / 2);
    expect(await found([block(BIRDS.title.slice(0, middle)), block(BIRDS.title.slice(middle))])).toEqual([]);
  });

  it('finds identifiers that are written out, also those that nothing knows', async () => {
    expect(await found([block(`arXiv:${BIRDS.arxiv ?? ''} and 10.9999/unknown.`)])).toEqual([
      [0, `arXiv:${BIRDS.arxiv ?? ''}`, BIRDS.id, 'arxiv'],
      [0, '10.9999/unknown', null, null],
    ]);
  });

  it('finds what is known by its page in a library, and leaves pages that nothing knows', async () => {
    const title = 'Harbour Logs at Night as a Source of Weather Records';
    const url = 'https://pubmed.ncbi.nlm.nih.gov/31234567/';
    await engine['list/save']({ ref: { mention: sampleMention({ title, url }) }, sourceUrl: null });
    const texts = ['See PMID: 31234567.', 'See PMID: 31234568.'];
    expect(
      (await found(texts.map((text) => block(text)))).map(([at, shown, , rule]) => [at, shown, rule]),
    ).toEqual([[0, 'PMID: 31234567', 'page']]);
  });

  it('knows a misspelt title only where the page sets it apart', async () => {
    const misspelt = 'Sparse Atention for Very Long Harbour Logs';
    const link = { start: 0, end: misspelt.length, kind: 'link' } as const;
    const author = `. ${SPARSE.authors.join(', ')}`;
    expect(await found([block(misspelt + author, 'text', [link])])).toEqual([
      [0, misspelt, SPARSE.id, 'fuzzy'],
    ]);
    expect(await found([block(`we like ${misspelt} a lot`)])).toEqual([]);
  });

  it('finds what is on the reading list and in no corpus, with its status', async () => {
    const title = 'Harbour Logs at Night as a Source of Weather Records';
    const mention = sampleMention({ title, arxiv: '2402.00009' });
    await engine['list/save']({ ref: { mention }, sourceUrl: null });
    const [hit] = await engine['page/scan-text']({ blocks: [block(`As ${title} says.`)] });
    expect(hit?.resolution).toMatchObject({ title, rule: 'title', status: 'to-read' });
  });
});

describe('paper/deny', () => {
  const blocks = [block(`“${BIRDS.title}”`)];
  const deny = (isDenied: boolean, page = `${PAGE}#part`) =>
    engine['paper/deny']({ page, paperId: BIRDS.id, isDenied });

  it('keeps a paper from being named on a page, whatever the place on it, and takes that back', async () => {
    await deny(true);
    expect(await found(blocks, PAGE)).toEqual([[0, BIRDS.title, null, null]]);
    const mentions = [sampleMention({ arxiv: BIRDS.arxiv })];
    expect(await engine['page/resolve']({ page: PAGE, mentions })).toEqual([null]);
    expect(await engine['paper/card']({ page: PAGE, ref: { paperId: BIRDS.id } })).toMatchObject({
      isDenied: true,
    });
    await deny(false);
    expect((await found(blocks, PAGE))[0]?.[2]).toBe(BIRDS.id);
  });

  it('says nothing of other pages', async () => {
    await deny(true);
    expect((await found(blocks, 'https://example.org/other'))[0]?.[2]).toBe(BIRDS.id);
    expect((await found(blocks))[0]?.[2]).toBe(BIRDS.id);
  });

  it('refuses what is no page', async () => {
    await expect(deny(true, 'nowhere')).rejects.toThrow('no address');
  });
});
