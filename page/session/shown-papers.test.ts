// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Params } from '../../messaging/protocol';
import type { Call } from '../call';
import type { Entry } from '../scan/registry';
import { mentionOf, resolutionOf } from '../testing';
import { ShownPapers } from './shown-papers';

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'hidden');
  history.replaceState(null, '', '/');
});

function setUp() {
  const sent: Params<'page/visited'>['papers'][] = [];
  const tasks: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (task: () => void) => tasks.push(task));
  const call = (async (name: string, { papers }: Params<'page/visited'>) => {
    expect(name).toBe('page/visited');
    sent.push(papers);
    return { ok: true, value: null };
  }) as unknown as Call;
  const own = new AbortController();
  const idle = () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) task();
  };
  return { sent, tasks, idle, own, shown: new ShownPapers(window, call, own.signal) };
}

const entry = (title: string, facts: Partial<Entry> = {}, abstract: string | null = 'We read.'): Entry => ({
  mention: { ...mentionOf(title), abstract },
  target: [],
  resolution: null,
  ...facts,
});
const entries = (count: number) => Array.from({ length: count }, (_, at) => entry(`paper ${at}`));

function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('ShownPapers', () => {
  it('says nothing until the reader wants it, nor plans to', () => {
    const { sent, tasks, shown, idle } = setUp();
    const all = [entry('a')];
    shown.show(() => all);
    shown.turn(false);
    expect(tasks).toEqual([]);
    shown.turn(true);
    idle();
    expect(sent).toHaveLength(1);
  });

  it('tells what has an abstract and an answer, each once, with who knows it', () => {
    const { sent, shown, idle } = setUp();
    const all = [
      entry('known', { resolution: resolutionOf('known', { paperId: 'arxiv:1' }) }),
      entry('bare', {}, null),
      entry('open', { resolution: undefined }),
      entry('new'),
    ];
    shown.turn(true);
    shown.show(() => all);
    idle();
    shown.show(() => all);
    idle();
    expect(sent.flat().map(({ mention, knownAs }) => [mention.title, knownAs])).toEqual([
      ['known', 'arxiv:1'],
      ['new', null],
    ]);
  });

  it('hands over a few at a time, in idle time, and of one page no more than 200', () => {
    const { sent, tasks, shown, idle } = setUp();
    const all = entries(300);
    shown.turn(true);
    shown.show(() => all);
    expect(sent).toEqual([]);
    tasks.shift()?.();
    expect(sent.map(({ length }) => length)).toEqual([20]);
    idle();
    expect(sent.flat()).toHaveLength(200);
    history.replaceState(null, '', '/other');
    shown.show(() => all);
    idle();
    expect(sent.flat()).toHaveLength(300);
  });

  it('waits until the page is looked at, and ends with the session', () => {
    const { sent, shown, idle, own } = setUp();
    hide(true);
    shown.turn(true);
    const [one, two] = [entries(1), entries(2)];
    shown.show(() => one);
    idle();
    expect(sent).toEqual([]);
    hide(false);
    idle();
    expect(sent).toHaveLength(1);
    shown.show(() => two);
    own.abort();
    idle();
    expect(sent).toHaveLength(1);
  });
});
