import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo, savedTitles } from '../browser/known-papers';
import type { Fixture } from '../browser/network';
import { arxivListing } from '../fixtures/listing';

let run: ChromiumRun;
let pageCount = 0;

const PAPER = knownPaper(0);
beforeAll(async () => {
  run = await ChromiumRun.start();
});
afterAll(() => closeClean(run));

function open(fixture: Fixture | string): Promise<ChromiumPage> {
  const url = `https://arxiv.org/bad/${pageCount++}`;
  run.serve(url, fixture);
  return run.open(url);
}

const envelope = ([call, params]: [string, unknown]) => ({ paperkin: 1, call, params });

/** Whether our first element is on the page. */
function firstHost(page: ChromiumPage): Promise<boolean> {
  return page.page.evaluate(() => document.querySelector('paperkin-marks') !== null);
}

describe('odd text', () => {
  it('of 100,000 characters in titles marks what is known by its id, and no more than twenty lines', async () => {
    const endless = { ...PAPER, title: 'word '.repeat(20_000) };
    const page = await open(arxivListing([endless, { ...endless, arxiv: '2401.00009' }]));
    await waitFor('marks', async () => (await page.marks()).length > 0);
    expect((await page.marks()).length).toBeLessThanOrEqual(20);
    const box = await page.page.locator('.list-title').first().boundingBox();
    await page.page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 30, { steps: 3 });
    await page.waitForCard(PAPER.title);
  });

  it('with lone surrogates and right-to-left letters is shown and saved', async () => {
    const arabic = 'مراجعة شاملة للنماذج اللغوية الكبيرة في الموانئ';
    const page =
      await open(`<!doctype html><dl><dt><a title="Abstract" href="/abs/2401.00008">arXiv:2401.00008</a></dt>
      <dd><div class="list-title"></div><p class="mathjax"></p></dd></dl><p>${linkTo(PAPER, 'known')}</p>
      <script>
        document.querySelector('.list-title').textContent = '\\uD800 ${arabic} \\uDC00';
        document.querySelector('.mathjax').textContent = 'نقرأ \\uDBFF سجلات الموانئ. '.repeat(10);
      </script>`);
    await waitFor('our elements', () => firstHost(page));
    await page.hover('.list-title');
    await page.waitForCard(arabic);
    await page.page.keyboard.press('s');
    await page.waitForCard('To read');
    expect((await savedTitles(run)).some((title) => title.includes(arabic))).toBe(true);
  });

  it('of an address with 10,000 characters does not stand in the way of a save', async () => {
    const paper = knownPaper(1);
    const url = `https://arxiv.org/bad/long?state=${'x'.repeat(10_000)}`;
    const page = await run.open(url, `<!doctype html><p>${linkTo(paper)}</p>`);
    await page.hover('#title');
    await page.waitForCard('Save');
    await page.page.keyboard.press('s');
    await page.waitForCard('To read');
    expect(await savedTitles(run)).toContain(paper.title);
  });
});

