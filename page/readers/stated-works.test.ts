// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { mentionIn, statedWork, statedWorks } from './stated-works';

function element(markup: string): Element {
  const parsed = new DOMParser().parseFromString(markup, 'text/html').body.firstElementChild;
  if (!parsed) throw new Error('no element');
  return parsed;
}

const coins = (title: string) => `<span class="Z3988" title="rft.atitle=${title}"></span>`;

describe('a stated work', () => {
  it('is read from a link to Google Scholar, not from one to a book or elsewhere', () => {
    const link =
      '<a href="https://scholar.google.com/scholar_lookup?title=On%20Wax&author=Lind%2CB&doi=10.5555%2Fwax&publication_year=1998">x</a>';
    expect(statedWork(element(link))).toMatchObject({ title: 'On Wax', doi: '10.5555/wax', year: 1998 });
    expect(statedWork(element('<a href="https://shop.example/?title=On%20Wax">x</a>'))).toBeNull();
    expect(statedWork(element('<span title="rft.genre=book&rft.btitle=On+Wax"></span>'))).toBeNull();
  });

  it('has its place in the text, across elements, without the signs around it', () => {
    const row = element('<p>Lind B. “On <i>wax</i>, and candles”. 1998</p>');
    const found = mentionIn({ title: 'On Wax and Candles' }, row);
    const texts = found?.target.map((node) => node.textContent) ?? [];
    expect(texts).toEqual(['Lind B. “On ', 'wax', ', and candles”. 1998']);
    expect(texts[0]?.slice(found?.from)).toBe('On ');
    expect(texts[2]?.slice(0, found?.to)).toBe(', and candles');
  });

  it('that is not shown has none', () => {
    expect(mentionIn({ title: 'On Wax' }, element('<p>Google Scholar</p>'))).toBeNull();
  });

  it('bears hostile statements', () => {
    const long = `rft.atitle=${'On+Wax+'.repeat(5_000)}`;
    expect(statedWork(element(`<span class="Z3988" title="${long}"></span>`))).toBeNull();
    const odd = element(
      '<span class="Z3988" title="rft.atitle=%E0%A4%A&rft.date=never&rft_id=info:doi/nothing"></span>',
    );
    expect(statedWork(odd)).toMatchObject({ doi: null, arxiv: null, year: null });
    const many = element(`<span title="rft.atitle=On+Wax${'&rft.au=A'.repeat(1_000)}"></span>`);
    expect(statedWork(many)?.authors).toHaveLength(50);
    expect(statedWork(null)).toBeNull();
  });

  it('is read where references stand, each once, with its row', () => {
    const html = `<ul><li>Lind. On wax. ${coins('On+Wax')}</li><li>No statement</li><li>Penn. On ink. ${coins('On+Ink')}</li></ul>`;
    const doc = new DOMParser().parseFromString(html, 'text/html');
    expect([...statedWorks(doc)].map(({ facts, element: row }) => [facts.title, row.localName])).toEqual([
      ['On Wax', 'li'],
      ['On Ink', 'li'],
    ]);
  });
});
