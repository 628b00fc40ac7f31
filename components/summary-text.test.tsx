// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { CardData } from '../core/card';
import type { PaperId } from '../core/paper';
import type { Summary } from '../core/summary/summary';
import en from '../locales/en.json';
import { SPARSE } from '../tests/samples/papers';
import { Messages, translateFrom } from './messages';
import { shownSpans, SummaryText, useLonger } from './summary-text';

const SUMMARY: Summary = {
  text: 'We learn by leaves.',
  spans: [{ start: 40, end: 59 }],
  second: { text: 'It works.', spans: [{ start: 0, end: 9 }] },
  kind: 'sentence',
};

afterEach(() => {
  act(() => render(null, document.body));
});

function Shown({ data }: { readonly data: CardData }) {
  const longer = useLonger(data.paper.id);
  return (
    <>
      <SummaryText data={data} longer={longer} />
      <output>{JSON.stringify(shownSpans(data.summary, longer).map(({ start }) => start))}</output>
    </>
  );
}

function show(id: PaperId, summary: Summary): void {
  const paper = { ...SPARSE, id, abstract: 'It works.' };
  const data: CardData = { paper, origin: 'corpus', sources: [], rule: null, summary, kin: [], status: null };
  const shown = (
    <Messages.Provider value={translateFrom(en)}>
      <Shown data={data} />
    </Messages.Provider>
  );
  act(() => render(shown, document.body));
}

const words = () => document.querySelector('p')?.textContent;
const spans = () => document.querySelector('output')?.textContent;
const button = () => document.querySelector('button');
const press = () => act(() => button()?.click());

it('has a second sentence on demand, whose place in the abstract is shown with it', () => {
  show('a', SUMMARY);
  expect([words(), button()?.getAttribute('aria-label'), spans()]).toEqual([
    `We learn by leaves. ${en.summary_more}`,
    en.summary_more_name,
    '[40]',
  ]);
  press();
  expect([words(), button()?.getAttribute('aria-label'), spans()]).toEqual([
    `We learn by leaves. It works. ${en.summary_less}`,
    en.summary_less_name,
    '[0,40]',
  ]);
  press();
  expect([words(), spans()]).toEqual([`We learn by leaves. ${en.summary_more}`, '[40]']);
});

it('begins with one sentence for the next paper', () => {
  show('a', SUMMARY);
  press();
  show('b', SUMMARY);
  expect(words()).toBe(`We learn by leaves. ${en.summary_more}`);
});

it('offers no more where there is none', () => {
  show('a', { ...SUMMARY, second: null });
  expect([words(), button()]).toEqual(['We learn by leaves.', null]);
});
