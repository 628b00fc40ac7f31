import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayOf } from '../../core/backups/names';
import { waitFor } from '../../tools/browsers/card-view';
import type { Tab } from '../../tools/browsers/tab';
import { readBundledCorpus } from '../../tools/build-corpus';
import { FirefoxRun } from '../browser/firefox';

const PAPERS = readBundledCorpus().papers.slice(0, 3);
const ids = PAPERS.map(({ id }) => id);

let run: FirefoxRun;
let page: Tab;

interface Reply<T> {
  readonly value: T;
}
const call = async <T>(name: string, params: object): Promise<T> => {
  const [reply] = await run.sendAll<Reply<T>>([{ paperkin: 1, call: name, params }]);
  if (!reply) throw new Error('no answer');
  return reply.value;
};
const listed = async () => (await call<readonly { paper: { id: string } }[]>('list/all', {})).length;
const shown = async (text: string) =>
  waitFor(`“${text}” on the page`, async () =>
    String(await page.evaluate('document.querySelector("main")?.innerText ?? ""')).includes(text),
  );
const click = (name: string) =>
  page.evaluate(`(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((each) => each.innerText.trim() === ${JSON.stringify(name)}).click();
    return true;
  })()`);

beforeAll(async () => {
  run = await FirefoxRun.start();
});
afterAll(() => run.close());

it('backs up after a change, by its event page', async () => {
  for (const paperId of ids) await call('list/save', { ref: { paperId }, sourceUrl: null });
  page = await run.session.openTab();
  await page.goto(`${run.session.extensionOrigin}/icons/16.png`);
  const names = () =>
    page.evaluate(`(async () => {
      const root = await navigator.storage.getDirectory();
      const names = [];
      for await (const name of (await root.getDirectoryHandle('backups', { create: true })).keys()) names.push(name);
      return names.join(' ');
    })()`);
  const today = `${dayOf(Date.now())}.paperkin-list.gz`;
  await waitFor('a backup', async () => (await names()) === today);
});

it('gives back from the bin what was removed, after the event page ended', async () => {
  await call('list/remove', { paperIds: ids });
  await run.stopBackground();
  await page.goto(`${run.session.extensionOrigin}/library.html#backups`);
  await shown('days left: 30');
  await click('Put all back');
  await shown('The bin is empty.');
  expect(await listed()).toBe(3);
});

it('shows what a backup has, and what it would add', async () => {
  await call('list/tend', { isStart: true });
  await call('list/remove', { paperIds: ids.slice(1) });
  await call('bin/empty', { paperIds: null });
  await page.goto(`${run.session.extensionOrigin}/library.html#list`);
  await page.goto(`${run.session.extensionOrigin}/library.html#backups`);
  await shown('Papers: 3');
  await click('Restore…');
  await shown(PAPERS[1]?.title ?? '');
  await page.evaluate(`(document.querySelector('.pk-import .pk-primary').click(), true)`);
  await waitFor('the papers back', async () => (await listed()) === 3);
});

it('throws nothing', async () => {
  expect(await run.errors()).toEqual([]);
});
