// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CardData } from '../core/card';
import type { Paper } from '../core/paper';
import en from '../locales/en.json';
import { Card } from './card';
import type { CardProps, CardState } from './card';
import { Messages, translateFrom } from './messages';

const PAPER: Paper = {
  id: 'arxiv:2110.06014',
  title: 'Learning by Leaves',
  otherTitles: [],
  abstract: 'We learn by leaves. It works.',
  authors: ['Ada Leaf', 'Ben Twig'],
  year: 2021,
  month: 10,
  venue: null,
  arxiv: '2110.06014',
  doi: null,
  url: null,
  pdf: null,
  code: null,
};
const DATA: CardData = {
  paper: PAPER,
  origin: 'corpus',
  sources: [],
  rule: 'arxiv',
  summary: { text: 'We learn by leaves.', spans: [{ start: 0, end: 19 }], second: null, kind: 'sentence' },
  kin: ['a', 'b', 'c', 'd'].map((id) => ({
    paper: { ...PAPER, id, title: `Kin ${id}` },
    score: 0.5,
    reasons:
      id === 'c'
        ? [{ kind: 'same-author', name: 'Ada Quay' }, { kind: 'on-list' }]
        : [{ kind: 'shared-terms', terms: ['leaves', 'twigs'] }],
  })),
  status: null,
};

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

const draw = (next: CardProps) =>
  act(() =>
    render(
      <Messages.Provider value={translateFrom(en)}>
        <Card {...next} />
      </Messages.Provider>,
      document.body,
    ),
  );

function show(state: CardState, more: Partial<CardProps> = {}) {
  const events = {
    onSave: vi.fn<CardProps['onSave']>(),
    onStatus: vi.fn<CardProps['onStatus']>(),
    onPdf: vi.fn<CardProps['onPdf']>(),
    onDeny: vi.fn<CardProps['onDeny']>(),
    onPin: vi.fn<CardProps['onPin']>(),
    onMove: vi.fn<CardProps['onMove']>(),
    onSiteOff: vi.fn<CardProps['onSiteOff']>(),
    onClose: vi.fn<CardProps['onClose']>(),
    onOpenPaper: vi.fn<CardProps['onOpenPaper']>(),
  };
  const props: CardProps = {
    state,
    pinned: false,
    saving: 'idle',
    onBack: null,
    site: 'arxiv.org',
    ...events,
    ...more,
  };
  draw(props);
  return { ...events, redraw: (changes: Partial<CardProps>) => draw({ ...props, ...changes }) };
}

const ready = (more: Partial<CardData> = {}): CardState => ({ kind: 'ready', data: { ...DATA, ...more } });
const one = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const press = (key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  one('.pk-summary, .pk-title').dispatchEvent(event);
  return event;
};
const text = () => document.body.textContent ?? '';