describe('a document that is no page', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><a href="https://arxiv.org/abs/${PAPER.arxiv}"><text y="20">${PAPER.title}</text></a></svg>`;
  it.each<[string, Fixture, string?]>([
    ['an SVG picture', { body: svg, contentType: 'image/svg+xml' }],
    ['XML', { body: `<feed><title>${PAPER.title}</title></feed>`, contentType: 'application/xml' }],
    ['malformed XML', { body: `<feed><title>${PAPER.title}</feed>`, contentType: 'text/xml' }],
    ['JSON', { body: JSON.stringify({ title: PAPER.title }), contentType: 'application/json' }],
    ['a frameset', { body: '<!doctype html><frameset cols="*"><frame></frameset>' }],
    [
      'a file that says it is a PDF',
      { body: '%PDF-1.4 and no more', contentType: 'application/pdf' },
      "A PDF, in the browser's own viewer",
    ],
    ['nothing', { body: '' }],
    [
      'without a body',
      { body: `<!doctype html><p>${linkTo(PAPER)}</p><script>document.body.remove()</script>` },
    ],
    [
      'without a root',
      { body: `<!doctype html><p>${linkTo(PAPER)}</p><script>document.documentElement.remove()</script>` },
    ],
  ])('%s is left alone', async (_what, fixture, words = 'No papers found on this page') => {
    const page = await open(fixture);
    await page.page.mouse.move(30, 30, { steps: 3 });
    const popup = await run.openPopup(page);
    await popup.getByText(words).waitFor();
    expect(await page.marks()).toEqual([]);
    expect(await page.cardText()).toBeNull();
    await popup.close();
    await page.page.close();
  });

  it('that is plain text is read all the same: its titles have no other mark-up than line breaks', async () => {
    const words = PAPER.title.split(' ');
    const wrapped = `${words.slice(0, 2).join(' ')}\n  ${words.slice(2).join(' ')}`;
    const page = await open({ body: `[1] A. Author. ${wrapped}. 2024.\n`, contentType: 'text/plain' });
    await page.waitForMarks();
    await page.page.close();
  });

  it.each([
    ['body', 'document.body.remove()'],
    ['root', 'document.documentElement.remove()'],
    ['document', `document.open(); document.write('<p>Another</p>'); document.close()`],
  ])('any more, since its %s went while a card was open, has no card', async (_what, script) => {
    const page = await open(`<!doctype html><p>${linkTo(PAPER)}</p>`);
    await page.hover('#title');
    await page.waitForCard('Kin');
    await page.page.evaluate(script);
    await page.waitForNoCard();
    await page.page.mouse.move(200, 200, { steps: 3 });
    await page.page.keyboard.press('s');
  });

  it('a body that was exchanged is read like the first', async () => {
    const page = await open(`<!doctype html><p>${linkTo(PAPER)}</p>`);
    await waitFor('marks', async () => (await page.marks()).length === 1);
    await page.page.evaluate(
      (markup) => {
        const body = document.createElement('body');
        body.innerHTML = markup;
        document.documentElement.replaceChild(body, document.body);
      },
      `<p style="margin-top: 90px">${linkTo(knownPaper(2))}</p>`,
    );
    await page.hover('#title');
    await page.waitForCard(knownPaper(2).title);
  });
});

describe('a message of the wrong shape', () => {
  const mention = { title: 'A', arxiv: null, doi: null, abstract: null, authors: [], year: null };
  const whole = { ...mention, venue: null, url: null, pdf: null };
  const malformed: [string, unknown][] = [
    ['page/resolve', null],
    ['page/resolve', {}],
    ['page/resolve', { mentions: 'all' }],
    ['page/resolve', { mentions: [mention] }],
    ['page/resolve', { mentions: [{ ...whole, title: 'x'.repeat(1_001) }] }],
    ['page/resolve', { mentions: Array.from({ length: 5_001 }, () => whole) }],
    ['page/resolve', { mentions: [whole], extra: 1 }],
    ['paper/card', { ref: {} }],
    ['paper/card', { ref: { mention: whole, paperId: 'x' } }],
    ['list/save', { ref: { paperId: '' }, sourceUrl: null }],
    ['list/save', { ref: { mention: whole }, sourceUrl: 5 }],
    ['list/set-status', { paperId: 'x', status: 'burnt' }],
    ['nonsense', {}],
    ['__proto__', {}],
  ];
  const forbidden: [string, unknown][] = [
    ['list/all', {}],
    ['list/edit', { edits: [] }],
    ['list/remove', { paperIds: ['x'] }],
    ['list/restore', { entries: [] }],
    ['list/revert', { joined: [] }],
    ['search', { query: 'x', limit: 5 }],
    ['health', {}],
  ];

  /** Sends messages from the world of our content script, where a page that breaks out of its own would be. */
  async function sendFromPage(messages: readonly unknown[]): Promise<unknown[]> {
    const page = await open('<!doctype html><p>Nothing</p>');
    const worlds: { id: number; origin: string }[] = [];
    page.cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await page.cdp.send('Runtime.enable');
    const world = worlds.find(({ origin }) => origin === run.extensionOrigin);
    if (!world) throw new Error('the content script has no world');
    const { result } = await page.cdp.send('Runtime.evaluate', {
      contextId: world.id,
      expression: `Promise.all(${JSON.stringify(messages)}.map((message) => chrome.runtime.sendMessage(message)))`,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value as unknown[];
  }

  it('is refused with the reason, whoever sends it', async () => {
    const refusal = { ok: false, error: { code: 'bad-request' } };
    for (const reply of await sendFromPage(malformed.map(envelope))) expect(reply).toMatchObject(refusal);
    for (const each of malformed.slice(-4)) expect(await run.send(envelope(each))).toMatchObject(refusal);
    expect(await run.send(envelope(['list/restore', { entries: [{}] }]))).toMatchObject(refusal);
    expect(await run.send(envelope(['search', { query: 'x', limit: 0 }]))).toMatchObject(refusal);
  });

  it('or from where it may not come is refused, too', async () => {
    const refusal = { ok: false, error: { code: 'forbidden' } };
    for (const reply of await sendFromPage(forbidden.map(envelope))) expect(reply).toMatchObject(refusal);
  });
});
