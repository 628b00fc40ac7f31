// @vitest-environment jsdom
import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { NoteText } from './note-text';
import { plainNote } from './parse-note';

let root: HTMLElement;
const shown = (note: string): string => {
  render(<NoteText note={note} />, root);
  return root.querySelector('.pk-note-text')?.innerHTML ?? '';
};

beforeEach(() => {
  root = document.createElement('div');
});

describe('a note in Markdown', () => {
  it.each([
    ['*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
    ['# Head', '<p class="pk-note-heading">Head</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    [
      '- [x] done\n- [ ] open',
      '<ul><li class="pk-note-task">☑ done</li><li class="pk-note-task">☐ open</li></ul>',
    ],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['```\nx < y\n```', '<pre><code>x &lt; y</code></pre>'],
    ['a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
    [
      '| a |\n|---|\n| *1* |',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><em>1</em></td></tr></tbody></table>',
    ],
    ['2 \\* 3 \\* 4', '<p>2 * 3 * 4</p>'],
  ])('%j is shown as it means', (note, html) => {
    expect(shown(note)).toBe(html);
  });

  it('leads to web pages, telling them nothing', () => {
    shown('[the code](https://example.org/a) and https://example.org/b');
    const links = [...root.querySelectorAll('a')];
    expect(links.map(({ href }) => href)).toEqual(['https://example.org/a', 'https://example.org/b']);
    for (const link of links) expect([link.rel, link.target]).toEqual(['noopener noreferrer', '_blank']);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](data:text/html,x)',
    '[a](//example.org)',
    '[a](chrome-extension://x/y.html)',
    '<a href="https://example.org">a</a>',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<style>*{display:none}</style>',
    '![a](https://example.org/a.png)',
    '<https://user@example.org/>',
  ])('of a stranger, %j becomes no link, no picture and no HTML', (note) => {
    shown(note);
    expect(root.querySelector('a, img, script, style, iframe')).toBeNull();
    expect(root.textContent).toMatch(/\S/);
  });

  it.each(['>'.repeat(7_000), '> '.repeat(3_900), '[a'.repeat(50_000)])(
    'that is no note is shown as it was written',
    (note) => {
      expect(shown(note)).toContain('class="pk-note-plain"');
      expect(root.textContent).toBe(note);
    },
  );
});

describe('the words of a note', () => {
  it.each([
    ['The ablation in **table 4** is what\nwe need', 'The ablation in table 4 is what we need'],
    ['- ask Ada\n- compare', 'ask Ada · compare'],
    ['# Head\n\ntext with `code`, [link](https://example.org)', 'Head text with code, link'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b 1 2'],
    ['x < y & z', 'x < y & z'],
    ['', ''],
  ])('of %j', (note, words) => {
    expect(plainNote(note)).toBe(words);
  });
});
