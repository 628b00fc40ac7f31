// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { mentionOf, resolutionOf } from '../testing';
import { Registry } from './registry';

function page(...titles: string[]) {
  document.body.innerHTML = titles.map((title) => `<h2>${title}</h2>`).join('');
  return [...document.querySelectorAll('h2')];
}

function scan(registry: Registry, headings: readonly Element[]): boolean {
  registry.beginScan();
  for (const heading of headings) {
    registry.note({ mention: mentionOf(heading.textContent), target: [heading] });
  }
  return registry.endScan();
}

const titles = (registry: Registry) => registry.inPageOrder().map(({ mention }) => mention.title);

describe('Registry', () => {
  it('keeps an entry and what is known of it through a second scan', () => {
    const registry = new Registry();
    const headings = page('A', 'B');
    expect(scan(registry, headings)).toBe(true);
    const [first] = registry.all();
    if (first) first.resolution = resolutionOf('A');
    expect(scan(registry, headings)).toBe(false);
    expect(registry.all()[0]).toBe(first);
    expect(registry.all()[0]?.resolution?.title).toBe('A');
  });

  it('makes a new entry when another title stands in the same node', () => {
    const registry = new Registry();
    const headings = page('A');
    scan(registry, headings);
    const [before] = registry.all();
    if (headings[0]) headings[0].textContent = 'C';
    expect(scan(registry, headings)).toBe(true);
    expect(registry.all()).toHaveLength(1);
    expect(registry.all()[0]).not.toBe(before);
    expect(registry.all()[0]?.resolution).toBeUndefined();
  });

  it('drops what the page took away, and finds it no more by its element', () => {
    const registry = new Registry();
    const [a, b] = page('A', 'B');
    if (!a || !b) throw new Error('fixture');
    scan(registry, [a, b]);
    scan(registry, [b]);
    expect(registry.at(a)).toEqual([]);
    expect(registry.at(b)).toHaveLength(1);
  });

  it('shows the old entries while a scan is under way', () => {
    const registry = new Registry();
    const headings = page('A');
    scan(registry, headings);
    registry.beginScan();
    expect(registry.all()).toHaveLength(1);
  });

  it('lists in page order, whatever the order of finding, and without detached nodes', () => {
    const registry = new Registry();
    const headings = page('A', 'B', 'C', 'D');
    scan(registry, headings.toReversed());
    headings[1]?.remove();
    expect(titles(registry)).toEqual(['A', 'C', 'D']);
  });

  it('finds a mention by the element around its text nodes', () => {
    document.body.innerHTML = '<div><b>Title:</b> Real title</div>';
    const div = document.querySelector('div');
    if (!div?.lastChild) throw new Error('fixture');
    const registry = new Registry();
    registry.beginScan();
    registry.note({ mention: mentionOf('Real title'), target: [div.lastChild] });
    registry.note({ mention: mentionOf('second claim'), target: [div.lastChild] });
    registry.endScan();
    expect(registry.at(div).map(({ mention }) => mention.title)).toEqual(['Real title']);
  });

  it('knows the link that stands for a title, also after the page made it anew', () => {
    const registry = new Registry();
    const [heading] = page('A');
    const scanWith = (handle: Element) => {
      registry.beginScan();
      if (heading) registry.note({ mention: mentionOf('A'), target: [heading], handle });
      registry.endScan();
    };
    const [before, after] = [document.createElement('a'), document.createElement('a')];
    scanWith(before);
    expect(registry.handledBy(before)?.mention.title).toBe('A');
    scanWith(after);
    expect(registry.handledBy(before)).toBeNull();
    expect(registry.handledBy(after)?.mention.title).toBe('A');
  });
});
