import type { NamedLink } from '../../../core/identity/naming';

/** What the browser holds of a drag, in the formats that pages and the address bar give. */
export interface DroppedText {
  readonly uriList: string;
  readonly html: string;
  readonly text: string;
}

const LINKS_MAX = 200;
const HTML_CHARS_MAX = 1_000_000;
const TITLE_CHARS_MAX = 400;

export function textOfDrag(data: DataTransfer): DroppedText {
  return {
    uriList: data.getData('text/uri-list'),
    html: data.getData('text/html'),
    text: data.getData('text/plain'),
  };
}

/**
 * The links of a drag, each once: those of the mark-up with their words, then those of the list of addresses (RFC 2483). Addresses
 * are as they stand there: whoever uses them checks them.
 */
export function droppedLinks({
  uriList,
  html,
  text,
}: Pick<DroppedText, 'uriList' | 'html' | 'text'>): readonly NamedLink[] {
  const links = new Map<string, NamedLink>();
  const add = (href: string, title: string | null) => {
    const known = links.get(href);
    if (links.size < LINKS_MAX && (!known || known.title === null)) links.set(href, { href, title });
  };
  // Inert: nothing of it runs or is fetched, and nothing of it is shown but as text.
  const parsed = new DOMParser().parseFromString(html.slice(0, HTML_CHARS_MAX), 'text/html');
  for (const link of parsed.querySelectorAll('a[href]'))
    add(link.getAttribute('href') ?? '', (link.textContent ?? '').trim().slice(0, TITLE_CHARS_MAX) || null);
  for (const line of uriList.split(/\r?\n/)) if (line !== '' && !line.startsWith('#')) add(line.trim(), null);
  // What is dragged from the address bar may come as text alone.
  if (links.size === 0 && /^https?:\S+$/.test(text.trim())) add(text.trim(), null);
  return [...links.values()];
}
