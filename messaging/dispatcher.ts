import * as v from 'valibot';
import { isEnvelope } from './envelope';
import type { CallName, Params, Value } from './protocol';
import type { ErrorCode, Result } from './result';
import { PAGE_CALLS, PARAMS } from './schemas';

/** One function for each call. It may reject: with an error that has a `code` of the wire, or with a defect. */
export type Handlers<Sender = unknown> = {
  readonly [K in CallName]: (params: Params<K>, sender: Sender) => Promise<Value<K>>;
};

/** What answers `runtime.onMessage`: a reply that never rejects, or `undefined` for messages that are not ours. */
export type Dispatcher<Sender> = (message: unknown, sender: Sender) => Promise<Result<unknown>> | undefined;

export interface DispatcherOptions<Sender> {
  readonly handlers: Handlers<Sender>;
  /** Our own popup and pages, as opposed to a content script, which shares a process with the page it runs on. */
  readonly isExtensionPage: (sender: Sender) => boolean;
  /** Gets what a handler threw by mistake, for the console. */
  readonly onDefect: (error: unknown) => void;
}

/** A complaint may quote what it got, and what it got may be long. */
const MESSAGE_LENGTH_MAX = 300;
const CODES: ReadonlySet<unknown> = new Set<ErrorCode>([
  'bad-request',
  'forbidden',
  'not-found',
  'busy',
  'storage',
  'internal',
]);

/** Makes the one door to the engine: everything that comes through it is of the right shape and from the right side. */
export function createDispatcher<Sender>(options: DispatcherOptions<Sender>): Dispatcher<Sender> {
  return (message, sender) => (isEnvelope(message, 'call') ? answer(message, sender, options) : undefined);
}

async function answer<Sender>(
  { call, params }: { readonly call: unknown; readonly params?: unknown },
  sender: Sender,
  { handlers, isExtensionPage, onDefect }: DispatcherOptions<Sender>,
): Promise<Result<unknown>> {
  try {
    if (!isCallName(call)) return failure('bad-request', 'call: there is no such call');
    if (!PAGE_CALLS.has(call) && !isExtensionPage(sender)) {
      return failure('forbidden', `${call} is for Paperkin's own pages`);
    }
    return await answerCall(call, params, sender, handlers);
  } catch (error) {
    const { code, message } = wordsOf(error);
    if (code === 'internal') onDefect(error);
    return failure(code, message);
  }
}

async function answerCall<K extends CallName, Sender>(
  call: K,
  params: unknown,
  sender: Sender,
  handlers: Handlers<Sender>,
): Promise<Result<Value<K>>> {
  const schema: v.GenericSchema<unknown, Params<K>> = PARAMS[call];
  const parsed = v.safeParse(schema, params, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return failure('bad-request', `${v.getDotPath(issue) ?? 'params'}: ${issue.message}`);
  }
  return { ok: true, value: await handlers[call](parsed.output, sender) };
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(PARAMS, name);
}

function wordsOf(error: unknown): { readonly code: ErrorCode; readonly message: string } {
  if (!(error instanceof Error)) return { code: 'internal', message: String(error) };
  const code: unknown = 'code' in error ? error.code : null;
  return { code: isErrorCode(code) ? code : 'internal', message: error.message };
}

function isErrorCode(code: unknown): code is ErrorCode {
  return CODES.has(code);
}

function failure(code: ErrorCode, message: string): Result<never> {
  return { ok: false, error: { code, message: message.slice(0, MESSAGE_LENGTH_MAX) } };
}
