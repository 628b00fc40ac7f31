import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import { endQuietly } from '../browser/quiet-end';
import { ExtensionPage } from '../browser/extension-page';
import { copySyncItems, syncItems } from '../browser/sync-items';

const [FIRST, SECOND, THIRD] = ['2110.11309', '2103.00020', '2006.10029'].map(corpusPaper);
/** A list rests for some seconds before it is exchanged. */
const PATIENCE = { timeout: 30_000, interval: 500 };

interface Machine {
  readonly run: ChromiumRun;
  readonly page: ExtensionPage;
}

let desk: Machine;
let laptop: Machine;

async function start(): Promise<Machine> {
  const run = await ChromiumRun.start();
  return { run, page: await ExtensionPage.open(run) };
}
const save = ({ page }: Machine, paper: typeof FIRST) =>
  page.call('list/save', { ref: { paperId: paper?.id ?? '' }, sourceUrl: null });
const edit = ({ page }: Machine, paper: typeof FIRST, change: object) =>
  page.call('list/edit', { edits: [{ paperIds: [paper?.id ?? ''], change }] });
const list = async ({ page }: Machine) =>
  (await page.call('list/all', {}))
    .map(({ paper, status, starred, tags, note }) => ({
      id: paper.id,
      status,
      starred,
      tags: tags.toSorted(),
      note,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
const now = ({ page }: Machine) => page.call('sync/now', {});

beforeAll(async () => {
  desk = await start();
  laptop = await start();
});
afterAll(async () => {
  await endQuietly(desk.run);
  await endQuietly(laptop.run);
});

describe('two profiles of a reader', () => {
  it('touch the sync storage only once the reader wants it', async () => {
    await save(desk, FIRST);
    await now(desk);
    expect(await syncItems(desk.page)).toEqual({});
  });

  it('are joined from the options, each with what it had', async () => {
    await edit(desk, FIRST, { note: 'From the desk.', tags: ['desk'] });
    await save(laptop, FIRST);
    await save(laptop, SECOND);
    await edit(laptop, FIRST, { note: 'From the laptop.', tags: ['laptop'], starred: true });
    const options = await desk.run.context.newPage();
    await options.goto(`${desk.run.extensionOrigin}/library.html#options/machines`);
    await options.getByRole('switch').check();
    await options.getByText('Last exchanged').waitFor();
    await copySyncItems(desk.page, laptop.page);
    await laptop.page.call('sync/set', { isOn: true, name: 'Laptop' });
    await copySyncItems(laptop.page, desk.page);
    await options.getByRole('button', { name: 'Exchange now' }).click();
    await options.getByText('Laptop', { exact: false }).first().waitFor();
    expect(await list(desk)).toEqual(await list(laptop));
    const first = (await list(desk)).find(({ id }) => id === FIRST?.id);
    expect(first).toMatchObject({ starred: true, tags: ['desk', 'laptop'] });
    expect(first?.note).toContain('From the desk.');
    expect(first?.note).toContain('From the laptop.');
    // What the profile's own papers know does not have to travel.
    const arrived = (await desk.page.call('list/all', {})).find(({ paper }) => paper.id === SECOND?.id);
    expect(arrived?.paper.abstract).toBe(SECOND?.abstract);
    await options.close();
  });

  it('lose nothing of what is done on both while they do not hear of each other', async () => {
    await copySyncItems(desk.page, laptop.page);
    await now(laptop);
    await edit(desk, FIRST, { status: 'read', removeTags: ['desk'] });
    await desk.page.call('list/remove', { paperIds: [SECOND?.id ?? ''] });
    await save(desk, THIRD);
    await edit(laptop, SECOND, { note: 'Do not lose this.' });
    await edit(laptop, FIRST, { priority: 3, addTags: ['later'] });
    for (const [from, to] of [
      [desk, laptop],
      [laptop, desk],
      [desk, laptop],
    ] as const) {
      await now(from);
      await now(to);
      await copyOwnItems(from, to);
      await now(to);
    }
    expect(await list(laptop)).toEqual(await list(desk));
    expect(await list(desk)).toMatchObject(
      [
        { id: FIRST?.id, status: 'read', starred: true, tags: ['laptop', 'later'] },
        { id: SECOND?.id, note: 'Do not lose this.' },
        { id: THIRD?.id },
      ].toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1)),
    );
  });

  it('have the versions of a paper as one entry on both, and as two once they are split', async () => {
    const versions = async (machine: Machine) => {
      const all = await machine.page.call('list/all', {});
      return all.find(({ paper }) => paper.id === FIRST?.id)?.versions.map(({ paper }) => paper.id);
    };
    const change = { entryId: FIRST?.id ?? '', paperId: THIRD?.id ?? '' };
    await desk.page.call('list/versions', { change: { kind: 'merge', ...change, as: null } });
    await tell(desk, laptop);
    expect(await versions(laptop)).toEqual([THIRD?.id]);
    expect(await list(laptop)).toEqual(await list(desk));
    await laptop.page.call('list/versions', { change: { kind: 'split', ...change, areApart: false } });
    await tell(laptop, desk);
    expect(await versions(desk)).toEqual([]);
    expect((await list(desk)).map(({ id }) => id)).toContain(THIRD?.id);
  });

  it('exchange by themselves: after a change here, and when the browser brings one from elsewhere', async () => {
    await desk.run.stopWorker();
    await edit(desk, THIRD, { starred: true });
    const before = JSON.stringify(await syncItems(desk.page));
    await expect.poll(async () => JSON.stringify(await syncItems(desk.page)), PATIENCE).not.toBe(before);
    await laptop.run.stopWorker();
    await copyOwnItems(desk, laptop);
    const starred = async () => (await list(laptop)).find(({ id }) => id === THIRD?.id)?.starred;
    await expect.poll(starred, PATIENCE).toBe(true);
  });

  it('are joined by a file as well, from the options', async () => {
    await edit(laptop, FIRST, { note: 'Written on a train.' });
    const options = await laptop.run.context.newPage();
    await options.goto(`${laptop.run.extensionOrigin}/library.html#options/machines`);
    const saving = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Save the file' }).click();
    const path = await (await saving).path();
    await options.close();
    const joining = await desk.run.context.newPage();
    await joining.goto(`${desk.run.extensionOrigin}/library.html#options/machines`);
    await joining.getByLabel('Join a file…').last().setInputFiles(path);
    await joining.getByText('papers are on your list now').waitFor();
    expect((await list(desk)).find(({ id }) => id === FIRST?.id)?.note).toBe('Written on a train.');
    await joining.close();
  });

  it('take their items out when the reader leaves, and keep the list', async () => {
    const before = await list(desk);
    const { devices } = await desk.page.call('sync/state', {});
    const own = devices.find(({ isThis }) => isThis)?.id ?? '';
    await desk.page.call('sync/set', { forget: own });
    expect(Object.keys(await syncItems(desk.page)).filter((key) => key.includes(own))).toEqual([]);
    expect(await list(desk)).toEqual(before);
    expect(await desk.run.errors()).toEqual([]);
    expect(desk.run.strayRequests()).toEqual([]);
  });
});

/** Has one machine write what is new, and another one read it. */
async function tell(from: Machine, to: Machine): Promise<void> {
  await now(from);
  await copyOwnItems(from, to);
  await now(to);
}

/** Brings what one machine wrote to another, whose own items stay. */
async function copyOwnItems(from: Machine, to: Machine): Promise<void> {
  const { devices } = await from.page.call('sync/state', {});
  const own = `d:${devices.find(({ isThis }) => isThis)?.id}:`;
  const items = Object.entries(await syncItems(from.page)).filter(([key]) => key.startsWith(own));
  const present = Object.keys(await syncItems(to.page)).filter((key) => key.startsWith(own));
  const gone = present.filter((key) => !items.some(([name]) => name === key));
  if (gone.length > 0) await to.page.page.evaluate(`chrome.storage.sync.remove(${JSON.stringify(gone)})`);
  await to.page.page.evaluate(`chrome.storage.sync.set(${JSON.stringify(Object.fromEntries(items))})`);
}
