import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChromiumRun } from '../browser/chromium';

let run: ChromiumRun;

beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => run.close());

const PAGE = 'https://arxiv.org/list/cs.LG/new';
const HTML = '<!doctype html><title>A page</title><h1>Nothing to find here</h1>';

it('leaves a page without papers byte for byte as it was', async () => {
  const page = await run.open(PAGE, HTML);
  const snapshot = await page.snapshot();
  expect(snapshot).toContain('Nothing to find here');
  expect(snapshot).toContain('<head><title>A page</title></head><body><h1>');
  expect(await page.cardText()).toBeNull();
});

it('answers a malformed call with an error value, also after its worker was stopped', async () => {
  const malformed = { paperkin: 1, call: 'nonsense', params: {} };
  const refusal = { ok: false, error: { code: 'bad-request' } };
  expect(await run.send(malformed)).toMatchObject(refusal);
  await run.stopWorker();
  expect(await run.send(malformed)).toMatchObject(refusal);
});

it('opens its popup about a tab', async () => {
  const page = await run.open(PAGE, HTML);
  const popup = await run.openPopup(page);
  expect(await popup.title()).toBe('Paperkin');
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
