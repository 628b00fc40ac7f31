import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import { ChromiumRun } from '../browser/chromium';
import type { ChromiumPage } from '../browser/chromium-page';
import { watchTasks } from '../browser/main-thread-work';
import { closeClean } from '../browser/close-clean';
import { knownPaper, linkTo } from '../browser/known-papers';
import { waitForMarksUnder } from '../browser/marks';

let run: ChromiumRun;
let pageCount = 0;

beforeAll(async () => {
  run = await ChromiumRun.start({ keepsPages: true });
});
afterAll(() => closeClean(run));

const nextUrl = () => `https://arxiv.org/life/${pageCount++}`;
const titleRow = (index: number) => `<p>${linkTo(knownPaper(index), `paper${index}`)}</p>`;
const open = (body: string): Promise<ChromiumPage> =>
  run.open(nextUrl(), `<!doctype html><body>${body}</body>`);

it('a list that writes the next titles into the nodes of the last has marks and cards of what it shows', async () => {
  const papers = Array.from({ length: 40 }, (_, at) => {
    const { title, arxiv } = knownPaper(at);
    return {
      title: at % 2 ? title : `Nothing that anybody knows, number ${at}`,
      href: `/abs/${at % 2 ? arxiv : '1001.0001'}`,
    };
  });
  const page = await open(
    `<div id="list" style="height: 300px; overflow: auto"><div style="height: ${40 * 50}px; position: relative"></div></div>
     <script>
       const papers = ${JSON.stringify(papers)};
       const list = document.querySelector('#list');
       const pool = Array.from({ length: 8 }, () => {
         const row = document.createElement('a');
         row.style.cssText = 'position: absolute; left: 0; white-space: nowrap';
         row.append('');
         list.firstElementChild.append(row);
         return row;
       });
       const draw = () => {
         const first = Math.floor(list.scrollTop / 50);
         for (let at = first; at < first + 8; at++) {
           const row = pool[at % 8];
           const paper = papers[at];
           row.style.transform = 'translateY(' + at * 50 + 'px)';
           if (row.firstChild.data !== (paper?.title ?? '')) row.firstChild.data = paper?.title ?? '';
           if (paper) row.href = paper.href;
           row.className = at % 2 ? 'known' : '';
         }
       };
       list.addEventListener('scroll', draw);
       draw();
     </script>`,
  );
  const inList = async () => {
    const [box, marks] = [await page.page.locator('#list').boundingBox(), await page.marks()];
    const known = await page.page.evaluate(() =>
      [...document.querySelectorAll('.known')].map((row) => row.getBoundingClientRect().bottom),
    );
    const shown = known.filter((bottom) => box && bottom <= box.y + box.height && bottom > box.y + 4);
    return (
      shown.length > 0 &&
      shown.length === marks.length &&
      shown.every((bottom) => marks.some(({ y }) => y > bottom - 6 && y < bottom + 2))
    );
  };
  await waitFor('marks of the first rows', inList);
  for (const top of [250, 700, 1_300, 0]) {
    await page.page.evaluate((to) => document.querySelector('#list')?.scrollTo(0, to), top);
    await waitFor(`marks of the rows at ${top}`, inList);
  }
  await page.page.evaluate(() => document.querySelector('#list')?.scrollTo(0, 1_000));
  await waitFor('marks at 1000', inList);
  const title = await page.page.evaluate(() => {
    const rows = [...document.querySelectorAll('.known')];
    const row = rows.find((each) => each.getBoundingClientRect().top > 60) ?? document.body;
    row.id = 'there';
    return row.textContent;
  });
  await page.hover('#there');
  await page.waitForCard(title);
});

it('a page that the browser put aside comes back with its marks, and what was saved meanwhile', async () => {
  const page = await open(titleRow(0));
  await waitForMarksUnder(page, 'a', 1);
  await page.page.evaluate(`window.isTheSame = true`);
  const elsewhere = nextUrl();
  run.serve(elsewhere, '<p>Elsewhere</p>');
  await page.page.goto(elsewhere);
  const { arxiv } = knownPaper(0);
  const ref = { paperId: `arxiv:${arxiv}` };
  await run.send({ paperkin: 1, call: 'list/save', params: { ref, sourceUrl: null } });
  await page.page.goBack({ waitUntil: 'commit' });
  expect(await page.page.evaluate(`window.isTheSame === true`)).toBe(true);
  await waitFor('the sign of the reading list', async () => (await page.marks()).length === 2);
  await page.hover('#paper0');
  await page.waitForCard('To read');
});

describe('50 changes a second for 10 seconds', () => {
  it('leave the page its time, and do not hide what is new among them', { timeout: 60_000 }, async () => {
    const page = await open(`${titleRow(50)}<p id="clock"></p><ul id="ticker"></ul><main></main>`);
    await waitForMarksUnder(page, 'a', 1);
    const longestTask = await watchTasks(page.page);
    await page.page.evaluate(`{
      let count = 0;
      window.changes = 0;
      window.timer = setInterval(() => {
        count++;
        document.querySelector('#clock').textContent = 'Tick ' + count;
        const item = document.createElement('li');
        item.textContent = 'Quote number ' + count + ' of the day';
        document.querySelector('#ticker').prepend(item);
        document.querySelector('#ticker').children[10]?.remove();
        window.changes++;
      }, 20);
    }`);
    await page.page.waitForTimeout(10_000);
    await page.page.evaluate(
      (markup) => document.querySelector('main')?.insertAdjacentHTML('beforeend', markup),
      titleRow(51),
    );
    // Every scan without news doubles the wait for the next, up to half a minute.
    await waitFor('the mark of the new row', async () => (await page.marks()).length === 2, 31_000);
    const changes = await page.page.evaluate<number>('clearInterval(timer), changes');
    // The page had its turns: on a machine at rest it is 500 by the tenth second.
    expect(changes).toBeGreaterThan(300);
    // Of the thread's own time: by the clock, other tests make a task of three milliseconds one of hundreds.
    expect(await longestTask()).toBeLessThan(100);
    await page.hover('#paper50');
    await page.waitForCard(knownPaper(50).title);
  });
});

it("a frame of the page's own origin is read as a page, and one of another origin is not", async () => {
  const [own, foreign] = [nextUrl(), `https://www.semanticscholar.org/life/${pageCount++}`];
  run.serve(own, `<!doctype html><body>${titleRow(51)}</body>`);
  run.serve(foreign, `<!doctype html><body>${titleRow(52)}</body>`);
  const page = await open(
    `${titleRow(50)}<iframe src="${own}" width="900" height="500"></iframe><iframe src="${foreign}"></iframe>`,
  );
  await waitForMarksUnder(page, '#paper50', 1);
  const hosts = (url: string) =>
    page.page
      .frames()
      .find((frame) => frame.url() === url)
      ?.evaluate(`document.querySelectorAll('paperkin-marks').length`);
  await waitFor('marks in the frame', async () => (await hosts(own)) === 1);
  expect(await hosts(foreign)).toBe(0);
  const title = await page.page.frameLocator('iframe').first().locator('#paper51').boundingBox();
  await page.page.mouse.move((title?.x ?? 0) + 30, (title?.y ?? 0) + 8, { steps: 4 });
  const frame = page.page.frames().find((each) => each.url() === own);
  await waitFor('a card in the frame', async () => {
    const front = await frame?.evaluate<string>(`document.elementFromPoint(60, 120)?.localName ?? ''`);
    return front === 'paperkin-card';
  });
});
