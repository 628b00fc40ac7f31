import { launch, type Browser, type CDPSession, type Page, type WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { marks, waitFor } from '../../tools/browsers/card-view';
import { findBrowser } from '../../tools/browsers/find';
import { cdpShadowReader, type CdpSession } from '../../tools/browsers/shadow-cdp';
import { closeWelcome } from '../../tools/browsers/welcome';
import { corpusPaper } from '../browser/built-corpus';
import { builtExtension } from '../browser/built-extension';
import { Network } from '../browser/network';
import { arxivListing } from '../fixtures/listing';

// Chromium prerenders nothing from a page that a debugger is attached to itself, as playwright is to each
// ("PrerenderingDisabledByDevTools"). puppeteer is attached to its tab, until it is asked for a session of the page.

const KNOWN = ['2203.05482', '2110.11309', '2104.03602'].map(corpusPaper);
const FIRST = 'http://xxx.lanl.gov/help';
const LISTING = 'http://xxx.lanl.gov/list/cs.LG/recent';
const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
/** What a page that is loaded ahead could do in this time is done. */
const QUIET_MS = 1_500;

/** A message as the background gets it. */
interface Heard {
  readonly call: string;
  readonly url: string;
  /** `prerender` or `active`. */
  readonly lifecycle: string;
}

let network: Network;
let browser: Browser;
let background: WebWorker;
let page: Page;

beforeAll(async () => {
  network = await Network.open();
  const rules = JSON.stringify({ prerender: [{ urls: [LISTING], eagerness: 'immediate' }] });
  network.serve(
    FIRST,
    `<!doctype html><title>Help</title><a href="${LISTING}">All</a><script type="speculationrules">${rules}</script>`,
  );
  const tells = `<script>addEventListener('load', () => (localStorage.ahead = document.prerendering))</script>`;
  network.serve(LISTING, `${arxivListing(KNOWN)}${tells}`);
  browser = await launch({
    executablePath: findBrowser('chromium')?.path ?? '',
    pipe: true,
    enableExtensions: true,
    args: [...SANDBOX, '--no-first-run', '--disable-quic', `--proxy-server=http://127.0.0.1:${network.port}`],
  });
  const origin = `chrome-extension://${await browser.installExtension(builtExtension('chrome'))}`;
  await closeWelcome(browser, origin);
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith(origin),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('the background has no worker');
  background = worker;
  await background.evaluate(`
    globalThis.heard = [];
    chrome.runtime.onMessage.addListener(({ call }, { url, documentLifecycle }) => {
      heard.push({ call, url, lifecycle: documentLifecycle });
    })`);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await network?.close();
});

const heardOf = async (url: string): Promise<readonly Heard[]> =>
  ((await background.evaluate('heard')) as readonly Heard[]).filter((each) => each.url === url);
const badge = () =>
  background.evaluate(
    `chrome.tabs.query({ active: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
  );

/** To the page of an address that the reader has before them, by the browser's own list: puppeteer may miss that a page gave way to another. */
async function sessionInFront(url: string): Promise<CDPSession> {
  const root = await browser.target().createCDPSession();
  const { targetId } = await waitFor('the page before the reader', async () => {
    const { targetInfos } = await root.send('Target.getTargets');
    return targetInfos.find(
      (each) => each.url === url && each.type === 'page' && each.subtype !== 'prerender',
    );
  });
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
  const session = root.connection()?.session(sessionId);
  if (!session) throw new Error('puppeteer has no session of the page before the reader');
  return session;
}

it('a page that is loaded ahead asks and counts nothing before the reader goes to it, and then is as any other', async () => {
  await page.goto(FIRST);
  await waitFor('the page loaded ahead', async () => (await page.evaluate('localStorage.ahead')) === 'true');
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  expect(await heardOf(LISTING)).toEqual([]);
  expect(await badge()).toBe('');

  // By itself, since what a debugger still waits for goes with the page that gives way.
  await page.evaluate(`void setTimeout(() => document.querySelector('a').click())`);
  await waitFor('a number on the toolbar', async () => (await badge()) === String(KNOWN.length));
  const heard = await heardOf(LISTING);
  expect(new Set(heard.map(({ lifecycle }) => lifecycle))).toEqual(new Set(['active']));
  expect(heard.map(({ call }) => call)).toContain('page/resolve');
  const session = await sessionInFront(LISTING);
  // A title of two lines has two.
  await waitFor(
    'marks',
    async () => (await marks(cdpShadowReader(session as unknown as CdpSession))).length >= KNOWN.length,
  );
  // Else all of this would say nothing about a page that is loaded ahead.
  const expression = `performance.getEntriesByType('navigation')[0].activationStart`;
  const activated = await session.send('Runtime.evaluate', { expression });
  expect(activated.result.value).toBeGreaterThan(QUIET_MS);
  expect(network.strays()).toEqual([]);
});
