import type { Mention } from '../match/mention';
import { plainLine } from '../text/plain-text';
import { clip } from '../text/well-formed';
import { paperOfAddress, targetsWithin } from './address-paper';
import { findArxivId } from './arxiv-id';
import { findDoi } from './doi';
import { httpUrl } from './links';
import { NO_MENTION } from './no-mention';
import { identifiersOf } from './paper-id';

/** What a reader gave to name one paper: how it was understood, and in which words. */
export type Naming =
  | {
      readonly kind: 'arxiv' | 'doi' | 'page' | 'title';
      /** The identifier, address or title. */
      readonly said: string;
      /** What is known of the paper by that. */
      readonly mention: Mention;
      /** What it may be found by as well: a publisher's usual DOI, which is not to be believed unseen. */
      readonly lookUp: Mention;
    }
  /** An address that tells no paper. */
  | { readonly kind: 'none'; readonly said: string };

/** A link or a tab: where it leads, and what it is called. */
export interface NamedLink {
  readonly href: string;
  readonly title: string | null;
}

/** Of one text, or of the links of one page. More were chosen by nobody. */
export const NAMINGS_MAX = 200;
const TITLE_CHARS_MAX = 400;
const TEXT_CHARS_MAX = 100_000;

/**
 * The papers that a text names: identifiers and addresses, one or several, apart by blanks, commas or lines; else all of it is one
 * title. Empty for an empty text. Never throws.
 */
export function namingsOfText(text: string): readonly Naming[] {
  const bounded = clip(text, TEXT_CHARS_MAX);
  const whole = plainLine(bounded);
  if (whole === '') return [];
  const words = bounded
    .replace(/\b(arxiv|doi):\s+/gi, '$1:')
    .split(/[\s,;]+(?=\S)/)
    .map((word) => word.replace(/^[<"'“(]+|[>"'”),;]+$/g, ''))
    .filter((word) => word !== '')
    .slice(0, NAMINGS_MAX);
  const each = words.map(namingOfWord);
  // A title with a number in it is a title: only identifiers and addresses through and through are a list of them.
  if (each.every((naming) => naming !== null)) return each;
  return [namingOfTitle(whole)];
}

/** The papers that links lead to, each once, in their order. One that tells none counts by its title, where that may be one. */
export function namingsOfLinks(links: readonly NamedLink[]): readonly Naming[] {
  const found = new Map<string, Naming>();
  for (const { href, title } of links.slice(0, NAMINGS_MAX)) {
    const naming = namingOfAddress(href, title);
    if (naming && !found.has(naming.said)) found.set(naming.said, naming);
  }
  return [...found.values()];
}

/** What a naming says with another title; null where nothing is left to go by. */
export function withTitle(mention: Mention, title: string): Mention {
  const line = plainLine(clip(title, TITLE_CHARS_MAX));
  return { ...mention, title: line === '' ? null : line };
}

function namingOfWord(word: string): Naming | null {
  if (/^https?:/i.test(word)) return namingOfAddress(word, null);
  const { arxiv, doi } = identifiersOf({ arxiv: word, doi: word });
  const isBare = /^(?:arxiv:|doi:)?[\w.:()/;<>-]+$/i.test(word) && !word.includes('//');
  if (isBare && (arxiv !== null || doi !== null)) return identified({ ...NO_MENTION, arxiv, doi });
  // "arxiv.org/abs/…" as the address bar shows it.
  return /^[\w-]+(?:\.[\w-]+)+\/\S+$/.test(word) ? named(`https://${word}`, null) : null;
}

function namingOfAddress(address: string, title: string | null): Naming | null {
  const href = httpUrl(address);
  if (href === null) return null;
  for (const each of [href, ...targetsWithin(href)]) {
    const naming = named(each, title);
    if (naming) return naming;
  }
  const line = titleIn(title, href);
  if (line === null) return { kind: 'none', said: href };
  const mention = { ...NO_MENTION, title: line, url: href };
  return { kind: 'title', said: line, mention, lookUp: mention };
}

function named(href: string, title: string | null): Naming | null {
  const addressed = paperOfAddress(href);
  if (addressed === null) return null;
  const { arxiv, doi, likelyDoi, page, isPdf } = addressed;
  const facts = { ...NO_MENTION, url: page, pdf: isPdf ? href : null, title: titleIn(title, href) };
  if (arxiv !== null || doi !== null) return identified({ ...facts, arxiv, doi });
  return { kind: 'page', said: page ?? href, mention: facts, lookUp: { ...facts, doi: likelyDoi } };
}

function identified(mention: Mention): Naming {
  const { arxiv, doi } = mention;
  const kind = arxiv === null ? 'doi' : 'arxiv';
  return { kind, said: arxiv ?? doi ?? '', mention, lookUp: mention };
}

function namingOfTitle(text: string): Naming {
  const mention = withTitle(NO_MENTION, text);
  return { kind: 'title', said: mention.title ?? '', mention, lookUp: mention };
}

/** Between a title and the name of the site, in the title of a tab. */
const TAIL = /\s+[|·•–—-]\s+((?:(?!\s[|·•–—-]\s).){2,60})$/;
/** "[2110.11309] A title" of arXiv. */
const HEAD = /^\[[^\]\s]{5,40}\]\s*/;
const LETTERS = /[^\p{L}\p{N}]+/gu;

/** The paper's title in the text of a link or a tab: without the site's name; null for what is no title ("PDF", an identifier). */
function titleIn(text: string | null, href: string): string | null {
  if (text === null) return null;
  const line = plainLine(clip(text, TITLE_CHARS_MAX))
    .replace(HEAD, '')
    .replace(/\.pdf$/i, '');
  const bare = withoutSite(line, new URL(href).hostname);
  const isTitle = bare.includes(' ') && findArxivId(bare) === null && findDoi(bare) === null;
  return isTitle && !/^https?:/i.test(bare) ? bare : null;
}

function withoutSite(title: string, host: string): string {
  const tail = TAIL.exec(title)?.[1]?.toLowerCase().replace(LETTERS, '') ?? '';
  const labels = host.split('.').filter((label) => label.length > 3);
  const isSite =
    tail !== '' && (host.replace(LETTERS, '').includes(tail) || labels.some((each) => tail.includes(each)));
  return isSite ? title.replace(TAIL, '') : title;
}
