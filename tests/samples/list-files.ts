import type { ListFiles } from '../../components/list/ports';

/** Ways out that lead nowhere, at a time of which the milliseconds since the epoch are given. */
export const sampleListFiles = (now: number, changes: Partial<ListFiles> = {}): ListFiles => ({
  madeBy: 'Paperkin',
  now: () => now,
  offer: () => undefined,
  copy: async () => true,
  sendToZotero: async (entries) => ({ kind: 'sent', count: entries.length }),
  ...changes,
});
