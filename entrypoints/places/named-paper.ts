import { paperOfAddress, targetsWithin } from '../../core/identity/address-paper';
import { httpUrl } from '../../core/identity/links';
import { NO_MENTION } from '../../core/identity/no-mention';
import { identifiersOf } from '../../core/identity/paper-id';
import type { TextHit } from '../../core/in-text/text-hit';
import type { Mention } from '../../core/match/mention';
import type { PagePaper } from '../../core/match/resolution';
import type { Call } from '../../page/call';

/** A longer selection is a page, not a title or a reference. In UTF-16 units. */
const SELECTION_CHARS_MAX = 4_000;
const TITLE_CHARS_MAX = 300;
const IDENTIFIER_CHARS_MAX = 200;

/** The paper that a link leads to: as the page itself says, else by its address, which is believed; null when it names none. */
export async function paperOfLink(
  address: string,
  shown: readonly PagePaper[],
  call: Call,
): Promise<Mention | null> {
  const href = httpUrl(address);
  if (href === null) return null;
  const onPage = shown.find(({ mention: { url, pdf } }) => [httpUrl(url), httpUrl(pdf)].includes(href));
  if (onPage) return onPage.mention;
  for (const each of [href, ...targetsWithin(href)]) {
    const named = await paperAtAddress(each, call);
    if (named) return named;
  }
  return null;
}

/** An identifier in an address is believed; one that is only likely counts when a paper of that name is known. */
async function paperAtAddress(href: string, call: Call): Promise<Mention | null> {
  const addressed = paperOfAddress(href);
  if (addressed === null) return null;
  const { arxiv, doi, likelyDoi, page, isPdf } = addressed;
  if (arxiv !== null || doi !== null)
    return { ...NO_MENTION, arxiv, doi, url: page, pdf: isPdf ? href : null };
  const likely = { ...NO_MENTION, doi: likelyDoi, url: page };
  return (await isKnown(likely, call)) ? likely : null;
}

/**
 * The one paper that a text names: an identifier standing alone, a known title, or the only paper in a reference. Null
 * where it names none, or several.
 */
export async function paperOfText(selected: string, call: Call): Promise<Mention | null> {
  const text = selected.trim();
  if (text === '' || text.length > SELECTION_CHARS_MAX) return null;
  if (/^https?:\S+$/i.test(text)) return paperOfLink(text, [], call);
  if (text.length <= IDENTIFIER_CHARS_MAX && !/\s/.test(text.replace(/^(?:arxiv|doi):\s*/i, ''))) {
    const { arxiv, doi } = identifiersOf({ arxiv: text, doi: text });
    if (arxiv !== null || doi !== null) return { ...NO_MENTION, arxiv, doi };
  }
  const asTitle = { ...NO_MENTION, title: text };
  if (text.length <= TITLE_CHARS_MAX && (await isKnown(asTitle, call))) return asTitle;
  return theOnePaper(await papersWithin(text, call));
}

async function papersWithin(text: string, call: Call): Promise<readonly TextHit[]> {
  const reply = await call('page/scan-text', { blocks: [{ text, kind: 'text', spans: [] }] });
  return reply.ok ? reply.value : [];
}

/** A known one goes before an identifier that nothing knows: that is often another name of the same paper. */
function theOnePaper(hits: readonly TextHit[]): Mention | null {
  const known = hits.filter(({ resolution }) => resolution !== null);
  const counted = known.length > 0 ? known : hits;
  const names = counted.map(
    ({ resolution, mention: { arxiv, doi, url } }) => resolution?.paperId ?? arxiv ?? doi ?? url,
  );
  return new Set(names).size === 1 ? (counted[0]?.mention ?? null) : null;
}

async function isKnown(mention: Mention, call: Call): Promise<boolean> {
  const reply = await call('page/resolve', { mentions: [mention] });
  return reply.ok && (reply.value[0] ?? null) !== null;
}
