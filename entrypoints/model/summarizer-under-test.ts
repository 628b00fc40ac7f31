import type { Session, SummarizerApi } from './browser-model';

/** How the stub behaves. */
export interface StubWish {
  readonly availability?: string | Error;
  /** What `create` does; the model fetches in halves where it is `downloadable`. */
  readonly create?: Error;
  /** What the stream brings: pieces, each of them once; an error ends it. */
  readonly pieces?: readonly (string | Error)[];
  /** Whether the stream waits for its end after the pieces. */
  readonly isEndless?: boolean;
}

/** What was asked of it. */
export interface StubLog {
  readonly created: object[];
  readonly texts: string[];
  readonly contexts: string[];
  cancelled: number;
}

const aborted = () => new DOMException('aborted', 'AbortError');

/** A stand-in for the documented `Summarizer`: the real one needs a model of gigabytes that test machines do not have. */
export function stubSummarizer(wish: StubWish = {}): { readonly api: SummarizerApi; readonly log: StubLog } {
  const log: StubLog = { created: [], texts: [], contexts: [], cancelled: 0 };
  const api: SummarizerApi = {
    async availability() {
      const { availability = 'available' } = wish;
      if (availability instanceof Error) throw availability;
      return availability;
    },
    async create(options) {
      log.created.push(options);
      const monitor = new EventTarget();
      options.monitor?.(monitor);
      for (const loaded of wish.availability === 'downloadable' ? [0.5, 1] : []) {
        monitor.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded, total: 1 }));
        await Promise.resolve();
        if (options.signal?.aborted) throw aborted();
      }
      if (wish.create) throw wish.create;
      return stubSession(wish, log);
    },
  };
  return { api, log };
}

function stubSession(wish: StubWish, log: StubLog): Session {
  return {
    summarizeStreaming(text, { context, signal }) {
      log.texts.push(text);
      log.contexts.push(context);
      const pieces = [...(wish.pieces ?? ['It ', 'averages ', 'weights.'])];
      return new ReadableStream<string>({
        start: (stream) => signal.addEventListener('abort', () => stream.error(aborted())),
        pull(stream) {
          const piece = pieces.shift();
          if (piece instanceof Error) stream.error(piece);
          else if (piece !== undefined) stream.enqueue(piece);
          else if (wish.isEndless) return new Promise(() => {});
          else stream.close();
          return undefined;
        },
        cancel: () => void (log.cancelled += 1),
      });
    },
  };
}
