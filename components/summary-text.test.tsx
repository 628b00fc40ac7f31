// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { CardData } from '../core/card';
import type { PaperId } from '../core/paper';
import type { Summary } from '../core/summary/summary';
import en from '../locales/en.json';
import { SPARSE } from '../tests/samples/papers';
import { CardReady } from './card-body';
import { Messages, translateFrom } from './messages';
import { shownSpans, SummaryText, useLonger } from './summary-text';

const SUMMARY: Summary = {
  text: 'We learn by leaves.',
  spans: [{ start: 41, end: 60 }],
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

const ABSTRACT = 'It works. Leaves are many, and few know. We learn by leaves.';

function dataOf(id: PaperId, summary: Summary): CardData {
  const paper = { ...SPARSE, id, abstract: ABSTRACT };
  return { paper, origin: 'corpus', sources: [], rule: null, summary, kin: [], status: null };
}

function show(id: PaperId, summary: Summary): void {
  const data = dataOf(id, summary);
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
    '[41]',
  ]);
  press();
  expect([words(), button()?.getAttribute('aria-label'), spans()]).toEqual([
    `We learn by leaves. It works. ${en.summary_less}`,
    en.summary_less_name,
    '[0,41]',
  ]);
  press();
  expect([words(), spans()]).toEqual([`We learn by leaves. ${en.summary_more}`, '[41]']);
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

const nothing = () => undefined;
const click = (selector: string) => act(() => document.querySelector<HTMLButtonElement>(selector)?.click());
const marks = () => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);

it('is marked in the abstract of a card, the second sentence with it once it is shown', () => {
  const asked = { onSave: nothing, onStatus: nothing, onPdf: nothing, onOpenPaper: nothing, onDeny: nothing };
  const card = (
    <Messages.Provider value={translateFrom(en)}>
      <CardReady data={dataOf('a', SUMMARY)} saving="idle" site="" onSiteOff={nothing} {...asked} />
    </Messages.Provider>
  );
  act(() => render(card, document.body));
  click('.pk-abstract button');
  expect(marks()).toEqual(['We learn by leaves.']);
  click('.pk-more');
  expect(marks()).toEqual(['It works.', 'We learn by leaves.']);
});
