import type { ErrorCode } from '../messaging/result';

/** Expected trouble of a call. The dispatcher sends its code and message instead of the exception. */
export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
