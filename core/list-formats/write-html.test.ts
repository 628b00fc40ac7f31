// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { samplePaper } from '../../tests/samples/papers';
import { listed, optionsFor } from './lists-under-test';
import { htmlOf } from './write-html';

const pageOf = (list: Parameters<typeof htmlOf>[0]) =>
  new DOMParser().parseFromString(htmlOf(list, optionsFor(list)), 'text/html');

it('shows each paper with its link, facts, tags, note and abstract', () => {
  const paper = samplePaper({ venue: 'ICML' });
  const page = pageOf([listed(paper, { status: 'read', starred: true, tags: ['a'], note: 'one\ntwo' })]);
  expect(page.querySelector('a')?.href).toBe('https://arxiv.org/abs/2401.00001');
  expect(page.querySelector('h2')?.textContent).toBe(paper.title);
  expect([...page.querySelectorAll('.facts')].map((line) => line.textContent)).toEqual([
    'Paperkin 0.1.0 · 2026-11-26',
    'ICML · 2024',
    'Read · Starred · #a',
  ]);
  expect(page.querySelector('.note')?.textContent).toBe('one\ntwo');
  expect(page.querySelector('details')?.textContent).toBe(`Abstract${paper.abstract}`);
});

it('takes no text for mark-up, and no address but one of the web', () => {
  const bad = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const paper = {
    ...samplePaper({ title: bad, abstract: bad, authors: [bad], venue: bad }),
    arxiv: null,
    url: 'javascript:alert(1)',
  };
  const page = pageOf([listed(paper, { tags: [bad], note: bad })]);
  expect(page.querySelectorAll('script, img, a, iframe, object, link').length).toBe(0);
  expect(page.querySelector('h2')?.textContent).toBe(bad);
  expect(page.querySelector('.note')?.textContent).toBe(bad);
});
