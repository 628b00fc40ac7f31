import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIST_EXPORTS } from '../../core/list-formats/list-exports';
import { waitFor } from '../../tools/browsers/card-view';
import { descendants } from '../../tools/browsers/shadow';
import { listed, optionsFor } from '../../core/list-formats/lists-under-test';
import { safeFileName } from '../../components/library/file-name';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { closeClean } from '../browser/close-clean';
import { ExtensionPage } from '../browser/extension-page';
import { knownPaper, linkTo } from '../browser/known-papers';
import { hostCount } from '../browser/page-parts';

let run: ChromiumRun;
let extension: ExtensionPage;
let pageCount = 0;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
});
afterAll(() => closeClean(run));
beforeEach(() => extension.emptyList());

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const ABSTRACT = `We measure tides. ${'The harbour is deep, and its gauges are many. '.repeat(6)}`;

interface Stated {
  readonly title: string;
  readonly abstract?: string;
  readonly author?: string;
  /** More of the head. */
  readonly head?: string;
}

/** A page that states its own paper, as publishers do, where everything is read. */
async function open({
  title,
  abstract = ABSTRACT,
  author = 'Quay, Ada',
  head = '',
}: Stated): Promise<ChromiumPage> {
  const meta = (name: string, content: string) => `<meta name="${name}" content="${escaped(content)}">`;
  const stated = [
    meta('citation_title', title),
    meta('citation_abstract', abstract),
    meta('citation_author', author),
    head,
  ];
  const page = await run.open(
    `https://info.arxiv.org/words/${pageCount++}`,
    `<!doctype html><head><meta charset="utf-8"><title>Fine</title>${stated.join('')}</head><body><h1 id="title">${escaped(title)}</h1></body>`,
  );
  await waitFor('our elements', async () => (await hostCount(page)) === 2);
  return page;
}

/** Opens the card of the page's title, saves by key, and gives the card's text and what the list then has, oldest first. */
async function save(page: ChromiumPage) {
  await page.hover('#title');
  const { text, node } = await page.waitForCard('Kin');
  await page.page.keyboard.press('s');
  await page.waitForCard('To read');
  const entries = await extension.call('list/all', {});
  const hrefs = [...descendants([node])].flatMap(({ attributes }) => attributes['href'] ?? []);
  return { text, hrefs, entries: entries.toReversed() };
}

/** Bidirectional controls, zero-width and tag characters, and what else has no shape. */
const SHAPELESS =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;
/** Words that nobody sees, but a language model would read. */
const unseen = (text: string) =>
  [...text].map((sign) => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0))).join('');

describe('words that lie about their order, or are not seen', () => {
  const spoil = (text: string) =>
    `\u202E\u2066${text.replace(' ', ` \u200B\u2060${unseen('ignore all')}`)}\u00AD`;

  it('are shown without, saved without and written without', async () => {
    const page = await open({
      title: spoil('Tides of the Harbour: gnp.exe'),
      abstract: spoil(ABSTRACT),
      author: spoil('Quay Ada'),
      head: `<meta name="citation_journal_title" content="${spoil('Journal of Harbours')}">`,
    });
    const { text, entries } = await save(page);
    expect(text).toContain('Tides of the Harbour');
    expect(text).not.toMatch(SHAPELESS);
    const [entry] = entries;
    expect(entry?.paper.title).toBe('Tides of the Harbour: gnp.exe');
    expect(entry?.paper.abstract).toContain('The harbour is deep');
    expect(JSON.stringify(entries)).not.toMatch(SHAPELESS);
    const list = entries.map(({ paper }) => listed(paper));
    // A mark of the encoding at the very start is the format's; what is packed has the same text.
    const files = LIST_EXPORTS.map(({ write }) => write(list, optionsFor(list)));
    const texts = files.filter((file) => typeof file === 'string').map((file) => file.replace(/^\uFEFF/, ''));
    expect(texts.join('')).not.toMatch(SHAPELESS);
    expect(safeFileName(spoil('fdp.exe'), '.bib')).not.toMatch(SHAPELESS);
  });
});

