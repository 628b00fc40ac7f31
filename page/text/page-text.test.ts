// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../core/in-text/text-block';
import type { Call } from '../call';
import { mentionOf } from '../testing';
import { PageText } from './page-text';

function setUp() {
  const sent: string[][] = [];
  const call = (async (_name: string, { blocks }: { blocks: TextBlock[] }) => {
    sent.push(blocks.map(({ text }) => text));
    const hits = blocks.flatMap(({ text }, block) => {
      const start = text.indexOf('Birds');
      return start < 0
        ? []
        : [{ block, start, end: start + 5, mention: mentionOf('Birds'), resolution: null }];
    });
    return { ok: true, value: hits };
  }) as unknown as Call;
  const slices = {
    runLater: (task: () => void) => task(),
    now: () => 0,
    signal: new AbortController().signal,
  };
  const text = new PageText(call);
  const parts: number[] = [];
  const onPart = (found: readonly unknown[]) => parts.push(found.length);
  return { sent, parts, text, read: () => text.read(document, slices, onPart) };
}

describe('PageText', () => {
  it('sends each block once, and again only what changed', async () => {
    const { sent, read } = setUp();
    document.body.innerHTML = '<p>First paragraph</p><p>Same text twice</p><p>Same text twice</p><p>a</p>';
    await read();
    document.body.insertAdjacentHTML('beforeend', '<p>Another of Birds</p>');
    expect(await read()).toHaveLength(1);
    await read();
    expect(sent).toEqual([['First paragraph', 'Same text twice'], ['Another of Birds']]);
  });

  it('says where each is, of equal blocks too', async () => {
    const { read } = setUp();
    document.body.innerHTML = '<p>On <b>Bi</b>rds</p><p>On Birds of sea</p><p>On Birds of sea</p>';
    const found = await read();
    expect(found?.map(({ target, from, to }) => [target.length, from, to])).toEqual([
      [2, 0, 3],
      [1, 3, 8],
      [1, 3, 8],
    ]);
  });

  it('asks anew for everything once it is told to', async () => {
    const { sent, text, read } = setUp();
    document.body.innerHTML = '<p>First paragraph</p>';
    await read();
    text.forget();
    await read();
    expect(sent).toHaveLength(2);
  });

  it('asks about the first screens at once and tells of them ever more seldom', async () => {
    const { sent, parts, read } = setUp();
    const long = `${'word '.repeat(9_000)}Birds`;
    document.body.innerHTML = `<p>On Birds</p>${Array.from({ length: 60 }, (_, n) => `<p>${n} ${long}</p>`).join('')}`;
    expect(await read()).toHaveLength(61);
    expect(sent[0]).toEqual(['On Birds']);
    expect(parts[0]).toBe(1);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.length).toBeLessThan(sent.length / 2);
  });

  it('cuts a long page into messages of bounded size', async () => {
    const { sent, read } = setUp();
    document.body.innerHTML = Array.from(
      { length: 30 },
      (_, n) => `<p>${n} ${'word '.repeat(5_000)}</p>`,
    ).join('');
    await read();
    expect(sent.length).toBeGreaterThan(2);
    expect(Math.max(...sent.map((texts) => texts.join('').length))).toBeLessThanOrEqual(250_000);
  });
});
