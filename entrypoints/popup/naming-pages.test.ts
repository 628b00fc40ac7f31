import { expect, it } from 'vitest';
import { NO_MENTION } from '../../core/identity/no-mention';
import { NamingPages } from './naming-pages';

const answer = () => ({ papers: [{ mention: { ...NO_MENTION, title: 'One' } }] });

it('knows the page of each answer after another one came', () => {
  const named = new NamingPages();
  const first = named.note(answer(), 'https://a.example/');
  const second = named.note(answer(), 'https://b.example/');
  const pages = [...first.papers, ...second.papers].map(({ mention }) => named.of(mention));
  expect(pages).toEqual(['https://a.example/', 'https://b.example/']);
  named.noteCard('arxiv:1', 'https://a.example/');
  expect([named.ofCard('arxiv:1'), named.ofCard('arxiv:2')]).toEqual(['https://a.example/', null]);
});

it('knows none where the page has no address', () => {
  const named = new NamingPages();
  const { papers } = named.note(answer(), null);
  named.noteCard('arxiv:1', null);
  expect([papers.map(({ mention }) => named.of(mention)), named.ofCard('arxiv:1')]).toEqual([[null], null]);
});
