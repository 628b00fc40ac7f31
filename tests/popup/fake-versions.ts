import type { ListPorts } from '../../components/list/ports';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { versionEdits, versionsChanged } from '../../engine/keeper/keep-versions';

/** Changes versions in a list that stands in memory, as the background does in its own. */
export function fakeVersions(kept: Map<string, ReadingListEntry>): ListPorts['versions'] {
  return async (change) => {
    const edited = [...versionEdits(change, kept)].map(([id, edit]) => {
      const before = kept.get(id) ?? null;
      const after = edit(before);
      if (after === null) kept.delete(id);
      else kept.set(after.paper.id, after);
      return { before, after };
    });
    const value = versionsChanged(edited);
    return value === null ? { ok: false, error: { code: 'not-found', message: '' } } : { ok: true, value };
  };
}
