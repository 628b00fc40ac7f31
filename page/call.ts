import type { CallName, Params, Value } from '../messaging/protocol';
import type { Result } from '../messaging/result';

/** The messaging client's `call`, handed in so that everything here can be tried without an extension. */
export type Call = <K extends CallName>(name: K, params: Params<K>) => Promise<Result<Value<K>>>;
