import type { Browser } from 'wxt/browser';
import { isPdfAddress, paperOfAddress } from '../../core/identity/address-paper';
import { httpUrl } from '../../core/identity/links';
import { identifiersOf } from '../../core/identity/paper-id';
import type { Mention } from '../../core/match/mention';
import type { PagePaper } from '../../core/match/resolution';
import type { Call } from '../../page/call';
import { paperByAddress } from './address-papers';

/** The paper that a page is about: as the page says, else as its address does; null for a list of papers, or none. */
export async function paperOfPage(
  tab: Pick<Browser.tabs.Tab, 'url' | 'title'>,
  shown: readonly PagePaper[],
  call: Call,
): Promise<Mention | null> {
  const own = ownPaper(tab.url ?? '', shown);
  if (own !== null) return own.mention;
  const { papers } = await paperByAddress(tab, isPdfAddress(tab.url ?? ''), call);
  return papers[0]?.mention ?? null;
}

/** The one whose identifier or address the page's own address is; or the only one. */
function ownPaper(address: string, shown: readonly PagePaper[]): PagePaper | null {
  const here = withoutFragment(address);
  const said = here === null ? null : paperOfAddress(here);
  const own = shown.find(({ mention }) => {
    const { arxiv, doi } = identifiersOf(mention);
    const isNamed =
      (arxiv !== null && arxiv === said?.arxiv) ||
      (doi !== null && (doi === said?.doi || doi === said?.likelyDoi));
    return isNamed || (here !== null && withoutFragment(mention.url ?? '') === here);
  });
  return own ?? (shown.length === 1 ? (shown[0] ?? null) : null);
}

function withoutFragment(address: string): string | null {
  return httpUrl(address)?.replace(/#.*$/, '') ?? null;
}
