import { beforeEach, describe, expect, it, vi } from 'vitest';
import { translateFrom } from '../../components/messages';
import type { Mention } from '../../core/match/mention';
import type { PagePaper } from '../../core/match/resolution';
import en from '../../locales/en.json';
import { entry, paper } from '../../tests/popup/fake-ports';
import { answering, resolution, shownPaper } from './call-under-test';
import { answerPlaces, type PlacesPorts } from './places';

const { onPage } = vi.hoisted(() => ({ onPage: [] as PagePaper[] }));
vi.mock('../../messaging/tab-client', () => ({ callTab: async () => ({ ok: true, value: onPage }) }));
beforeEach(() => void onPage.splice(0));

const TAB = { id: 7, url: 'https://notes.example/june', title: 'June' };
const NOW_MS = 5_000;

interface Save {
  readonly ref: { readonly mention: Mention };
  readonly sourceUrl: string | null;
}

const noPause = () => Promise.resolve();

/** A background that knows the titles, and when what it is told to save was added. */
function setUp(
  known: readonly string[] = [],
  addedAt = NOW_MS,
  changes: Readonly<Record<string, (params: never) => unknown>> = {},
) {
  const saves: Save[] = [];
  const queries: string[] = [];
  const call = answering({
    'page/resolve': ({ mentions }: { readonly mentions: readonly Mention[] }) =>
      mentions.map(({ title }) => (known.includes(title ?? '') ? resolution('known') : null)),
    'page/scan-text': () => [],
    'list/all': () => [],
    'list/save': (save: Save) => {
      saves.push(save);
      return entry('saved', 'to-read', addedAt);
    },
    search: ({ query }: { readonly query: string }) => {
      queries.push(query);
      return [null, '2110.06014'].map((arxiv) => ({ paper: { ...paper('p'), arxiv }, status: null }));
    },
    ...changes,
  });
  const ports: PlacesPorts = {
    call,
    now: () => NOW_MS,
    translate: translateFrom(en),
    isMarkup: true,
    pause: noPause,
  };
  return { places: answerPlaces(), ports, saves, queries };
}

describe('saving what was clicked on', () => {
  it('saves the paper of a link, from the page it stands on', async () => {
    const { places, ports, saves } = setUp();
    const clicked = { linkUrl: 'https://arxiv.org/abs/2110.06014', pageUrl: TAB.url };
    expect(await places.saveClicked(clicked, TAB, ports)).toEqual({ kind: 'saved', title: 'Paper saved' });
    expect(saves).toMatchObject([{ ref: { mention: { arxiv: '2110.06014' } }, sourceUrl: TAB.url }]);
  });

  it('saves the selection where the link names no paper', async () => {
    const { places, ports, saves } = setUp(['Model soups']);
    const clicked = { linkUrl: 'https://example.org/', selectionText: 'Model soups', pageUrl: TAB.url };
    await places.saveClicked(clicked, TAB, ports);
    expect(saves).toMatchObject([{ ref: { mention: { title: 'Model soups' } } }]);
  });

  it('saves the page’s paper when neither was clicked on', async () => {
    onPage.push(shownPaper({ title: 'Own', abstract: 'We show.' }));
    const { places, ports, saves } = setUp();
    await places.saveClicked({ pageUrl: TAB.url }, TAB, ports);
    expect(saves).toMatchObject([{ ref: { mention: { title: 'Own' } } }]);
  });

  it.each([
    ['a link to no paper', { linkUrl: 'https://example.org/' }],
    ['a selection that is no title', { selectionText: 'and so on' }],
    ['a page that is none', {}],
  ])('saves nothing for %s, and says so', async (_what, clicked) => {
    const { places, ports, saves } = setUp();
    expect(await places.saveClicked({ pageUrl: TAB.url, ...clicked }, TAB, ports)).toEqual({ kind: 'none' });
    expect(saves).toEqual([]);
  });

  it('takes no page for its link', async () => {
    onPage.push(shownPaper({ title: 'Own' }));
    const { places, ports, saves } = setUp();
    await places.saveClicked({ linkUrl: 'https://example.org/', pageUrl: TAB.url }, TAB, ports);
    expect(saves).toEqual([]);
  });

  it('says when it was there before, and when the list refuses', async () => {
    const clicked = { linkUrl: 'https://arxiv.org/abs/2110.06014', pageUrl: TAB.url };
    const before = setUp([], NOW_MS - 1);
    expect(await before.places.saveClicked(clicked, TAB, before.ports)).toMatchObject({ kind: 'already' });
    const refused = setUp([], NOW_MS, { 'list/save': () => undefined });
    expect(await refused.places.saveClicked(clicked, TAB, refused.ports)).toEqual({ kind: 'failed' });
  });

  it('does without a tab, as in Firefox’s sidebar', async () => {
    const { places, ports, saves } = setUp();
    await places.saveClicked({ linkUrl: 'https://arxiv.org/abs/2110.06014' }, null, ports);
    expect(saves).toMatchObject([{ sourceUrl: null }]);
  });
});

it('saves the paper of the page by its key', async () => {
  onPage.push(shownPaper({ title: 'Own' }));
  const { places, ports, saves } = setUp();
  expect(await places.savePage(TAB, ports)).toMatchObject({ kind: 'saved' });
  expect(saves).toMatchObject([{ ref: { mention: { title: 'Own' } }, sourceUrl: TAB.url }]);
});

describe('the address bar', () => {
  it('suggests what is found, and asks once for what is typed in one go', async () => {
    const { places, ports, queries } = setUp();
    const all = await Promise.all(['s', 'so', 'soup'].map((typed) => places.suggest(typed, ports)));
    expect(queries).toEqual(['soup']);
    expect(all.map((each) => each?.length ?? null)).toEqual([null, null, 1]);
  });

  it('asks for nothing when nothing is typed, and for no more than a search takes', async () => {
    const { places, ports, queries } = setUp();
    expect(await places.suggest('  ', ports)).toEqual([]);
    await places.suggest('x'.repeat(10_000), ports);
    expect(queries.map(({ length }) => length)).toEqual([300]);
  });

  it('goes to what was chosen, else to the best that has a page', async () => {
    const { places, ports } = setUp();
    expect(await places.addressOf('https://doi.org/10.1/x', ports)).toBe('https://doi.org/10.1/x');
    expect(await places.addressOf('soup', ports)).toBe('https://arxiv.org/abs/2110.06014');
    expect(await places.addressOf('javascript:alert(1)', ports)).toBe('https://arxiv.org/abs/2110.06014');
    expect(await places.addressOf('', ports)).toBeNull();
  });

  it('suggests nothing where the search fails', async () => {
    const { places, ports } = setUp([], NOW_MS, { search: () => undefined });
    expect(await places.suggest('soup', ports)).toEqual([]);
    expect(await places.addressOf('soup', ports)).toBeNull();
  });
});
