/** The process of one library: `library-worker.ts NAME FILE`, started by `libraries.ts`, to which it tells all it does. */
import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { titleKey } from '../../core/text/title-key';
import { LIBRARY_ENGINES, type LibraryName } from './library-engines';
import type { LibraryNews, LibraryTask } from './library-news';

const tell = (news: LibraryNews): void => void process.send?.(news);

/** Heap and buffers in bytes, garbage collected; what a turn of the loop still holds on to is only free after it. */
async function held(): Promise<number> {
  for (let time = 0; time < 3; time++) {
    await nextTurn();
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function work(name: LibraryName, file: string): Promise<void> {
  const { titles, noisy } = JSON.parse(readFileSync(file, 'utf8')) as LibraryTask;
  const before = await held();
  const start = performance.now();
  const index = await LIBRARY_ENGINES[name](titles);
  const ms = performance.now() - start;
  tell({ kind: 'built', ms, heldBytes: Math.max(0, (await held()) - before), peakBytes: peak() });
  for (const pass of [1, 2]) {
    for (const { asked, title } of noisy) {
      const asking = performance.now();
      const place = await index.first(asked);
      const took = performance.now() - asking;
      const isRight = titleKey(titles[place ?? -1] ?? '') === titleKey(title);
      tell({ kind: 'answered', pass, ms: took, isRight });
    }
  }
  index.close();
  tell({ kind: 'done', peakBytes: peak() });
}

const peak = (): number => process.resourceUsage().maxRSS * 1024;

const [name = '', file = ''] = process.argv.slice(2);
await work(name as LibraryName, file);
process.disconnect?.();
