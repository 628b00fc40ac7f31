import type { Run } from './row-text';
import { fold } from './text';
import { isLabel, looksLikeTitle } from './title-like';

/** A title that stands beside a link, and the nodes that show it. */
export interface LeadTitle {
  readonly title: string;
  readonly nodes: readonly Text[];
}

const TITLE_MAX_CHARS = 1_000;
const QUOTED = /["“„«]([^"“”„«»]{8,500})["”»]/;
/** "[202309] ", "【ICLR 2023】", "1. ", "- ": what lists put before a title. */
const BEFORE_TITLE = /^(?:[[(【][^\])】]{0,40}[\])】]|\d{1,4}\s?[.)]|[-–—•*·:,.])\s*/;
/** "(Arxiv, Jul. 2023) [", ". (", " - ": what stands between a title and its links. */
const AFTER_TITLE = /\s*(?:\([^()]{0,80}\)|\[[^[\]]{0,80}\]|[[({|,.:;\-–—/])$/;
const TRIMS_MAX = 6;
/** A title in plain text ends where the link's bracket, a stop or a new cell begins; prose runs on into the link. */
const ENDS_TITLE = /[[({|,.:;\-–—)\]】"”]\s*$/;

function trimmed(text: string, edge: RegExp): string {
  let rest = text.trim();
  for (let step = 0; step < TRIMS_MAX; step++) {
    const shorter = rest.replace(edge, '').trim();
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

const joined = (runs: readonly Run[]): string => fold(runs.map((run) => run.node.data).join(''));

/** Neighbouring runs for which `key` is the same, as groups. */
function groupsBy(runs: readonly Run[], key: (run: Run) => unknown): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  let last: unknown;
  for (const run of runs) {
    const own = key(run);
    const group = groups.at(-1);
    if (group && own === last) group.push(run);
    else groups.push([run]);
    last = own;
  }
  return groups;
}

function titleOf(runs: readonly Run[], text: string): LeadTitle | null {
  if (text.length > TITLE_MAX_CHARS || !looksLikeTitle(text)) return null;
  return { title: text, nodes: runs.map((run) => run.node) };
}

/** `**Title** [[PDF]](...)`: the longest bold text; "**SiT**" before a quoted title is too short to be one. */
function boldTitle(lead: readonly Run[]): LeadTitle | null {
  const titles = groupsBy(lead, (run) => (run.isBold ? run.block : null))
    .filter((group) => group[0]?.isBold === true)
    .map((group) => titleOf(group, trimmed(joined(group), BEFORE_TITLE)))
    .filter((title) => title !== null);
  return titles.reduce<LeadTitle | null>(
    (best, title) => (best === null || title.title.length > best.title.length ? title : best),
    null,
  );
}

/** `"Title", authors. [paper]`: the text between quotes, shown by the texts it spans. */
function quotedTitle(lead: readonly Run[]): LeadTitle | null {
  const whole = lead.map((run) => run.node.data).join('');
  if (whole.length > 4 * TITLE_MAX_CHARS) return null;
  const quoted = QUOTED.exec(whole);
  if (quoted?.[1] === undefined) return null;
  const start = quoted.index + 1;
  const end = start + quoted[1].length;
  let at = 0;
  const spanned = lead.filter((run) => {
    const from = at;
    at += run.node.data.length;
    return from < end && at > start;
  });
  return titleOf(spanned, fold(quoted[1]).replace(/[,.]$/, ''));
}

/** `Title (Venue 2023) [[Paper]](...)`, or the table cell that holds the title: text of its own before the link. */
function plainTitle(lead: readonly Run[]): LeadTitle | null {
  for (const group of groupsBy(lead, (run) => run.block)) {
    const plain = group.filter((run) => run.anchor === null || !isLabel(fold(run.node.data)));
    const text = fold(plain.map((run) => run.node.data).join(''));
    const isCell = plain[0]?.block.localName === 'td' || plain[0]?.block.localName === 'th';
    if (!isCell && !ENDS_TITLE.test(text)) continue;
    const title = titleOf(plain, trimmed(trimmed(text, AFTER_TITLE), BEFORE_TITLE));
    // Two sentences are a remark or a whole reference, not a title.
    if (title !== null && !/[.!]\s+\p{Lu}/u.test(title.title)) return title;
  }
  return null;
}

/**
 * The title that stands before a link such as "[PDF]" in the same row: bold, else quoted, else (in lists whose items
 * name papers: `allowPlain`) plain.
 */
export function leadTitle(lead: readonly Run[], allowPlain: boolean): LeadTitle | null {
  return boldTitle(lead) ?? quotedTitle(lead) ?? (allowPlain ? plainTitle(lead) : null);
}
