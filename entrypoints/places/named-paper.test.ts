import { describe, expect, it } from 'vitest';
import { knowing, shownPaper, textHit } from './call-under-test';
import { paperOfLink, paperOfText } from './named-paper';

const NOTHING_KNOWN = knowing([]);

describe('paperOfLink', () => {
  it.each([
    ['https://arxiv.org/abs/2110.06014v2', { arxiv: '2110.06014', url: 'https://arxiv.org/abs/2110.06014' }],
    ['https://arxiv.org/pdf/2110.06014', { arxiv: '2110.06014', pdf: 'https://arxiv.org/pdf/2110.06014' }],
    ['https://doi.org/10.1016/J.Patter.2023.100729', { doi: '10.1016/j.patter.2023.100729' }],
    [
      'https://www.google.com/url?sa=t&q=https%3A%2F%2Farxiv.org%2Fabs%2F2110.06014&usg=x',
      { arxiv: '2110.06014' },
    ],
  ])('believes the identifier in %s', async (address, said) => {
    expect(await paperOfLink(address, [], NOTHING_KNOWN)).toMatchObject(said);
  });

  it.each([
    'https://example.org/',
    'javascript:alert(1)',
    'https://arxiv.org@example.org/abs/2110.06014',
    `https://example.org/${'x'.repeat(1_000_000)}`,
    'no address',
    'https://example.org/?q=notes&r=http://',
  ])('finds none in %.60s', async (address) => {
    expect(await paperOfLink(address, [], NOTHING_KNOWN)).toBeNull();
  });

  it('takes what the page says of its link, with title and abstract', async () => {
    const there = shownPaper({
      title: 'Soups',
      abstract: 'We show.',
      url: 'https://openreview.net/forum?id=abc',
    });
    const named = await paperOfLink('https://openreview.net/forum?id=abc', [there], NOTHING_KNOWN);
    expect(named).toBe(there.mention);
  });

  it('believes a DOI that is only likely when it is known', async () => {
    const address = 'https://aclanthology.org/2022.acl-long.125.pdf';
    expect(await paperOfLink(address, [], NOTHING_KNOWN)).toBeNull();
    const doi = '10.18653/v1/2022.acl-long.125';
    expect(await paperOfLink(address, [], knowing([doi]))).toMatchObject({ doi });
  });
});

describe('paperOfText', () => {
  it.each([
    ['2110.06014', { arxiv: '2110.06014' }],
    [' arXiv:2110.06014v3 ', { arxiv: '2110.06014' }],
    ['arXiv: math/0211159', { arxiv: 'math/0211159' }],
    ['doi: 10.1145/3292500.3330701', { doi: '10.1145/3292500.3330701' }],
    ['https://arxiv.org/abs/2110.06014', { arxiv: '2110.06014' }],
  ])('reads %s', async (text, said) => {
    expect(await paperOfText(text, NOTHING_KNOWN)).toMatchObject(said);
  });

  it('takes a title that is known, and no other', async () => {
    const call = knowing(['Model soups']);
    expect(await paperOfText(' Model soups\n', call)).toMatchObject({ title: 'Model soups' });
    expect(await paperOfText('Model salads', call)).toBeNull();
  });

  it('takes the one paper of a reference', async () => {
    const text = 'M. Wortsman et al. Model soups. In ICML 2022. arXiv:2203.05482';
    const soups = textHit({ title: 'Model soups' }, 'soups');
    const id = textHit({ arxiv: '2203.05482' }, null);
    expect(await paperOfText(text, knowing([], [soups, id]))).toBe(soups.mention);
    expect(await paperOfText(text, knowing([], [id]))).toBe(id.mention);
    const twice = textHit({ arxiv: '2203.05482' }, 'soups');
    expect(await paperOfText(text, knowing([], [soups, twice]))).toBe(soups.mention);
  });

  it('takes none of several', async () => {
    const both = [textHit({ title: 'A' }, 'a'), textHit({ title: 'B' }, 'b')];
    expect(await paperOfText('A; B; and others', knowing([], both))).toBeNull();
  });

  it.each(['', '   ', 'word '.repeat(10_000), '\0'.repeat(500)])('finds none in %j (cut)', async (text) => {
    expect(await paperOfText(text, NOTHING_KNOWN)).toBeNull();
  });
});
