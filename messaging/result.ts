/**
 * What crosses the wire instead of exceptions: an `Error` loses its class and code on the way between contexts.
 * - `bad-request`: the message has the wrong shape; a bug or an intruder.
 * - `forbidden`: the sender may not make this call.
 * - `not-found`: the paper or entry is not there (any more).
 * - `busy`: an import or a repair is at work on what would be taken away.
 * - `storage`: the database refused; `message` says how.
 * - `internal`: a defect of ours.
 * - `unreachable`: made by the client: the background is gone (the extension was reloaded or removed).
 */
export type ErrorCode =
  | 'bad-request'
  | 'forbidden'
  | 'not-found'
  | 'busy'
  | 'storage'
  | 'internal'
  | 'unreachable';

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: WireError };
