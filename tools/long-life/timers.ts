import type { CDPSession } from 'playwright-core';

interface HeapSnapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[] } };
  /** The fields of all nodes, one after the other. */
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** What Chromium calls a timer that was set, in any world of the page, and has neither run its last time nor been cleared. */
const TIMER = 'DOMTimer';

/** So many timers of a tab's process wait: the page's and, in their own world, ours. */
export async function timersOf(cdp: CDPSession): Promise<number> {
  const { snapshot, nodes, strings } = await heapSnapshot(cdp);
  const fields = snapshot.meta.node_fields;
  const nameAt = fields.indexOf('name');
  let timers = 0;
  for (let at = nameAt; at < nodes.length; at += fields.length) {
    if (strings[nodes[at] ?? -1] === TIMER) timers += 1;
  }
  return timers;
}

async function heapSnapshot(cdp: CDPSession): Promise<HeapSnapshot> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }) => void chunks.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', keep);
  // Names of the browser's own classes, timers among them.
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, exposeInternals: true });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return JSON.parse(chunks.join('')) as HeapSnapshot;
}
