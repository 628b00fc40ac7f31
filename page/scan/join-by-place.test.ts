// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { mentionOf, resolutionOf } from '../testing';
import { joinByPlace } from './join-by-place';
import type { Entry } from './registry';

function fixture(html: string) {
  document.body.innerHTML = html;
  const element = document.querySelector('a');
  const text = element?.firstChild;
  if (!element || !text) throw new Error('fixture');
  const read = (resolution: Entry['resolution'], arxiv: string | null = null): Entry => ({
    mention: mentionOf('A', { arxiv }),
    target: [element],
    resolution,
  });
  const inText = (arxiv: string | null = null): Entry => ({
    mention: mentionOf('A', { arxiv }),
    target: [text],
    from: 0,
    to: 1,
    resolution: resolutionOf('A'),
  });
  return { read, inText };
}

describe('joinByPlace', () => {
  it('keeps what a reader found and the background knows', () => {
    const { read, inText } = fixture('<a>A</a>');
    const known = read(resolutionOf('A'));
    expect(joinByPlace([known], [inText()])).toEqual([known]);
  });

  it('takes the text where nothing knows what a reader found', () => {
    const { read, inText } = fixture('<a>A</a>');
    const found = inText();
    expect(joinByPlace([read(null)], [found])).toEqual([found]);
  });

  it('believes the identifier of a reader that says it is another paper', () => {
    const { read, inText } = fixture('<a>A</a>');
    const other = read(null, '2401.00001');
    expect(joinByPlace([other], [inText('2110.06014')])).toEqual([other]);
  });

  it('keeps both where they stand apart', () => {
    const { read } = fixture('<a>A</a>');
    const reader = read(resolutionOf('A'));
    const { inText } = fixture('<a>A</a>');
    expect(joinByPlace([reader], [inText()])).toHaveLength(2);
  });
});
