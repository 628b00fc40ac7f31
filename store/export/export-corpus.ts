import { papersInOrder } from '../../core/corpus/papers-in-order';
import { packStream } from '../../core/formats/pack-writer';
import type { ExportOutcome, ExportProgress } from '../../core/import/export-outcome';
import type { Paper } from '../../core/paper';
import type { CorpusShelf } from '../corpus-shelf';
import type { CorpusStore } from '../corpus-store';

/** What an export needs of the world. */
export interface ExportWorld {
  readonly corpora: Pick<CorpusStore, 'stamp'> & { readonly shelf: Pick<CorpusShelf, 'folder'> };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** "Paperkin 0.1.0" */
  readonly madeBy: string;
  /** Given up when it says so. */
  readonly signal: AbortSignal;
  /** Called at most about five times a second. */
  readonly onProgress: (progress: ExportProgress) => void;
  /** Takes the bytes of the file; must not leave half a file behind when the stream breaks off. */
  readonly keep: (bytes: ReadableStream<Uint8Array>) => Promise<void>;
}

const PROGRESS_EVERY_MS = 200;

/** Writes a corpus as a pack; only its papers, for an index is made anew where it is imported. */
export async function exportCorpus(corpusId: string, world: ExportWorld): Promise<ExportOutcome> {
  const { corpora, now, madeBy, signal, keep } = world;
  const count = { papers: 0 };
  try {
    const stamp = await corpora.stamp(corpusId);
    if (!stamp) return { kind: 'gone' };
    const { name, source, paperCount } = stamp;
    const papers = papersInOrder(corpora.shelf.folder({ ...stamp, corpusId }), paperCount);
    const facts = { name, source, papers: paperCount, madeBy, madeAt: now() };
    await keep(packStream(facts, watched(papers, paperCount, count, world)));
    return { kind: 'done', missing: paperCount - count.papers };
  } catch (error) {
    return signal.aborted ? { kind: 'cancelled' } : stopped(error);
  }
}

async function* watched(
  papers: AsyncIterable<Paper>,
  papersTotal: number,
  count: { papers: number },
  { now, signal, onProgress }: ExportWorld,
): AsyncGenerator<Paper> {
  let reportedAt = -Infinity;
  for await (const paper of papers) {
    signal.throwIfAborted();
    yield paper;
    count.papers += 1;
    if (count.papers % 64 !== 0 || now() - reportedAt < PROGRESS_EVERY_MS) continue;
    reportedAt = now();
    onProgress({ papers: count.papers, papersTotal });
  }
}

function stopped(error: unknown): ExportOutcome {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError';
  return {
    kind: 'stopped',
    reason: isFull ? 'full' : 'failed',
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
