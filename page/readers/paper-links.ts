import { leadTitle, type LeadTitle } from './lead-title';
import { type FoundLink, type LinkRow, linkRows } from './link-rows';
import { mergeFacts, pageMention, type PaperFacts } from './page-mention';
import type { PageMention } from './reader';
import { type Run, runsOf } from './row-text';
import { fold, isText, textOf, titleNodes } from './text';
import { isLabel, looksLikeTitle, pointsBeside } from './title-like';

/** A row with more links than this is a bibliography in one paragraph: each link stands for itself. */
const LINKS_WITH_LEAD_MAX = 60;
const QUOTES = /^["“„«]\s*|\s*[,.]?\s*["”»]$/g;

/** One paper of a row: the links that lead to it, in page order, and what they say; it grows link by link. */
interface Entry {
  readonly links: FoundLink[];
  readonly first: Element;
  last: Element;
  facts: PaperFacts;
}

function factsOf({ paper }: FoundLink): PaperFacts {
  return { arxiv: paper.arxiv, doi: paper.doi, url: paper.url, pdf: paper.isPdf ? paper.url : null };
}

const conflicts = (one: string | null | undefined, other: string | null): boolean =>
  one !== null && one !== undefined && other !== null && one !== other;

const FOLLOWING = 4;
const CONTAINED_BY = 16;

const isAfter = (anchor: Element, { node }: Run): boolean =>
  (anchor.compareDocumentPosition(node) & (FOLLOWING | CONTAINED_BY)) === FOLLOWING;

/** The runs between two links of a row, also where a link is a badge without text; `from` null means the row's start. */
function runsBetween(runs: readonly Run[], from: Element | null, to: Element): readonly Run[] {
  const start = from === null ? 0 : runs.findIndex((run) => isAfter(from, run));
  const end = runs.findIndex((run) => run.anchor === to || isAfter(to, run));
  return start === -1 ? [] : runs.slice(start, end === -1 ? runs.length : end);
}

/** `[[PDF]](openreview) [[arXiv]](arxiv)`: a label right after another link of the same paper belongs to that paper. */
function belongsTo(entry: Entry, link: FoundLink, runs: readonly Run[]): boolean {
  const { arxiv, doi, url } = link.paper;
  if (arxiv !== null && arxiv === entry.facts.arxiv) return true;
  if (doi !== null && doi === entry.facts.doi) return true;
  if (arxiv === null && doi === null && url === entry.facts.url) return true;
  if (conflicts(entry.facts.arxiv, arxiv) || conflicts(entry.facts.doi, doi)) return false;
  if (runs.length === 0 || !pointsBeside(textOf(link.anchor))) return false;
  const between = runsBetween(runs, entry.last, link.anchor).filter((run) => run.anchor === null);
  return !between.some((run) => /\p{L}{3}/u.test(run.node.data));
}

function addLink(entry: Entry, link: FoundLink): void {
  entry.links.push(link);
  entry.last = link.anchor;
  entry.facts = mergeFacts(entry.facts, factsOf(link));
}

function entriesOf(row: LinkRow, runs: readonly Run[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const link of row.links) {
    const entry = entries.at(-1);
    if (entry && belongsTo(entry, link, runs)) addLink(entry, link);
    else entries.push({ links: [link], first: link.anchor, last: link.anchor, facts: factsOf(link) });
  }
  return entries;
}

function linkTitle(entry: Entry): PageMention | null {
  for (const { anchor } of entry.links) {
    const title = textOf(anchor).replace(QUOTES, '');
    if (looksLikeTitle(title)) return pageMention({ ...entry.facts, title }, titleNodes(anchor));
  }
  return null;
}

/** `**Title**` as a paragraph of its own, then a list "Paper: ..., Code: ...": the paragraph names the paper. */
function headingTitle(row: Element, runs: readonly Run[]): LeadTitle | null {
  const isLabelled = runs.every((run) => run.anchor !== null || isLabel(fold(run.node.data)));
  const heading = isLabelled ? row.closest('ul, ol')?.previousElementSibling : null;
  const bold = heading?.localName === 'p' ? heading.querySelector(':scope > strong, :scope > b') : null;
  if (!heading || !bold) return null;
  const title = textOf(bold);
  return title === textOf(heading) && looksLikeTitle(title)
    ? { title, nodes: runsOf(heading).map(({ node }) => node) }
    : null;
}

/** "… as detailed in this [paper]": a sentence runs into the link, so what stands before it is no title. */
function isInSentence(anchor: Element, text: string): boolean {
  const before = anchor.previousSibling;
  return before !== null && isText(before) && /\p{L},?\s*$/u.test(before.data) && !/^[[({]/.test(text);
}

/** The title beside a link that only points there, with its place. */
function titleBeside(
  entry: Entry,
  row: Element,
  lead: readonly Run[],
  allowPlain: boolean,
): PageMention | null {
  const text = textOf(entry.first);
  if (!pointsBeside(text) || isInSentence(entry.first, text)) return null;
  const beside = leadTitle(lead, allowPlain) ?? headingTitle(row, lead);
  return beside && pageMention({ ...entry.facts, title: beside.title }, beside.nodes);
}

function* readRow(row: LinkRow, allowPlain: boolean): Generator<PageMention> {
  const runs = row.links.length <= LINKS_WITH_LEAD_MAX ? runsOf(row.element) : [];
  let before: Element | null = null;
  for (const entry of entriesOf(row, runs)) {
    const lead = runsBetween(runs, before, entry.first);
    before = entry.last;
    const found =
      linkTitle(entry) ??
      titleBeside(entry, row.element, lead, allowPlain) ??
      pageMention(entry.facts, titleNodes(entry.first));
    if (found !== null) yield found;
  }
}

/** Where the links stand. */
export interface LinkPlace {
  readonly url: URL;
  /** What relative links start from, `baseOf` the page. */
  readonly base: URL;
  /** Whether a row's items name papers, so that plain text before a link can be a title. */
  readonly allowPlain: boolean;
}

/**
 * The papers that the links below `root` lead to, one mention for each paper of a row. The title is the link's text, or
 * what stands before it; a bare "[PDF]" keeps its identifier and no title.
 */
export function* readPaperLinks(
  root: ParentNode,
  { url, base, allowPlain }: LinkPlace,
): Generator<PageMention | null> {
  for (const row of linkRows(root, url, base)) {
    if (row === null) yield null;
    else yield* readRow(row, allowPlain);
  }
}
