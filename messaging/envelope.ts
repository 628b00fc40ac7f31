import type { CallName, Params, TabCallName } from './protocol';

/** Marks a message as ours and names the version of the protocol; everything else that arrives is left alone. */
export const PROTOCOL_VERSION = 1;

/** A call to the background, as it is sent. */
export interface CallEnvelope<K extends CallName = CallName> {
  readonly paperkin: typeof PROTOCOL_VERSION;
  readonly call: K;
  readonly params: Params<K>;
}

/** A call to the content script of a tab, as it is sent. */
export interface TabCallEnvelope<K extends TabCallName = TabCallName> {
  readonly paperkin: typeof PROTOCOL_VERSION;
  readonly tabCall: K;
  readonly params: Params<K>;
}

/** Whether a message is one of ours of the given kind; says nothing about the rest of its shape. */
export function isEnvelope<N extends 'call' | 'tabCall'>(
  message: unknown,
  kind: N,
): message is { readonly [name in N | 'params']: unknown } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'paperkin' in message &&
    message.paperkin === PROTOCOL_VERSION &&
    kind in message
  );
}
