import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '../../core/summary/summarise';
import type { Span, Summary } from '../../core/summary/summary';
import { waitFor } from '../../tools/browsers/card-view';
import { builtCorpus, corpusPaper } from '../browser/built-corpus';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { ExtensionPage } from '../browser/extension-page';
import { waitForGlyphs } from '../browser/page-parts';
import { endQuietly } from '../browser/quiet-end';
import { summaryFaults } from '../browser/summary-faults';
import { ToolbarPopup } from '../browser/toolbar-popup';
import { arxivListing } from '../fixtures/listing';

const ON_PAGE = ['2203.05482', '2110.11309', '2104.03602'].map(corpusPaper);
const [FIRST, SECOND, THIRD] = ON_PAGE as [(typeof ON_PAGE)[0], (typeof ON_PAGE)[0], (typeof ON_PAGE)[0]];
let run: ChromiumRun;
let extension: ExtensionPage;
let page: ChromiumPage;
let popup: Page;

beforeAll(async () => {
  run = await ChromiumRun.start();
  extension = await ExtensionPage.open(run);
  page = await run.open('https://arxiv.org/list/cs.LG/recent', arxivListing(ON_PAGE));
  await page.waitForMarks();
});
afterAll(() => endQuietly(run));
afterEach(async () => {
  await popup?.close();
  await extension.emptyList();
});

const NO_TOOLBAR = 'this Chromium cannot be told to press a toolbar button';
const folded = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const rowTitles = async () => (await popup.locator('.pk-row-title').allTextContents()).map(folded);
const focusedTitle = () =>
  popup.evaluate<string>(`document.activeElement.querySelector('.pk-row-title')?.textContent ?? ''`);
const searchField = () => popup.getByRole('searchbox');

/** Types a query, after nothing: the rows of an earlier one would stay in sight until the new ones come. */
async function expectHit(query: string, title: string): Promise<void> {
  await searchField().fill('');
  await popup.getByRole('tab').first().waitFor();
  await searchField().fill(query);
  await popup.locator('.pk-strip-text', { hasText: 'results' }).waitFor();
  await popup.locator('.pk-row-title', { hasText: title }).first().waitFor();
}

describe('the page’s papers', () => {
  it('are listed in page order, and open with their summary', async () => {
    popup = await run.openPopup(page);
    await popup.locator('.pk-row').nth(2).waitFor();
    expect(await rowTitles()).toEqual(ON_PAGE.map(({ title }) => title));
    await popup.locator('.pk-row-main').nth(1).click();
    const shown = folded(await popup.locator('.pk-detail .pk-sentence').textContent());
    const summary = summarise(SECOND.title, SECOND.abstract ?? '');
    expect(summaryFaults(summary, SECOND.abstract)).toEqual([]);
    expect(shown).toBe(summary?.text);
  });

  it('show the full abstract on demand, with the summary marked in it', async () => {
    popup = await run.openPopup(page);
    await popup.locator('.pk-row-main').first().click();
    const summary = folded(await popup.locator('.pk-detail .pk-sentence').textContent());
    expect(await popup.locator('.pk-abstract p').isVisible()).toBe(false);
    await popup.getByRole('button', { name: 'Show abstract' }).click();
    const abstract = popup.locator('.pk-abstract p');
    expect(folded(await abstract.textContent())).toBe(folded(FIRST.abstract));
    const marked = await abstract.locator('mark').allTextContents();
    const { text, spans, second } = summarise(FIRST.title, FIRST.abstract ?? '') as Summary;
    expect(summary).toBe(text);
    const textOf = ({ start, end }: Span) => FIRST.abstract?.slice(start, end) ?? '';
    expect(marked).toEqual(spans.map(textOf));
    await popup.getByRole('button', { name: 'One more sentence' }).click();
    expect(folded(await popup.locator('.pk-summary').textContent())).toContain(second?.text);
    const both = [...spans, ...(second?.spans ?? [])].map(textOf);
    expect((await abstract.locator('mark').allTextContents()).toSorted()).toEqual(both.toSorted());
    await popup.getByRole('button', { name: 'Hide abstract' }).click();
    expect(await abstract.isVisible()).toBe(false);
  });

  it('lead to their kin, which can be opened and saved', async () => {
    popup = await run.openPopup(page);
    await popup.locator('.pk-row-main').first().click();
    const kin = popup.locator('.pk-kin li');
    await kin.first().waitFor();
    const [saved = '', opened = ''] = await popup.locator('.pk-kin-title').allTextContents();
    expect(saved).not.toBe(FIRST.title);
    await kin
      .first()
      .getByRole('button', { name: `Save “${saved}”` })
      .click();
    await kin
      .first()
      .getByRole('button', { name: /^To read\. / })
      .waitFor();
    expect((await extension.call('list/all', {})).map(({ paper }) => folded(paper.title))).toEqual([saved]);
    await popup.locator('.pk-kin-button').nth(1).click();
    await popup.locator('.pk-detail h2', { hasText: opened }).waitFor();
    await popup.getByRole('button', { name: 'Back' }).click();
    await popup.locator('.pk-detail h2', { hasText: FIRST.title }).waitFor();
  });
});

