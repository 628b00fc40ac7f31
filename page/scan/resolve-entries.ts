import type { Mention } from '../../core/match/mention';
import type { Call } from '../call';
import type { Entry } from './registry';

/** Enough for nearly every page to be one message, and small enough for the worker to answer within a breath. */
export const CHUNK_MENTIONS = 5_000;

/**
 * Asks for all of these entries and writes the answers into them: one mention for each different paper, however often the
 * page names it. False when the background is gone for good; other trouble leaves the entries as they are.
 */
export async function resolveEntries(
  entries: readonly Entry[],
  call: Call,
  page: string | null = null,
): Promise<boolean> {
  const groups = [...groupByMention(entries).values()];
  for (let start = 0; start < groups.length; start += CHUNK_MENTIONS) {
    const chunk = groups.slice(start, start + CHUNK_MENTIONS);
    const mentions = chunk.flatMap(([first]) => (first ? [withoutAbstract(first.mention)] : []));
    const reply = await call('page/resolve', { page, mentions });
    if (!reply.ok && reply.error.code === 'unreachable') return false;
    // Marks that are there stay, and what was never answered is asked for with the next news.
    if (!reply.ok) continue;
    chunk.forEach((group, index) => {
      for (const entry of group) entry.resolution = reply.value[index] ?? null;
    });
  }
  return true;
}

function groupByMention(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { title, arxiv, doi, url, pdf } = entry.mention;
    // Addresses too: in a library they say which of two papers of one title is meant.
    const key = JSON.stringify([title, arxiv, doi, url, pdf]);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** Matching needs no abstract, and a listing's abstracts are most of its bytes; `paper/card` brings the one that counts. */
function withoutAbstract(mention: Mention): Mention {
  return mention.abstract === null ? mention : { ...mention, abstract: null };
}
