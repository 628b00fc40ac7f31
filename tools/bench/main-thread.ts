/** What is read of Chromium's trace events; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** By the clock, and what the thread itself worked of that: on a busy machine much less. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string; readonly documentLoaderURL?: string };
    readonly beginData?: { readonly url?: string };
  };
}

/** Of the page's main thread: milliseconds of work, which a busy machine does not stretch. */
export interface MainThread {
  /** The longest task after the document was there. */
  readonly longestMs: number;
  /** The longest that ran a script of an extension, at any time. */
  readonly longestOursMs: number;
  /** All tasks that ran a script of an extension. */
  readonly oursMs: number;
}

const OURS = 'chrome-extension://';
const RUNS_SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile']);

/** What a trace says of the main thread of the page at an address. Null where the trace does not have the page. */
export function mainThreadOf(events: readonly TraceEvent[], address: string): MainThread | null {
  const parsing = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === address);
  if (!parsing) return null;
  const own = events.filter(({ pid, tid }) => pid === parsing.pid && tid === parsing.tid);
  const ready = own.find(({ name, ts }) => name === 'MarkDOMContent' && ts >= parsing.ts)?.ts ?? parsing.ts;
  const ours = own
    .filter(({ name, args }) => RUNS_SCRIPT.has(name) && args?.data?.url?.startsWith(OURS))
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);
  const tasks = own.filter(({ name, ph, ts }) => name === 'RunTask' && ph === 'X' && ts >= parsing.ts);
  const withOurs = tasks.filter(({ ts, dur = 0 }) => hasWithin(ours, ts, ts + dur));
  return {
    longestMs: Math.max(0, ...ms(tasks.filter(({ ts }) => ts > ready))),
    longestOursMs: Math.max(0, ...ms(withOurs)),
    oursMs: ms(withOurs).reduce((sum, each) => sum + each, 0),
  };
}

const ms = (list: readonly TraceEvent[]): readonly number[] =>
  list.map(({ dur = 0, tdur = dur }) => tdur / 1_000);

function hasWithin(sorted: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const next = sorted[low];
  return next !== undefined && next <= to;
}
