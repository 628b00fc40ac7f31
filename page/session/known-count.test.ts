// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { Call } from '../call';
import type { Entry } from '../scan/registry';
import { mentionOf, resolutionOf } from '../testing';
import { KnownCount } from './known-count';

afterEach(() => void Reflect.deleteProperty(document, 'prerendering'));

function setUp() {
  const sent: number[] = [];
  const call = (async (_name: string, { count }: { count: number }) => {
    sent.push(count);
    return { ok: true, value: null };
  }) as unknown as Call;
  const own = new AbortController();
  return { sent, own, known: new KnownCount(window, call, own.signal) };
}

const entry = (title: string, isKnown = true): Entry => ({
  mention: mentionOf(title),
  target: [],
  resolution: isKnown ? resolutionOf(title, { paperId: `title:${title}` }) : null,
});
const pageShow = (persisted: boolean) =>
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

describe('KnownCount', () => {
  it('counts each known paper once, and tells when the number changes', () => {
    const { sent, known } = setUp();
    known.show([entry('a'), entry('b', false), entry('a'), entry('c')]);
    known.show([entry('c'), entry('a')]);
    known.show([entry('c')]);
    known.show([]);
    expect(sent).toEqual([2, 1, 0]);
  });

  it('tells nothing of a page without known papers', () => {
    const { sent, known } = setUp();
    known.show([entry('b', false)]);
    pageShow(true);
    expect(sent).toEqual([]);
  });

  it('tells again when the page comes back as it was left', () => {
    const { sent, known } = setUp();
    known.show([entry('a')]);
    pageShow(false);
    pageShow(true);
    expect(sent).toEqual([1, 1]);
  });

  it('keeps still until a page that is loaded ahead is shown', () => {
    const { sent, known } = setUp();
    const doc = Object.assign(document, { prerendering: true });
    known.show([entry('a')]);
    expect(sent).toEqual([]);
    doc.prerendering = false;
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(sent).toEqual([1]);
  });

  it('takes its number away when Paperkin leaves the page', () => {
    const { sent, own, known } = setUp();
    known.show([entry('a')]);
    own.abort();
    expect(sent).toEqual([1, 0]);
  });
});
