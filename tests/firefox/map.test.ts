import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../../tools/browsers/card-view';
import type { Tab } from '../../tools/browsers/tab';
import { FirefoxRun } from '../browser/firefox';

let run: FirefoxRun;
let tab: Tab;

beforeAll(async () => {
  run = await FirefoxRun.start();
  await run.sendAll([{ paperkin: 1, call: 'health', params: {} }]);
  tab = await run.session.openTab();
  await tab.goto(`${run.session.extensionOrigin}/library.html#map`);
});
afterAll(() => run.close());

it('draws the papers that come with Paperkin on a map, and opens a card by the keyboard', async () => {
  const has = (expression: string) => async () => (await tab.evaluate(expression)) === true;
  await waitFor('the papers', has(`document.body.textContent.includes('Papers: 71')`));
  await waitFor(
    'the picture',
    has(`(() => {
      const canvas = document.querySelector('canvas');
      return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
    })()`),
  );
  await waitFor('the end of placing', has(`!document.body.textContent.includes('Placing the papers')`));
  await tab.evaluate(`document.querySelector('[role=application]').focus()`);
  await tab.press('ArrowRight');
  await waitFor('the card', has(`document.querySelector('.pk-map-card .pk-summary') !== null`));
});

it('throws nothing', async () => {
  expect(await run.errors()).toEqual([]);
});
