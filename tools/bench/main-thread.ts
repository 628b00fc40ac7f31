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

/** Of the page's main thread: milliseconds of work, which a busy machine does not stretch, unless it says otherwise. */
export interface MainThread {
  /** The longest task after the document was there. */
  readonly longestMs: number;
  /** The longest that a script of an extension held the thread, at any time, layouts that it asked for included. */
  readonly longestOursMs: number;
  /** All that scripts of an extension held it. */
  readonly oursMs: number;
  /** From the document being there to the page's first picture of all of it, by the clock on the wall; null without one. */
  readonly firstFrameMs: number | null;
}

const OURS = 'chrome-extension://';
const RUNS_SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'RunPostTaskCallback']);

/**
 * What a trace says of the main thread of the page at an address, which is taken to have no scripts of its own: some of ours
 * run unnamed, in answers to promises. Null where the trace does not have the page.
 */
export function mainThreadOf(events: readonly TraceEvent[], address: string): MainThread | null {
  const parsing = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === address);
  if (!parsing) return null;
  const own = events
    .filter(({ pid, tid, ts }) => pid === parsing.pid && tid === parsing.tid && ts >= parsing.ts)
    .toSorted((a, b) => a.ts - b.ts);
  const ready = own.find(({ name }) => name === 'MarkDOMContent')?.ts ?? parsing.ts;
  const tasks = own.filter(({ name, ph, ts }) => name === 'RunTask' && ph === 'X' && ts > ready);
  const stretches = ms(outermost(own.filter(isOurs)));
  const frame = own.find(({ name, ts }) => name === 'Commit' && ts > ready);
  return {
    longestMs: Math.max(0, ...ms(tasks)),
    longestOursMs: Math.max(0, ...stretches),
    oursMs: stretches.reduce((sum, each) => sum + each, 0),
    firstFrameMs: frame ? (frame.ts + (frame.dur ?? 0) - ready) / 1_000 : null,
  };
}

function isOurs({ name, args }: TraceEvent): boolean {
  const url = args?.data?.url;
  return RUNS_SCRIPT.has(name) && (url === undefined || url.startsWith(OURS));
}

/** Without those that lie within another. */
function outermost(sorted: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity;
  return sorted.filter(({ ts, dur = 0 }) => {
    const isWithin = ts < end;
    end = Math.max(end, ts + dur);
    return !isWithin;
  });
}

const ms = (list: readonly TraceEvent[]): readonly number[] =>
  list.map(({ dur = 0, tdur = dur }) => tdur / 1_000);
