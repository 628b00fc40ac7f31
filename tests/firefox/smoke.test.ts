import { afterAll, beforeAll, expect, it } from 'vitest';
import { FirefoxRun } from '../browser/firefox';

let run: FirefoxRun;

beforeAll(async () => {
  run = await FirefoxRun.start();
});
afterAll(() => run.close());

const PAGE = 'http://arxiv.org/list/cs.LG/new';
const HTML = '<!doctype html><title>A page</title><h1>Nothing to find here</h1>';

it('leaves a page without papers byte for byte as it was', async () => {
  const page = await run.open(PAGE, HTML);
  const snapshot = await page.snapshot();
  expect(snapshot).toContain('Nothing to find here');
  expect(snapshot).toContain('<head><title>A page</title></head><body><h1>');
  expect(await page.cardText()).toBeNull();
});

it('opens its popup about a tab, and its background answers there', async () => {
  const page = await run.open(PAGE, HTML);
  const popup = await run.openPopup(page);
  const malformed = JSON.stringify({ paperkin: 1, call: 'nonsense', params: {} });
  const answer = await popup.evaluate(`browser.runtime.sendMessage(${malformed}).then(JSON.stringify)`);
  expect(JSON.parse(String(answer))).toMatchObject({ ok: false, error: { code: 'bad-request' } });
});

it('asks the network for nothing and throws nothing', async () => {
  expect(run.strayRequests()).toEqual([]);
  expect(await run.errors()).toEqual([]);
});