describe('search', () => {
  it('finds by a word of the title, by an author, and by a word that is not finished', async () => {
    popup = await run.openPopup(page);
    await expectHit('soups', FIRST.title);
    await expectHit('Wortsman', FIRST.title);
    await expectHit('self-supervised vision transf', THIRD.title);
    await expectHit('soup', FIRST.title);
  });

  it('finds what only the reading list knows', async () => {
    const mention = {
      title: 'Gradient Gardens in an Unheard-of Winter',
      arxiv: null,
      doi: null,
      abstract: 'We prune hedges.',
      authors: ['Ada Quill'],
      year: 2025,
      venue: null,
      url: null,
      pdf: null,
    };
    await extension.call('list/save', { ref: { mention }, sourceUrl: null });
    popup = await run.openPopup(page);
    await expectHit('unheard-of winter', mention.title);
    await popup.getByRole('button', { name: /^To read\. / }).waitFor();
  });

  it('knows every paper by its whole title', async () => {
    for (const { id, title } of builtCorpus()) {
      const [best] = await extension.call('search', { query: title, limit: 1 });
      expect(best?.paper.id).toBe(id);
    }
  });

  it('says when nothing fits, and what to do', async () => {
    popup = await run.openPopup(page);
    await searchField().fill('zzyzx quux');
    await popup.getByText('Nothing known fits “zzyzx quux”').waitFor();
    await popup.getByText('Try fewer words').waitFor();
    await popup.getByRole('button', { name: 'Clear the search' }).click();
    await popup.locator('.pk-row').nth(2).waitFor();
  });
});

describe('with nothing to show, it says what to do', () => {
  it('on a page without papers', async () => {
    const empty = await run.open(
      'https://arxiv.org/help',
      '<!doctype html><title>Help</title><p>No papers here.',
    );
    popup = await run.openPopup(empty);
    await popup.getByText('No papers found on this page').waitFor();
    await popup.getByText('Hover works wherever').waitFor();
    await empty.page.close();
  });

  it.each(['about:blank', 'chrome://version/'])('on %s, which no extension may read', async (url) => {
    const unreadable = await run.open(url);
    popup = await run.openPopup(unreadable);
    await popup.getByText('No extension may read this page').waitFor();
    await popup.getByText('The search and the reading list work all the same').waitFor();
    await unreadable.page.close();
  });

  it('with an empty reading list', async () => {
    popup = await run.openPopup(page);
    await popup.getByRole('tab', { name: /Reading list/ }).click();
    await popup.getByText('Nothing saved yet').waitFor();
    await popup.getByText('Point at a title on a page').waitFor();
  });
});

it('can be used by keyboard alone', async () => {
  popup = await run.openPopup(page);
  await popup.locator('.pk-row').nth(2).waitFor();
  const { keyboard } = popup;
  await keyboard.press('ArrowDown');
  expect(await focusedTitle()).toBe(FIRST.title);
  await keyboard.press('ArrowDown');
  expect(await focusedTitle()).toBe(SECOND.title);
  await keyboard.press('s');
  await popup
    .locator('.pk-row')
    .nth(1)
    .getByRole('button', { name: /^To read\. / })
    .waitFor();
  await keyboard.press('Enter');
  await popup.locator('.pk-detail h2', { hasText: SECOND.title }).waitFor();
  await keyboard.press('Escape');
  await popup.locator('.pk-row').nth(2).waitFor();
  await waitFor('the focus back on the row', async () => (await focusedTitle()) === SECOND.title);
  await keyboard.press('ArrowUp');
  expect(await focusedTitle()).toBe(FIRST.title);
  await keyboard.press('/');
  expect(await searchField().evaluate((field) => field.matches(':focus'))).toBe(true);
  await keyboard.type('soups');
  await popup.locator('.pk-strip-text', { hasText: 'results' }).waitFor();
  expect(await searchField().inputValue()).toBe('soups');
  await keyboard.press('Escape');
  await popup.locator('.pk-row').nth(2).waitFor();
  expect(await searchField().inputValue()).toBe('');
});

describe('opened from the toolbar', () => {
  const html = readFileSync(join(import.meta.dirname, '../fixtures/pages/reading-notes.html'), 'utf8');

  it('looks at a page of no site it knows when asked to, and works there from then on', async ({ skip }) => {
    const notes = await run.open('https://notes.example/june.html', html);
    const pressed = await ToolbarPopup.press(run, notes);
    if (!pressed) return skip(NO_TOOLBAR);
    await pressed.waitForText('Paperkin has not looked at this page');
    expect(await notes.marks()).toEqual([]);
    await pressed.evaluate(
      `[...document.querySelectorAll('button')].find((b) => b.innerText === 'Look here').click()`,
    );
    await pressed.waitForText('Self-Distillation for Further Pre-training of Transformers');
    await pressed.evaluate(`document.querySelector('.pk-row .pk-secondary').click()`);
    await waitForGlyphs(notes, ['to-read']);
    const [entry] = await extension.call('list/all', {});
    expect(entry?.sourceUrl).toBe('https://notes.example/june.html');
    await pressed.close();
    await notes.page.bringToFront();
    await notes.hover('p a');
    await notes.waitForCard('Self-Distillation for Further Pre-training of Transformers');
    await notes.page.close();
  });

  it.for(['about:blank', 'chrome://version/'])(
    'says of %s that no extension may read it',
    async (url, { skip }) => {
      const unreadable = await run.open(url);
      const pressed = await ToolbarPopup.press(run, unreadable);
      if (!pressed) return skip(NO_TOOLBAR);
      await pressed.waitForText('No extension may read this page');
      await pressed.close();
      await unreadable.page.close();
    },
  );

  it('shows the papers of a page of a site it knows', async ({ skip }) => {
    const pressed = await ToolbarPopup.press(run, page);
    if (!pressed) return skip(NO_TOOLBAR);
    for (const { title } of ON_PAGE) await pressed.waitForText(title);
    await pressed.close();
  });
});
