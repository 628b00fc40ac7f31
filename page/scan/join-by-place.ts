import { contradicts } from '../../core/match/agreement';
import type { Entry } from './registry';

/** Deeper in a title than this stands no text of it. */
const CLIMB_MAX = 12;

/**
 * What readers found and what the running text names, each place once: a reader's mention that is known goes before; one
 * that is not gives way to a title in its text, unless their identifiers say that they are two papers.
 */
export function joinByPlace(read: readonly Entry[], inText: readonly Entry[]): readonly Entry[] {
  if (inText.length === 0) return read;
  const claims = new Map<Node, Entry>();
  for (const entry of read) {
    for (const node of entry.target) claims.set(node, entry);
    if (entry.handle) claims.set(entry.handle, entry);
  }
  const overruled = new Set<Entry>();
  const free = inText.filter((entry) => {
    const claim = claimOn(entry, claims);
    if (!claim) return true;
    if (claim.resolution || !entry.resolution || contradicts(claim.mention, entry.mention)) return false;
    overruled.add(claim);
    return true;
  });
  return [...read.filter((entry) => !overruled.has(entry)), ...free];
}

function claimOn({ target }: Entry, claims: ReadonlyMap<Node, Entry>): Entry | null {
  for (const text of target) {
    let node: Node | null = text;
    for (let step = 0; step < CLIMB_MAX && node; step++, node = node.parentNode) {
      const claim = claims.get(node);
      if (claim) return claim;
    }
  }
  return null;
}
