import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../core/search/hit';
import type { Answer } from './ports';
import { SEARCH_DELAY_MS, SearchStore } from './search-store';
import { fakeClock, fakePorts, paper } from '../../tests/popup/fake-ports';

type Finish = (answer: Answer<readonly SearchHit[]>) => void;

function open() {
  const asked: { readonly query: string; readonly finish: Finish }[] = [];
  const clock = fakeClock();
  const ports = fakePorts([], {
    search: (query) => new Promise((finish) => asked.push({ query, finish })),
  });
  return { asked, clock, search: new SearchStore(ports, clock) };
}

const hits = (id: string): Answer<readonly SearchHit[]> => ({
  ok: true,
  value: [{ paper: paper(id), status: null }],
});
const settled = () => new Promise((done) => setTimeout(done, 0));

describe('search as you type', () => {
  it('asks once for letters typed in one go, without the spaces around', () => {
    const { asked, clock, search } = open();
    for (const typed of ['l', 'le', 'lea ']) {
      search.setQuery(typed);
      clock.advance(SEARCH_DELAY_MS - 1);
    }
    expect(asked).toEqual([]);
    clock.advance(1);
    expect(asked.map(({ query }) => query)).toEqual(['lea']);
  });

  it('drops the answer to an earlier query that comes late', async () => {
    const { asked, clock, search } = open();
    search.setQuery('first');
    clock.advance(SEARCH_DELAY_MS);
    search.setQuery('second');
    clock.advance(SEARCH_DELAY_MS);
    asked[1]?.finish(hits('second'));
    asked[0]?.finish(hits('first'));
    await settled();
    expect(search.state.value).toMatchObject({ kind: 'results', query: 'second' });
  });

  it('shows no answer that comes after the field was cleared', async () => {
    const { asked, clock, search } = open();
    search.setQuery('leaf');
    clock.advance(SEARCH_DELAY_MS);
    search.setQuery('');
    asked[0]?.finish(hits('leaf'));
    await settled();
    expect(search.active).toBe(false);
    expect(search.state.value.kind).toBe('searching');
  });

  it('says when it failed', async () => {
    const { asked, clock, search } = open();
    search.setQuery('leaf');
    clock.advance(SEARCH_DELAY_MS);
    asked[0]?.finish({ ok: false, error: { code: 'storage', message: '' } });
    await settled();
    expect(search.state.value.kind).toBe('failed');
  });
});
