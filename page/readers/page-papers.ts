import { bareText } from './head-data';
import { baseOf, resolveLink, withoutFragment } from './links';
import { mergeFacts, pageMention, type PaperFacts } from './page-mention';
import { readPaperLinks } from './paper-links';
import type { PageMention, Reader } from './reader';
import { mentionIn, statedWorks } from './stated-works';
import { titleNodes } from './text';
import { rowAt, titleRows } from './title-rows';

/** An entry of a list or a reference. Links in it add to its facts, until it is handed over. */
interface Entry {
  readonly place: PageMention;
  facts: PaperFacts;
}

const FOLLOWING = 4;

/** Whether one mention stands before another in the page. */
export const isBefore = (one: PageMention, other: PageMention): boolean => {
  const [first] = one.target;
  const [second] = other.target;
  return !first || !second || (first.compareDocumentPosition(second) & FOLLOWING) !== 0;
};

/** The entries of a page's lists and references in page order, also by the elements of each. */
function* entriesOf(doc: Document, base: URL): Generator<null, [Entry[], ReadonlyMap<Node, Entry>]> {
  const entries = new Map<Node, Entry>();
  const rows = yield* titleRows(doc);
  for (const { shown, facts, elements } of new Set(rows.values())) {
    const address = resolveLink(shown.closest('a[href]')?.getAttribute('href') ?? null, base);
    const place = pageMention(facts, titleNodes(shown));
    const entry = place && { place, facts: { ...facts, url: address && withoutFragment(address) } };
    if (entry) for (const element of elements) entries.set(element, entry);
  }
  for (const { facts, element } of statedWorks(doc)) {
    const known = rowAt(element, entries);
    if (known) known.facts = mergeFacts(known.facts, facts);
    const place = known ? null : mentionIn(facts, element);
    if (place) entries.set(element, { place, facts });
    yield null;
  }
  const inOrder = [...new Set(entries.values())].toSorted((a, b) => (isBefore(a.place, b.place) ? -1 : 1));
  return [inOrder, entries];
}

/** Whether a link says nothing that its entry does not say: it leads to the same paper, or shows no title of its own. */
function isPartOf({ mention }: PageMention, { facts }: Entry): boolean {
  const { title, arxiv, doi } = mention;
  if (arxiv !== null && facts.arxiv) return arxiv === facts.arxiv;
  if (doi !== null && facts.doi) return doi === facts.doi;
  return title === null || bareText(title) === bareText(facts.title ?? '');
}

const mentionOf = ({ place, facts }: Entry): PageMention => ({
  ...place,
  mention: pageMention(facts, place.target)?.mention ?? place.mention,
});

/**
 * Papers anywhere in a page: those that lists and references name by their form, and links to arXiv, DOIs, proceedings. A
 * link within an entry adds to what is known of its paper.
 */
export const pagePapers: Reader = {
  name: 'page-papers',
  about: 'list',
  fits: (_url, doc) => doc.body?.localName === 'body',
  *read(doc, url) {
    const base = baseOf(doc, url);
    const [waiting, entries] = yield* entriesOf(doc, base);
    for (const found of readPaperLinks(doc, { url, base, allowPlain: false })) {
      const entry = found && rowAt(found.target[0] ?? null, entries);
      if (found && entry && isPartOf(found, entry)) {
        entry.facts = mergeFacts(entry.facts, found.mention);
        continue;
      }
      if (found) {
        const later = waiting.findIndex(({ place }) => !isBefore(place, found));
        yield* waiting.splice(0, later === -1 ? waiting.length : later).map(mentionOf);
      }
      yield found;
    }
    yield* waiting.map(mentionOf);
  },
};
