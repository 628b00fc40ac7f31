import { ANNOTATIONS, DEEDS, REMOVED, THEN } from './reader';
import type { KeptObjectStore, KeptProfile } from './kept-profile';

const DATABASE = 'paperkin-library';

const entriesOf = (values: readonly unknown[]): KeptObjectStore => ({
  name: 'entries',
  keyPath: 'paper.id',
  indexes: [{ name: 'addedAt', keyPath: 'addedAt' }],
  records: values.map((value) => ({ value })),
});

const annotated = DEEDS.map((deed, at) => ({ ...deed, ...ANNOTATIONS[at] }));

/**
 * What earlier layouts held, as their code wrote it (history of `store/library-database.ts`), each with what it did not have yet where
 * its version had several. Nothing here ever changes.
 */
export const OLD_LAYOUTS: readonly (readonly [before: string | null, profile: KeptProfile])[] = [
  [null, { database: DATABASE, version: 1, stores: [entriesOf(DEEDS)] }],
  [null, { database: DATABASE, version: 2, stores: [entriesOf(annotated)] }],
  [
    'versions',
    {
      database: DATABASE,
      version: 3,
      stores: [
        {
          name: 'bin',
          keyPath: 'entry.paper.id',
          indexes: [{ name: 'removedAt', keyPath: 'removedAt' }],
          records: [
            {
              value: {
                entry: { ...DEEDS[2], ...ANNOTATIONS[0], paper: REMOVED },
                removedAt: THEN + 20,
              },
            },
          ],
        },
        entriesOf(annotated),
        { name: 'sync', keyPath: null, indexes: [], records: [] },
      ],
    },
  ],
];
