import type { KinPorts } from '../../components/list/look/ports';
import type { Paper } from '../../core/paper';
// oxlint-disable-next-line import/default -- `?worker` makes the file's default export, a class; see import-client.ts.
import KinWorker from './kin-worker?worker';
import type { KinReply, KinRequest } from './kin-messages';

/** Weighs papers in a worker. `prepare` is awaited before it starts. */
export function kinClient(prepare: () => Promise<unknown>): KinPorts {
  const asked = new KinQuestions(prepare);
  return {
    kinScores: async (to, papers) => {
      const reply = await asked.ask('scores', to, papers);
      return reply?.kind === 'scores' ? reply.scores : null;
    },
    kinWords: async (to, papers) => {
      const reply = await asked.ask('words', to, papers);
      return (reply?.kind === 'words' ? reply.words : null) ?? new Map();
    },
    endKin: () => asked.end(),
  };
}

/** Questions to a worker that lives from the first of them to `end`. */
class KinQuestions {
  readonly #prepare: () => Promise<unknown>;
  readonly #waiting = new Map<number, (reply: KinReply | null) => void>();
  #worker: Worker | null = null;
  #turns = 0;

  constructor(prepare: () => Promise<unknown>) {
    this.#prepare = prepare;
  }

  /** Null where the worker ends before it answers. */
  async ask(kind: KinRequest['kind'], to: Paper, papers: readonly Paper[]): Promise<KinReply | null> {
    if (this.#worker === null) await this.#prepare();
    const worker = (this.#worker ??= this.#start());
    const turn = (this.#turns += 1);
    const reply = new Promise<KinReply | null>((resolve) => this.#waiting.set(turn, resolve));
    worker.postMessage({ kind, turn, to, papers } satisfies KinRequest, []);
    return reply;
  }

  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const tell of this.#waiting.values()) tell(null);
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new KinWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<KinReply>) => {
      this.#waiting.get(data.turn)?.(data);
      this.#waiting.delete(data.turn);
    });
    worker.addEventListener('error', () => this.end());
    return worker;
  }
}
