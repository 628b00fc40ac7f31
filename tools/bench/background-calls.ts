import { NO_MENTION } from '../../core/identity/no-mention';
import type { CallName, Params, Value } from '../../messaging/protocol';
import type { Result } from '../../messaging/result';
import { PROTOCOL_VERSION } from '../../messaging/envelope';
import { waitForText, type BenchTab } from './bench-browser';
import type { Timed } from './page/job-types';

/**
 * Asks the background of the extension as its own pages do, and returns the answer with the milliseconds from sending to
 * having it, by the page's clock. @throws when the answer is an error.
 */
export async function timedCall<K extends CallName>(
  tab: BenchTab,
  name: K,
  params: Params<K>,
): Promise<Timed<Value<K>>> {
  const message = JSON.stringify({ paperkin: PROTOCOL_VERSION, call: name, params });
  await tab.evaluate(`(() => {
    globalThis.benchAnswer = '';
    const start = performance.now();
    (globalThis.browser ?? chrome).runtime.sendMessage(${message}).then(
      (value) => (globalThis.benchAnswer = JSON.stringify({ ms: performance.now() - start, value })),
      (error) => (globalThis.benchAnswer = JSON.stringify({ ms: 0, value: { ok: false, error: { message: String(error) } } })),
    );
    return true;
  })()`);
  const { ms, value } = JSON.parse(await waitForText(tab, 'benchAnswer')) as Timed<Result<Value<K>>>;
  if (!value.ok) throw new Error(`${name}: ${value.error.message}`);
  return { ms, value: value.value };
}

/** Asks which papers the titles name, a title being all that is known. */
export async function timedTitles(
  tab: BenchTab,
  titles: readonly string[],
): Promise<Timed<readonly (string | null)[]>> {
  const { ms, value } = await timedCall(tab, 'page/resolve', {
    mentions: titles.map((title) => ({ ...NO_MENTION, title })),
  });
  return { ms, value: value.map((one) => one?.title ?? null) };
}
