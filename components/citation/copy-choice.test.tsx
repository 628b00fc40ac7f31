// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import en from '../../locales/en.json';
import { samplePaper } from '../../tests/samples/papers';
import { Messages, translateFrom } from '../messages';
import { CopyChoice, type CopyCitation } from './copy-choice';

const PAPERS = ['Soups', 'Gulls'].map((title) =>
  samplePaper({ id: title, title, authors: ['Ada Quay'], year: 2021 }),
);
afterEach(() => act(() => render(null, document.body)));

async function choose(kind: string, copy: CopyCitation): Promise<string> {
  const choice = <CopyChoice papers={PAPERS} keys={() => new Map([['Soups', 'soups1']])} copy={copy} />;
  act(() => render(<Messages.Provider value={translateFrom(en)}>{choice}</Messages.Provider>, document.body));
  const select = document.querySelector('select');
  if (!select) throw new Error('no menu');
  select.value = kind;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await act(() => new Promise<void>((done) => setTimeout(done, 20)));
  return document.querySelector('output')?.textContent ?? '';
}

it('copies what is chosen of all papers, under the keys of the list', async () => {
  const copy = vi.fn<CopyCitation>(async () => true);
  expect(await choose('bibtex', copy)).toBe(en.citation_copied);
  const text = copy.mock.calls[0]?.[0].text;
  expect(text).toContain('{soups1,');
  expect(text).toContain('{quay2021gulls,');
  expect(document.querySelector('select')?.value).toBe('');
});

it('says that the browser refused', async () => {
  expect(await choose('apa', async () => false)).toBe(en.citation_not_copied);
});
