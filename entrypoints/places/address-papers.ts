import type { Browser } from 'wxt/browser';
import { paperOfAddress, type AddressPaper } from '../../core/identity/address-paper';
import { httpUrl } from '../../core/identity/links';
import { NO_MENTION } from '../../core/identity/no-mention';
import type { Mention } from '../../core/match/mention';
import type { PagePaper } from '../../core/match/resolution';
import type { Paper } from '../../core/paper';
import type { Call } from '../../page/call';

/** Longer ones are no titles. */
const TITLE_CHARS_MAX = 300;

/** What the address of a tab says: at most one paper, and its page where the tab shows the PDF. */
export interface PapersByAddress {
  readonly papers: readonly PagePaper[];
  /** http(s); null where the tab is that page, or the address names none. */
  readonly page: string | null;
}

/**
 * The paper that a tab shows, by its address. An identifier there is believed; what is only likely (a publisher's usual DOI;
 * the tab's title, which viewers take from the PDF) counts when a paper of that name is known.
 */
export async function paperByAddress(
  { url, title }: Pick<Browser.tabs.Tab, 'url' | 'title'>,
  isPdf: boolean,
  call: Call,
): Promise<PapersByAddress> {
  const address = httpUrl(url ?? null);
  const addressed = address === null ? null : paperOfAddress(address);
  const page = isPdf ? (addressed?.page ?? null) : null;
  const stated = addressed && statedMention(addressed, isPdf ? address : null);
  const mentions = stated ? [stated] : isPdf ? likelyMentions(addressed, titleOfTab(title)) : [];
  const reply = mentions.length === 0 ? null : await call('page/resolve', { page: address, mentions });
  const found = mentions.map((mention, at) => ({
    mention,
    resolution: reply?.ok ? (reply.value[at] ?? null) : null,
  }));
  const known = found.find(({ resolution }) => resolution !== null);
  if (known) return { papers: [known], page };
  if (stated) return { papers: [{ mention: stated, resolution: null }], page };
  const saved = await savedFrom(
    [address, addressed?.page ?? null].filter((each) => each !== null),
    call,
  );
  return { papers: saved ? [saved] : [], page };
}

function statedMention({ arxiv, doi, page }: AddressPaper, pdf: string | null): Mention | null {
  return arxiv === null && doi === null ? null : { ...NO_MENTION, arxiv, doi, url: page, pdf };
}

function likelyMentions(addressed: AddressPaper | null, title: string | null): readonly Mention[] {
  const { likelyDoi: doi = null, page: url = null } = addressed ?? {};
  return [
    ...(url === null && doi === null ? [] : [{ ...NO_MENTION, doi, url }]),
    ...(title === null ? [] : [{ ...NO_MENTION, title }]),
  ];
}

/** A viewer that finds no title shows the file's name or the address. */
function titleOfTab(title: string | undefined): string | null {
  const named = (title ?? '').replace(/\.pdf$/i, '').trim();
  return named.includes(' ') && named.length <= TITLE_CHARS_MAX ? named : null;
}

/** The paper of the reading list that has one of these addresses: OpenReview's have no other identifier. */
async function savedFrom(addresses: readonly string[], call: Call): Promise<PagePaper | null> {
  if (addresses.length === 0) return null;
  const reply = await call('list/all', {});
  const entry = reply.ok
    ? reply.value.find(({ paper: { url, pdf } }) =>
        [url, pdf].some((each) => each !== null && addresses.includes(each)),
      )
    : undefined;
  if (!entry) return null;
  const { paper, status } = entry;
  // The list knows it by its title; the rule says where the reader's word comes from.
  const resolution = { paperId: paper.id, title: paper.title, rule: 'title' as const, confidence: 1, status };
  return { mention: mentionOf(paper), resolution };
}

function mentionOf({ title, arxiv, doi, abstract, authors, year, venue, url, pdf }: Paper): Mention {
  return { title, arxiv, doi, abstract, authors, year, venue, url, pdf };
}
