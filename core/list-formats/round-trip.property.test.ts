import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIST_EXPORTS, type CarriedField } from './list-exports';
import type { WholeListedPaper } from './listed-paper';
import { arbitraryList, MADE_AT, throughFile } from './lists-under-test';
import { previewImport } from './preview';

/** Of an entry the fields that a format carries, by name. */
function carried(entry: WholeListedPaper, fields: readonly CarriedField[]): Record<string, unknown> {
  const all: Readonly<Record<string, unknown>> = { ...entry.paper, ...entry };
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

const RUNS = 120;

describe.each(LIST_EXPORTS.filter(({ carries }) => carries.length > 0))('$id', (format) => {
  it('exported and imported again is the same list', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryList, async (list) => {
        if (list.length === 0) return;
        const { records } = await throughFile(format, list);
        const { fresh, changed, same, unreadable } = previewImport(records, [], MADE_AT);
        expect({ changed, same, unreadable }).toEqual({ changed: [], same: [], unreadable: [] });
        expect(fresh.map((entry) => carried(entry, format.carries))).toEqual(
          list.map((entry) => carried(entry, format.carries)),
        );
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('imported into the list it came from changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryList, async (list) => {
        if (list.length === 0) return;
        const { records } = await throughFile(format, list);
        const { fresh, changed, same, unreadable } = previewImport(records, list, MADE_AT);
        expect({ fresh, changed, unreadable }).toEqual({ fresh: [], changed: [], unreadable: [] });
        expect(same).toEqual(list);
      }),
      { numRuns: RUNS / 2 },
    );
  }, 120_000);
});
