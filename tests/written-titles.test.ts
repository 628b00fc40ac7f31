import 'fake-indexeddb/auto';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../engine/engine';
import { textOf } from '../page/readers/text';
import { textBlocks } from '../page/text/blocks';
import { packBundledCorpus } from '../tools/build-corpus';
import { WRITTEN_TITLES } from './fixtures/written-titles';
import { sampleMention } from './samples/papers';
import { sampleSession, startWorker } from './samples/worker';

const PAGE = 'https://notes.example/june';
const AUTHORS = ['Nobody Of These'];
let engine: Engine;

beforeAll(() => {
  engine = startWorker(sampleSession(), { loadBundled: () => packBundledCorpus() });
});

const documentOf = (body: string): Document => new JSDOM(`<!doctype html><body>${body}`).window.document;

interface Found {
  readonly rule: string;
  readonly title: string;
  /** What is marked. */
  readonly shown: string;
}

async function foundInList(html: string): Promise<Found | null> {
  const title = textOf(documentOf(`<h3><a href="#">${html}</a></h3>`).querySelector('a'));
  const mentions = [sampleMention({ title, authors: AUTHORS })];
  const [known] = await engine['page/resolve']({ page: PAGE, mentions });
  return known ? { rule: known.rule, title: known.title, shown: title } : null;
}

/** What the text of a page names; more than one paper, or a place twice, is an error. */
async function foundInText(body: string): Promise<Found | null> {
  const blocks = [...textBlocks(documentOf(body))]
    .filter((block) => block !== null)
    .map((block) => block.asSent());
  const hits = await engine['page/scan-text']({ page: PAGE, blocks });
  expect(hits.length).toBeLessThan(2);
  const [hit] = hits;
  if (!hit?.resolution) return null;
  const shown = blocks[hit.block]?.text.slice(hit.start, hit.end) ?? '';
  return { rule: hit.resolution.rule, title: hit.resolution.title, shown };
}

describe('a title with', () => {
  it.each(WRITTEN_TITLES)('$kind: "$written"', async ({ written, paper, listed, linked, inProse }) => {
    const found = [
      await foundInList(written),
      await foundInText(`<ul><li><a href="#">${written}</a></li></ul>`),
      await foundInText(`<p>Here we follow ${written} in what we do.</p>`),
    ];
    expect(found.map((each) => each?.rule ?? null)).toEqual([listed, linked, inProse]);
    expect(found.filter((each) => each && !each.title.startsWith(paper))).toEqual([]);
    for (const each of found.slice(1)) expect(each?.shown ?? '').not.toMatch(/Here|follow|what we do/);
  });

  it('has both a rule and a counter-example of every kind that is not letter by letter', () => {
    const rules = WRITTEN_TITLES.flatMap(({ listed, linked, inProse }) => [listed, linked, inProse]);
    expect(new Set(rules)).toEqual(new Set(['title', 'other-title', 'truncated', 'fuzzy', null]));
  });
});
