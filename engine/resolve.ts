import type { Resolution } from '../core/match/resolution';
import type { Params } from '../messaging/protocol';
import { deniedOn } from './denials';
import { identify, resolutionOf, type Sources } from './identify';

/** Answers `page/resolve`. */
export async function resolveMentions(
  { page, mentions }: Params<'page/resolve'>,
  sources: Sources,
): Promise<readonly (Resolution | null)[]> {
  const [identified, denied] = await Promise.all([
    identify(mentions, sources),
    deniedOn(page, sources.ports),
  ]);
  return identified.map((known) => (known && !denied.has(known.paper.id) ? resolutionOf(known) : null));
}
