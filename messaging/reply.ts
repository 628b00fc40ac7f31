import type { Result } from './result';

/** What browsers say when nobody is at the other end (any more): Chromium and Firefox, read in their sources in 2026-08. */
const GONE =
  /context invalidated|receiving end does not exist|message (?:port|channel) (?:is )?closed|message manager disconnected|dead object|went out of scope|actor .* destroyed|no tab with id|invalid tab id/i;

/**
 * The outcome of sending a message. Never rejects: `unreachable` when nobody answered, `internal` when the message could
 * not be sent or the reply is none of ours.
 */
export async function replyOf<T>(send: () => Promise<unknown>): Promise<Result<T>> {
  try {
    const reply = await send();
    if (reply === undefined || reply === null) return failure('unreachable', 'Nobody answered.');
    if (isResult(reply)) return reply as Result<T>;
    return failure('internal', 'The reply has the wrong shape.');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failure(GONE.test(message) ? 'unreachable' : 'internal', message);
  }
}

function isResult(reply: unknown): boolean {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean';
}

function failure(code: 'unreachable' | 'internal', message: string): Result<never> {
  return { ok: false, error: { code, message } };
}
