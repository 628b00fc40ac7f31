import type { Resolution } from '../core/match/resolution';
import type { Params } from '../messaging/protocol';
import { identify, resolutionOf, type Sources } from './identify';

/** Answers `page/resolve`. */
export async function resolveMentions(
  { mentions }: Params<'page/resolve'>,
  sources: Sources,
): Promise<readonly (Resolution | null)[]> {
  const identified = await identify(mentions, sources);
  return identified.map((known) => known && resolutionOf(known));
}
