import { NO_MENTION } from '../core/identity/no-mention';
import type { Mention } from '../core/match/mention';
import type { Resolution } from '../core/match/resolution';

/** A mention for tests: a title, and whatever else matters there. */
export function mentionOf(title: string, facts: Partial<Mention> = {}): Mention {
  return { ...NO_MENTION, title, ...facts };
}

/** What the background might know of it. */
export function resolutionOf(title: string, facts: Partial<Resolution> = {}): Resolution {
  return { paperId: `title:${title}`, title, rule: 'title', confidence: 1, status: null, ...facts };
}