describe('a known paper', () => {
  it('shows summary, three kin with their reasons, and how it was matched', () => {
    show(ready());
    expect(one('.pk-summary').textContent).toBe('We learn by leaves.');
    expect(document.querySelectorAll('.pk-kin li')).toHaveLength(3);
    expect(one('.pk-reason').textContent).toBe('both about leaves, twigs');
    const [, , third] = document.querySelectorAll('.pk-kin li');
    expect(third?.textContent).toContain('both by Ada Quay · also on your list');
    expect(one('.pk-foot span').textContent).toBe(
      'Matched by arXiv id · summary: a sentence of the abstract',
    );
    expect(one('.pk-foot button').textContent).toBe('Not this paper');
  });

  it('shows the abstract on demand, what the summary was made of marked, and folds it for the next paper', () => {
    const { redraw } = show(ready());
    const toggle = () => one('.pk-abstract button');
    expect(one('.pk-abstract p').textContent).toBe('');
    act(() => toggle().click());
    expect(toggle().getAttribute('aria-expanded')).toBe('true');
    expect(one('.pk-abstract p').textContent).toBe('We learn by leaves. It works.');
    expect(one('.pk-abstract mark').textContent).toBe('We learn by leaves.');
    redraw({ state: ready({ paper: { ...PAPER, id: 'other' } }) });
    expect(toggle().getAttribute('aria-expanded')).toBe('false');
  });

  it('says that only the first sentence was taken of an abstract that is not in English', () => {
    show(ready({ summary: { text: 'Wir lernen.', spans: [], second: null, kind: 'first' } }));
    expect(one('.pk-foot').textContent).toContain(en.summary_source_first);
  });

  it('takes the word of the reader that the page means another paper, and takes it back', () => {
    const { onDeny, redraw } = show(ready());
    one('.pk-foot button').click();
    expect(onDeny).toHaveBeenLastCalledWith(true);
    redraw({ state: ready({ isDenied: true }) });
    expect(one('.pk-foot').textContent).toContain(en.denied_here);
    one('.pk-foot button').click();
    expect(onDeny).toHaveBeenLastCalledWith(false);
  });

  it('is a dialog named by its title, which leads to the paper without telling it from where', () => {
    show(ready());
    const title = one(`#${one('[aria-labelledby]').getAttribute('aria-labelledby') ?? ''} a`);
    expect(title.textContent).toBe('Learning by Leaves');
    expect(title.getAttribute('href')).toBe('https://arxiv.org/abs/2110.06014');
    for (const link of document.querySelectorAll('a')) {
      expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    }
  });

  it('opens a kin', () => {
    const { onOpenPaper } = show(ready());
    one('.pk-kin-button').click();
    expect(onOpenPaper).toHaveBeenCalledWith('a');
  });

  it('moves the focus from Save to the status that takes its place, and says so', () => {
    const { onSave, redraw } = show(ready());
    one('.pk-primary').focus();
    act(() => one('.pk-primary').click());
    expect(onSave).toHaveBeenCalledOnce();
    redraw({ state: ready({ status: 'to-read' }) });
    expect((document.activeElement as HTMLInputElement).value).toBe('to-read');
    expect(one('output').textContent).toBe('On your reading list: To read');
  });

  it('does not save twice while it saves', () => {
    const { onSave } = show(ready(), { saving: 'saving' });
    one('.pk-primary').click();
    press('s');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('says when a save failed, and offers it again', () => {
    const { onSave } = show(ready(), { saving: 'failed' });
    expect(one('.pk-trouble').textContent).toBe('Could not save: try again');
    one('.pk-primary').click();
    expect(onSave).toHaveBeenCalledOnce();
  });
});

describe('keys', () => {
  it('saves, pins, closes and takes the key for itself', () => {
    const { onSave, onPin, onClose } = show(ready());
    expect(['s', 'p', 'Escape'].map((key) => press(key).defaultPrevented)).toEqual([true, true, true]);
    expect([onSave, onPin, onClose].map((spy) => spy.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('leaves a key alone that means nothing now', () => {
    const { onSave, onStatus } = show(ready({ status: 'read' }));
    expect(press('s').defaultPrevented).toBe(false);
    expect(press('Backspace').defaultPrevented).toBe(false);
    expect(press('c', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(onSave).not.toHaveBeenCalled();
    press('2');
    expect(onStatus).toHaveBeenCalledWith('reading');
  });
});

describe('what the card says of its page', () => {
  it('turns the site off with one click, named in the button', () => {
    const { onSiteOff } = show(ready());
    const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('arxiv.org'),
    );
    button?.click();
    expect(onSiteOff).toHaveBeenCalledOnce();
  });

  it('offers nothing of the kind on a page without a site', () => {
    show(ready(), { site: '' });
    expect(document.body.textContent).not.toContain('Turn off');
  });
});

describe('the grip', () => {
  const arrow = (key: string) =>
    one('.pk-grip').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  it('is there while the card is pinned', () => {
    show(ready());
    expect(document.querySelector('.pk-grip')).toBeNull();
    show(ready(), { pinned: true });
    expect(one('.pk-grip').getAttribute('aria-label')).toBe(en.card_move);
  });

  it('moves the card by the arrow keys', () => {
    const { onMove } = show(ready(), { pinned: true });
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'x']) arrow(key);
    expect(onMove.mock.calls).toEqual([
      [-24, 0],
      [0, -24],
      [24, 0],
      [0, 24],
    ]);
  });
});

describe('odd papers', () => {
  it('renders text from a page as text', () => {
    const paper = { ...PAPER, title: '<img src=x onerror=alert(1)>' };
    show(ready({ paper, summary: { text: '<b>bold</b>', spans: [], second: null, kind: 'sentence' } }));
    expect(document.querySelector('img, b')).toBeNull();
    expect(text()).toContain('<img src=x onerror=alert(1)>');
  });

  it('makes no link of an address that is not http(s)', () => {
    const evil = 'javascript:alert(1)';
    show(ready({ paper: { ...PAPER, arxiv: null, url: evil, pdf: evil, code: 'data:text/html,x' } }));
    expect(document.querySelector('a')).toBeNull();
  });

  it('says which corpus told what, where several did', () => {
    const sources = [
      { corpus: 'Curated', facts: ['title', 'otherTitles', 'arxiv', 'doi'], others: {} },
      {
        corpus: 'Mine',
        facts: ['venue', 'year', 'month'],
        others: { title: 'Another title', doi: '10.1/x' },
      },
      { corpus: 'Third', facts: [], others: { year: 1999 } },
    ] as const;
    show(ready({ sources }));
    expect(one('.pk-foot').textContent).toContain(
      'title, identifier from “Curated” · venue, date from “Mine” · “Mine” has Another title, 10.1/x · “Third” has 1999',
    );
    show(ready({ sources: sources.slice(0, 1) }));
    expect(one('.pk-foot').textContent).not.toContain('Curated');
  });

  it('says what to do without an abstract, and that there is no kin', () => {
    const nothing = { summary: null, kin: [], sources: [], rule: null };
    show(ready({ paper: { ...PAPER, abstract: null }, origin: 'page', ...nothing }));
    expect(text()).toContain(en.no_abstract_hint);
    expect(document.querySelector('.pk-abstract')).toBeNull();
    expect(text()).toContain(en.kin_none);
    expect(one('.pk-foot span').textContent).toBe(en.origin_page);
    show(ready({ summary: null, isSummaryLost: true, kin: [], areReasonsLost: true }));
    expect(one('.pk-summary').textContent).toBe(en.summary_lost);
    expect(one('.pk-kin').textContent).toContain(en.kin_lost);
  });

  it('stands 100,000 characters of title and names without letters', () => {
    show(ready({ paper: { ...PAPER, title: 'x'.repeat(100_000), authors: ['\uD800', ''] } }));
    expect(one('.pk-title').textContent?.length).toBeLessThan(500);
  });
});

describe('before and instead of a paper', () => {
  it('is busy while it loads and shows the title it knows', () => {
    show({ kind: 'loading', title: 'Learning by Leaves' });
    expect(one('.pk-card').getAttribute('aria-busy')).toBe('true');
    expect(one('.pk-title').textContent).toBe('Learning by Leaves');
  });

  it('says that it failed, and closes', () => {
    const { onClose } = show({ kind: 'error' });
    expect(one('.pk-title').textContent).toBe(en.card_error);
    press('Escape');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
