import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../../messaging/envelope';
import { watchCorpora } from './watch-corpora';

type Listener = (...args: unknown[]) => unknown;
const listeners = vi.hoisted((): Listener[] => []);
vi.mock('wxt/browser', () => ({
  browser: { runtime: { onMessage: { addListener: (each: Listener) => void listeners.push(each) } } },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  listeners.splice(0);
});

function watch() {
  const onChange = vi.fn<() => void>();
  watchCorpora(onChange);
  const hear = (message: object) =>
    listeners.map((each) => each({ paperkin: PROTOCOL_VERSION, params: {}, ...message }, {}, () => {}));
  return { onChange, hear };
}

it('hears that visited papers were folded in, several news at once as one, and answers nothing', async () => {
  const { onChange, hear } = watch();
  expect(hear({ tabCall: 'tab/list-changed' })).toEqual([false]);
  hear({ tabCall: 'tab/list-changed' });
  expect(onChange).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(500);
  expect(onChange).toHaveBeenCalledOnce();
});

it('leaves alone what pages ask the background', async () => {
  const { onChange, hear } = watch();
  hear({ call: 'page/resolve' });
  hear({ call: 'corpora/changed' });
  await vi.advanceTimersByTimeAsync(500);
  expect(onChange).not.toHaveBeenCalled();
});
