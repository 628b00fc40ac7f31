import { httpUrl } from '../../core/identity/links';
import type { Mention } from '../../core/match/mention';
import type { Call } from '../../page/call';

/** What became of saving: the paper is on the list now, was there before, none was named, or the list could not be written. */
export type Saved =
  | { readonly kind: 'saved' | 'already'; readonly title: string }
  | { readonly kind: 'none' | 'failed' };

/** Saves what was found. `source` is the page it was found on; `now` in ms since the epoch. */
export async function savePaper(
  mention: Mention | null,
  source: string | undefined,
  { call, now }: { readonly call: Call; readonly now: () => number },
): Promise<Saved> {
  if (mention === null) return { kind: 'none' };
  const before = now();
  const reply = await call('list/save', { ref: { mention }, sourceUrl: httpUrl(source ?? null) });
  if (!reply.ok) return { kind: reply.error.code === 'not-found' ? 'none' : 'failed' };
  const { addedAt, paper } = reply.value;
  return { kind: addedAt < before ? 'already' : 'saved', title: paper.title };
}
