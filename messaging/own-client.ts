import type { Dispatcher } from './dispatcher';
import { PROTOCOL_VERSION, type CallEnvelope } from './envelope';
import type { CallName, Params, Value } from './protocol';
import { replyOf } from './reply';
import type { Result } from './result';

/** The client's `call` for the background itself, which cannot send messages to itself: the same door, as an own page. */
export function ownCall<Sender>(dispatch: Dispatcher<Sender>, self: Sender) {
  return <K extends CallName>(name: K, params: Params<K>): Promise<Result<Value<K>>> => {
    const envelope: CallEnvelope<K> = { paperkin: PROTOCOL_VERSION, call: name, params };
    return replyOf(async () => dispatch(envelope, self));
  };
}
