import { vi } from 'vitest';
import { mergedEntry } from '../../core/list-formats/merge-entry';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { revertedEntry } from '../../core/reading-list/revert';
import { sampleListFiles } from './list-files';
import { keptNowhere } from './list-ports';
import { ok, paper, refused } from '../popup/fake-ports';
import { ListStore } from '../../components/list/list-store';
import type { ListPorts } from '../../components/list/ports';
import { AddStore } from '../../components/list/import/add-store';
import { ListImportStore } from '../../components/list/import/list-import-store';
import type { ListImportPorts } from '../../components/list/import/ports';

export const NOW = 900;

const none = () => refused<never>();

/** A list over a background that joins and reverts as ours does; `kept` is what it holds. */
export async function listOver(kept: Map<string, ReadingListEntry>): Promise<ListStore> {
  const ports: ListPorts = {
    list: () => ok([...kept.values()]),
    card: none,
    save: none,
    edit: none,
    remove: none,
    versions: none,
    restore: (entries) => {
      const after = entries.map((entry) => {
        const current = kept.get(entry.paper.id);
        return current ? mergedEntry(current, entry.paper, entry) : entry;
      });
      for (const entry of after) kept.set(entry.paper.id, entry);
      return ok(after);
    },
    revert: (joined) => {
      const left = joined.flatMap((each) => {
        const current = kept.get(each.after.paper.id);
        kept.delete(each.after.paper.id);
        return (current && revertedEntry(current, each)) ?? [];
      });
      for (const entry of left) kept.set(entry.paper.id, entry);
      return ok(left);
    },
    readingOnOpen: async () => true,
    ...keptNowhere(),
  };
  const list = new ListStore(ports, sampleListFiles(NOW), 'en');
  await list.load();
  return list;
}

/** Ports that know the papers whose arXiv id they are given; every call watched. */
export function importPorts(known: Readonly<Record<string, string>> = {}): ListImportPorts {
  const ports: ListImportPorts = {
    read: vi.fn<ListImportPorts['read']>(() => new Promise(() => {})),
    backUpFirst: vi.fn<ListImportPorts['backUpFirst']>(async () => undefined),
    stopReading: vi.fn<ListImportPorts['stopReading']>(),
    resolve: vi.fn<ListImportPorts['resolve']>((mentions) =>
      ok(
        mentions.map(({ arxiv }) => {
          const paperId = known[arxiv ?? ''];
          if (paperId === undefined) return null;
          return { paperId, title: paperId, rule: 'arxiv', confidence: 1, status: null };
        }),
      ),
    ),
    card: vi.fn<ListImportPorts['card']>((id) =>
      ok({
        paper: paper(id),
        origin: 'corpus',
        sources: [],
        rule: null,
        summary: null,
        kin: [],
        status: null,
      }),
    ),
    search: vi.fn<ListImportPorts['search']>(() => ok([])),
    openTabs: vi.fn<ListImportPorts['openTabs']>(async () => null),
  };
  return ports;
}

export const addingTo = (list: ListStore, ports: ListImportPorts): AddStore =>
  new AddStore(ports, list, new ListImportStore(ports, list));
