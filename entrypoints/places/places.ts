import type { Browser } from 'wxt/browser';
import type { Translate } from '../../components/messages';
import { httpUrl } from '../../core/identity/links';
import type { PagePaper } from '../../core/match/resolution';
import type { SearchHit } from '../../core/search/hit';
import { callTab } from '../../messaging/tab-client';
import type { Call } from '../../page/call';
import { paperOfLink, paperOfText } from './named-paper';
import { paperOfPage } from './page-paper';
import { savePaper, type Saved } from './save-paper';
import { placeOf, SUGGESTIONS_MAX, suggestionsOf, type Suggestion } from './suggestions';

/** What the reader clicked on. */
type Clicked = Pick<Browser.contextMenus.OnClickData, 'linkUrl' | 'selectionText' | 'pageUrl'>;
type PageTab = Pick<Browser.tabs.Tab, 'id' | 'url' | 'title'>;

/** What the answers need of the background. */
export interface PlacesPorts {
  readonly call: Call;
  readonly now: () => number;
  readonly translate: Translate;
  /** Whether the browser takes a suggestion for XML. */
  readonly isMarkup: boolean;
  /** Resolves after so many ms. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Answers what the reader does in the browser's own places. */
export interface Places {
  /** Saves what was clicked on: the link's paper, else the selection's; the page's where there is neither. */
  readonly saveClicked: (clicked: Clicked, tab: PageTab | null, ports: PlacesPorts) => Promise<Saved>;
  readonly savePage: (tab: PageTab, ports: PlacesPorts) => Promise<Saved>;
  /** For what is typed in the address bar; null when more was typed meanwhile. */
  readonly suggest: (typed: string, ports: PlacesPorts) => Promise<readonly Suggestion[] | null>;
  /** The address that Enter goes to: what was chosen, else the best paper's; null where nothing fits. */
  readonly addressOf: (entered: string, ports: PlacesPorts) => Promise<string | null>;
}

/** Long enough that a fast typist asks once a word. */
const TYPING_PAUSE_MS = 100;
/** Some papers have no page: so many are asked for. */
const HITS_ASKED = 3 * SUGGESTIONS_MAX;
const TYPED_CHARS_MAX = 300;

/** The answers. They share what was typed last. */
export function answerPlaces(): Places {
  let typedLast = 0;
  return {
    saveClicked: async ({ linkUrl, selectionText, pageUrl }, tab, ports) => {
      const source = pageUrl ?? tab?.url;
      const shown = linkUrl === undefined && selectionText !== undefined ? [] : await papersOn(tab);
      const inLink = linkUrl === undefined ? null : await paperOfLink(linkUrl, shown, ports.call);
      const inText = inLink === null && selectionText ? await paperOfText(selectionText, ports.call) : null;
      const isPage = linkUrl === undefined && selectionText === undefined;
      const page = { url: tab?.url ?? pageUrl, title: tab?.title };
      const named = isPage ? await paperOfPage(page, shown, ports.call) : (inLink ?? inText);
      return savePaper(named, source, ports);
    },
    savePage: async (tab, ports) =>
      savePaper(await paperOfPage(tab, await papersOn(tab), ports.call), tab.url, ports),
    suggest: async (typed, ports) => {
      const turn = (typedLast += 1);
      await ports.pause(TYPING_PAUSE_MS);
      if (turn !== typedLast) return null;
      return suggestionsOf(await search(typed, ports), ports.translate, ports.isMarkup);
    },
    addressOf: async (entered, ports) => {
      const chosen = httpUrl(entered.trim());
      if (chosen !== null) return chosen;
      return (await search(entered, ports)).map(placeOf).find((place) => place !== null) ?? null;
    },
  };
}

async function papersOn(tab: PageTab | null): Promise<readonly PagePaper[]> {
  // Firefox has menus in places that are no tabs.
  if (tab?.id === undefined || tab.id < 0) return [];
  const reply = await callTab(tab.id, 'tab/papers', {});
  return reply.ok ? reply.value : [];
}

async function search(typed: string, { call }: PlacesPorts): Promise<readonly SearchHit[]> {
  const query = typed.trim().slice(0, TYPED_CHARS_MAX);
  if (query === '') return [];
  const reply = await call('search', { query, limit: HITS_ASKED });
  return reply.ok ? reply.value : [];
}