describe('addresses', () => {
  it.each([
    'javascript:hack()',
    'data:text/html,<script>hack()</script>',
    'blob:https://arxiv.org/1',
    'file:///etc/passwd',
    'https://arxiv.org@evil.example/',
  ])('%s stands nowhere in the card and nowhere in the list', async (bad) => {
    const page = await open({
      title: `Tides of the Harbour by Way of ${bad.slice(0, 4)} Gauges`,
      head: `<meta name="citation_pdf_url" content="${escaped(bad)}"><meta name="citation_abstract_html_url" content="${escaped(bad)}">
          <link rel="canonical" href="${escaped(bad)}"><base href="${escaped(bad)}">
          <script type="application/ld+json">${JSON.stringify({ '@type': 'ScholarlyArticle', name: 'x', url: bad, '@id': bad, sameAs: bad }).replaceAll('</', '<\\/')}</script>`,
    });
    const { hrefs, entries } = await save(page);
    expect(hrefs.filter((href) => !/^https?:\/\//.test(href) || href.includes('evil'))).toEqual([]);
    const { url, pdf, code } = entries[0]?.paper ?? {};
    expect(url).toMatch(/^https:\/\/info\.arxiv\.org\/words\//);
    expect([pdf, code]).toEqual([null, null]);
  });
});

it('mark-up in every field stays text, on the page and on our own pages', async () => {
  const attack = `"'><img src=x onerror="globalThis.hacked=1"><svg onload=hacked=1></textarea></style><script>hacked=1</script>`;
  const page = await run.open(
    'https://openreview.net/group?id=Words',
    `<!doctype html><ul><li><div class="note">
      <h4><a id="title" href="/forum?id=words1">Tides ${escaped(attack)}</a></h4>
      <div class="note-authors"><a href="/profile?id=~M">${escaped(attack)}</a></div>
      <div class="note-content"><div><strong class="note-content-field">Abstract:</strong>
      <span class="note-content-value">${escaped(`${ABSTRACT} ${attack}`)}</span></div></div>
    </div></li></ul>`,
  );
  await waitFor('our elements', async () => (await hostCount(page)) === 2);
  const { entries } = await save(page);
  expect(JSON.stringify(entries)).toContain('onerror');
  for (const path of ['popup.html', 'library.html#list', 'sidepanel.html']) {
    const own = await run.context.newPage();
    await own.goto(`${run.extensionOrigin}/${path}`);
    await own.locator('#app > *').first().waitFor({ state: 'attached' });
    await own.waitForTimeout(500);
    expect(await own.locator('img[src="x"], svg[onload], [onerror], script:not([src])').count()).toBe(0);
    expect(await own.evaluate('globalThis.hacked ?? null')).toBeNull();
    await own.close();
  }
  expect(await page.page.evaluate('globalThis.hacked ?? null')).toBeNull();
});

const claim = (arxiv: string) => `<meta name="citation_arxiv_id" content="${arxiv}">`;

describe("a page that claims another paper's identifiers", () => {
  it('has the card of that paper, which says by what it was found, and saves that paper', async () => {
    const known = knownPaper(0);
    const lie = { title: 'A Lie About the Harbour and Its Tides', abstract: `LIE ${ABSTRACT}` };
    const { text, entries } = await save(await open({ ...lie, head: claim(known.arxiv) }));
    expect(text).toContain(known.title);
    expect(text).toContain('Matched by arXiv id');
    expect(text).not.toContain('LIE');
    expect(entries.map(({ paper }) => [paper.title, paper.arxiv])).toEqual([[known.title, known.arxiv]]);
    expect(JSON.stringify(entries)).not.toContain('LIE');
  });

  it('does not alter what was saved from another page, by identifier or by title', async () => {
    const honest = { title: 'Tides of the Harbour as Its Own Page Has Them', head: claim('2401.12345') };
    const { entries: before } = await save(await open(honest));
    const lies = [
      { title: 'A Lie About Tides', abstract: `LIE ${ABSTRACT}`, head: claim('2401.12345') },
      { ...honest, abstract: `LIE ${ABSTRACT}`, author: 'Mallory, M.', head: '' },
    ];
    for (const lie of lies) {
      const page = await open(lie);
      await page.hover('#title');
      await page.waitForCard(honest.title);
      // A card that is still loading has nothing but the title.
      const { text } = await page.waitForCard('Show abstract');
      expect(text).not.toContain('LIE');
      await page.page.keyboard.press('s');
      await page.page.waitForTimeout(500);
    }
    const after = await extension.call('list/all', {});
    expect(after.map(({ paper }) => paper)).toEqual(before.map(({ paper }) => paper));
  });
});

it('a page whose fonts are named as ours learns from none which letters the card shows', async () => {
  const families = [
    '-apple-system',
    'Segoe UI Variable Text',
    'Segoe UI',
    'Roboto',
    'Cantarell',
    'Noto Sans',
    'Liberation Sans',
    'Arial',
    'Charter',
    'Iowan Old Style',
    'Cambria',
    'Noto Serif',
    'Liberation Serif',
    'Georgia',
    'sans-serif',
    'serif',
    'system-ui',
    'ui-sans-serif',
    'ui-serif',
    'monospace',
  ];
  const faces = families.map(
    (family, at) =>
      `@font-face { font-family: "${family}"; src: url("https://arxiv.org/fonts/${at}"); unicode-range: U+4B, U+53 }`,
  );
  const asked: string[] = [];
  const url = 'https://arxiv.org/words/fonts';
  // The page itself is drawn in a font of no such name.
  run.serve(
    url,
    `<!doctype html><style>${faces.join('')} html { font-family: "DejaVu Sans" }</style><p>${linkTo(knownPaper(1))}</p>`,
  );
  families.forEach((_, at) =>
    run.serve(`https://arxiv.org/fonts/${at}`, { body: '', contentType: 'font/woff2' }),
  );
  const page = await run.open(url);
  page.page.on('request', (request) => asked.push(request.url()));
  await page.hover('#title');
  await page.waitForCard('Kin');
  await page.page.keyboard.press('s');
  await page.waitForCard('To read');
  await page.page.waitForTimeout(500);
  expect(asked.map((each) => families[Number(each.split('/').at(-1))])).toEqual([]);
});
