import type { CDPSession, Worker } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Health } from '../../core/health';
import type { Result } from '../../messaging/result';
import { ChromiumRun } from '../browser/chromium';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo, savedTitles } from '../browser/known-papers';
import { extensionWithQuota } from '../browser/with-quota';

const extension = extensionWithQuota();
let run: ChromiumRun;
let pageCount = 0;

/** What the popup says of itself when the browser keeps nothing. */
const BANNER = 'saved papers last until the browser closes';

beforeAll(async () => {
  run = await ChromiumRun.start({ extension: extension.folder });
});
beforeEach(async () => {
  for (const page of run.context.pages()) if (page.url().startsWith('http')) await page.close();
});
afterAll(async () => {
  await closeClean(run);
  extension.remove();
});

/** A worker that has just started and has not touched a database yet. */
async function freshWorker(): Promise<Worker> {
  await run.stopWorker();
  await run.send({ paperkin: 1, call: 'nonsense', params: {} });
  const [worker] = run.context.serviceWorkers();
  if (!worker) throw new Error('there is no worker');
  return worker;
}

async function health(): Promise<Health> {
  const reply = await run.send<Result<Health>>({ paperkin: 1, call: 'health', params: {} });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

/** The reading list as the database has it, past all our code. */
function titlesOnDisk(worker: Worker): Promise<string[]> {
  return worker.evaluate<string[]>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('paperkin-library');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const reading = db.transaction('entries').objectStore('entries').getAll();
      reading.onsuccess = () => {
        db.close();
        resolve(reading.result.map(({ paper }) => paper.title));
      };
    };
  })`);
}

function titlesInSession(worker: Worker): Promise<string[]> {
  return worker.evaluate<string[]>(`chrome.storage.session.get('stranded-entries')
    .then((values) => (values['stranded-entries'] ?? []).map(({ paper }) => paper.title))`);
}

/** Points at a known title on a new page and saves it with the key. */
async function saveByHover(index: number) {
  const paper = knownPaper(index);
  const page = await run.open(
    `https://arxiv.org/storage/${pageCount++}`,
    `<!doctype html><p>${linkTo(paper)}</p>`,
  );
  await page.hover('#title');
  await page.waitForCard('Kin');
  await page.page.keyboard.press('s');
  await page.waitForCard('To read');
  return page;
}

describe('a browser that refuses IndexedDB', () => {
  const { title } = knownPaper(0);
  const refuse = `IDBFactory.prototype.open = IDBFactory.prototype.deleteDatabase = () => {
    throw new DOMException('The user denied permission.', 'SecurityError');
  }`;

  it('has its papers from memory, keeps what is saved for the session, and says so', async () => {
    const worker = await freshWorker();
    await worker.evaluate(refuse);
    const page = await saveByHover(0);
    expect(await health()).toMatchObject({ corpus: 'memory', library: 'session', paperCount: 71 });
    const popup = await run.openPopup(page);
    await popup.getByText(BANNER).waitFor();
    await popup.getByText('SecurityError').waitFor();
    await popup.getByText('Reading list').click();
    await popup.getByText(title).first().waitFor();
    expect(await titlesInSession(worker)).toEqual([title]);
    await popup.close();
  });

  it('still has it with the next worker, which moves it to disk once it may', async () => {
    const refused = await freshWorker();
    await refused.evaluate(refuse);
    expect(await savedTitles(run)).toContain(title);
    const allowed = await freshWorker();
    expect(await savedTitles(run)).toContain(title);
    expect(await health()).toMatchObject({ corpus: 'database', library: 'database', reason: null });
    expect(await titlesOnDisk(allowed)).toContain(title);
    expect(await titlesInSession(allowed)).toEqual([]);
  });
});

describe('a browser whose disk is full', () => {
  const { title } = knownPaper(1);
  let quota: CDPSession;

  const setQuota = (bytes: number | null) =>
    quota.send('Storage.overrideQuotaForOrigin', {
      origin: run.extensionOrigin,
      ...(bytes === null ? {} : { quotaSize: bytes }),
    });

  it('keeps what is saved for the session, and says so', async () => {
    // Chromium asks for the room that is left once and then counts for itself for a while (2026-11).
    await run.restart();
    const [blank = await run.context.newPage()] = run.context.pages();
    quota = await run.context.newCDPSession(blank);
    await setQuota(1);
    const page = await saveByHover(1);
    expect(await health()).toMatchObject({ corpus: 'database', library: 'session' });
    const popup = await run.openPopup(page);
    await popup.getByText(BANNER).waitFor();
    await popup.getByText(/quota/i).waitFor();
    await popup.close();
    expect(await savedTitles(run)).toContain(title);
  });

  it('moves it to disk once there is room, where it outlives the browser', async () => {
    await setQuota(null);
    const worker = await freshWorker();
    expect(await savedTitles(run)).toContain(title);
    expect(await health()).toMatchObject({ library: 'database', reason: null });
    expect(await titlesOnDisk(worker)).toContain(title);
    expect(await titlesInSession(worker)).toEqual([]);
    await run.restart();
    expect(await savedTitles(run)).toEqual([knownPaper(0).title, title]);
  });
});
