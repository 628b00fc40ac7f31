import type { FetchOutcome, ModelReadiness, WritingOutcome } from '../../components/written/writer';
import { writtenLine, type WritingTask } from '../../core/summary/writing-task';

/*
 * The Summarizer of Chromium 138 and later, as far as we use it: https://webmachinelearning.github.io/writing-assistance-apis/
 * (read 2026-11). It is there in windows only, not in a background worker; `create` asks for a click where the model is still
 * to be fetched; a stream brings each piece once.
 */
/** What `create` makes. */
export interface Session {
  summarizeStreaming(
    text: string,
    options: { readonly context: string; readonly signal: AbortSignal },
  ): ReadableStream<string>;
}
interface CreateOptions {
  readonly signal?: AbortSignal;
  readonly monitor?: (monitor: EventTarget) => void;
}
/** The global `Summarizer`. */
export interface SummarizerApi {
  availability(options: object): Promise<unknown>;
  create(options: CreateOptions): Promise<Session>;
}

/** One sentence, plain, in the language of the abstract: only English ones are handed over. */
const KIND = {
  type: 'tldr',
  format: 'plain-text',
  length: 'short',
  expectedInputLanguages: ['en'],
  expectedContextLanguages: ['en'],
  outputLanguage: 'en',
} as const;

/** The browser's own language model, if there is one. None of it rejects. */
export class BrowserModel {
  readonly #api: SummarizerApi | null;
  /** Making one loads the model: one does for all papers of this page. */
  #session: Promise<Session> | null = null;

  constructor(api: SummarizerApi | null) {
    this.#api = api;
  }

  /** That of this window. */
  static ofWindow(): BrowserModel {
    const { Summarizer = null }: { readonly Summarizer?: SummarizerApi | null } = globalThis as object;
    return new BrowserModel(Summarizer);
  }

  async readiness(): Promise<ModelReadiness> {
    try {
      const said = await this.#api?.availability(KIND);
      if (said === 'available') return 'ready';
      return said === 'downloadable' || said === 'downloading' ? 'to-fetch' : 'absent';
    } catch {
      // A language or kind that this browser's model does not know.
      return 'absent';
    }
  }

  /** In the turn of a click: has the browser fetch its model. `onShare` hears how much of it is there, 0 to 1. */
  async fetch(signal: AbortSignal, onShare: (share: number) => void): Promise<FetchOutcome> {
    const monitor = (about: EventTarget) =>
      about.addEventListener('downloadprogress', (event) => {
        const { loaded }: { readonly loaded?: unknown } = Object(event);
        if (typeof loaded === 'number') onShare(Math.min(1, Math.max(0, loaded)));
      });
    try {
      // The signal ends the session, too, when it comes later.
      signal.addEventListener('abort', () => (this.#session = null));
      await this.#open({ signal, monitor });
      return 'ready';
    } catch {
      return signal.aborted ? 'cancelled' : 'failed';
    }
  }

  /** Writes; `onText` gets all of the text so far. */
  async write(
    { text, context }: WritingTask,
    signal: AbortSignal,
    onText: (text: string) => void,
  ): Promise<Exclude<WritingOutcome, 'off'>> {
    let written = '';
    try {
      const session = await this.#open({});
      if (signal.aborted) return 'cancelled';
      const reader = session.summarizeStreaming(text, { context, signal }).getReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        if (signal.aborted) break;
        written += piece.value;
        const line = writtenLine(written);
        onText(line.text);
        if (line.isFull) break;
      }
      await reader.cancel();
    } catch (error) {
      // Destroyed, out of memory, or never made: the next paper tries with a new one.
      this.#session = null;
      if (!signal.aborted) return isNamed(error, 'NotAllowedError') ? 'needs-click' : 'failed';
    }
    if (signal.aborted) return 'cancelled';
    return written.trim() === '' ? 'failed' : 'written';
  }

  #open(options: CreateOptions): Promise<Session> {
    const api = this.#api;
    if (!api) return Promise.reject(new Error('this browser has no model'));
    const session = (this.#session ??= api.create({ ...KIND, ...options }));
    session.catch(() => {
      if (this.#session === session) this.#session = null;
    });
    return session;
  }
}

const isNamed = (error: unknown, name: string): boolean => Object(error).name === name;
