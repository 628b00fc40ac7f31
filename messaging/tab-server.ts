import { isEnvelope } from './envelope';
import { listen } from './listen';
import type { Params, TabCallName, Value } from './protocol';
import type { Result } from './result';

/** One function for each call that a content script answers. */
export type TabHandlers = {
  readonly [K in TabCallName]: (params: Params<K>) => Promise<Value<K>> | Value<K>;
};

/** Answers the calls to this tab until the returned function is called. Only the extension itself can send them. */
export function serveTab(handlers: TabHandlers): () => void {
  return listen((message) => answerTabCall(message, handlers));
}

/** The reply to a message, or `undefined` for one that is none of ours. Never rejects. */
export function answerTabCall(message: unknown, handlers: TabHandlers): Promise<Result<unknown>> | undefined {
  if (!isEnvelope(message, 'tabCall')) return undefined;
  const { tabCall } = message;
  return isTabCall(tabCall, handlers) ? answer(handlers[tabCall]) : undefined;
}

/** No call has parameters yet; one that has them must check them here, by hand: no validator in every page. */
async function answer(handler: TabHandlers[TabCallName]): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await handler({}) };
  } catch (error) {
    return {
      ok: false,
      error: { code: 'internal', message: error instanceof Error ? error.message : String(error) },
    };
  }
}

function isTabCall(name: unknown, handlers: TabHandlers): name is TabCallName {
  return typeof name === 'string' && Object.hasOwn(handlers, name);
}
