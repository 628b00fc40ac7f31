import { describe, expect, it } from 'vitest';
import { knowing, shownPaper } from './call-under-test';
import { paperOfPage } from './page-paper';

const CALL = knowing([]);
const OWN = shownPaper({ title: 'Own', abstract: 'We show.', arxiv: '2110.06014' });
const CITED = shownPaper({ title: 'Cited', arxiv: '2203.05482' });
const page = (url: string) => ({ url, title: 'A page' });

describe('the paper of a page', () => {
  it('is the one whose identifier its address has, with what the page says of it', async () => {
    expect(await paperOfPage(page('https://arxiv.org/abs/2110.06014#comments'), [CITED, OWN], CALL)).toBe(
      OWN.mention,
    );
  });

  it('is the one whose page it is', async () => {
    const url = 'https://proceedings.example/soups';
    const own = shownPaper({ title: 'Own', url });
    expect(await paperOfPage(page(`${url}#s2`), [CITED, own], CALL)).toBe(own.mention);
  });

  it('is the only one', async () => {
    expect(await paperOfPage(page('https://blog.example/'), [CITED], CALL)).toBe(CITED.mention);
  });

  it('is what the address says where no script reads the page', async () => {
    expect(await paperOfPage(page('https://arxiv.org/pdf/2110.06014'), [], CALL)).toMatchObject({
      arxiv: '2110.06014',
      pdf: 'https://arxiv.org/pdf/2110.06014',
    });
  });

  it('is none of a list', async () => {
    expect(await paperOfPage(page('https://arxiv.org/list/cs.LG/new'), [OWN, CITED], CALL)).toBeNull();
    expect(await paperOfPage({}, [], CALL)).toBeNull();
  });
});
