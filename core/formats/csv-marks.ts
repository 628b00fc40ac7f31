import { checkedMarks, type RawMarks, type StatedMarks } from '../reading-list/stated-marks';
import { plainName, textOfCell } from './csv-columns';
import { splitTags } from './tag-text';

/**
 * Names of the columns that hold the reader's own work, small letters and digits only: of Paperkin and Zotero. They
 * do not count when a table is to be told from others: any list of tasks has a status.
 */
const NAMES: Readonly<Record<keyof StatedMarks, string>> = {
  status: 'status readingstatus',
  starred: 'starred star favorite favourite',
  tags: 'tags manualtags keywords tag',
  note: 'note notes comments',
  priority: 'priority',
  addedAt: 'added dateadded addedat',
  statusAt: 'statuschanged',
  openedAt: 'lastopened',
  sourceUrl: 'savedfrom',
};

/** Where each column stands; -1 for one that the table has not. */
export type MarkColumns = Readonly<Record<keyof StatedMarks, number>>;

/** The columns of a header row that hold the reader's own work. */
export function markColumnsOf(header: readonly string[]): MarkColumns {
  const plain = header.map(plainName);
  const at = (name: keyof StatedMarks): number => {
    const known = NAMES[name].split(' ').find((one) => plain.includes(one));
    return known === undefined ? -1 : plain.indexOf(known);
  };
  return {
    status: at('status'),
    starred: at('starred'),
    tags: at('tags'),
    note: at('note'),
    priority: at('priority'),
    addedAt: at('addedAt'),
    statusAt: at('statusAt'),
    openedAt: at('openedAt'),
    sourceUrl: at('sourceUrl'),
  };
}

/** What a row says of the reader's own work. */
export function csvMarks(cells: readonly string[], columns: MarkColumns): StatedMarks {
  const cell = (name: keyof StatedMarks): string => textOfCell(cells[columns[name]] ?? '');
  const raw: RawMarks = {
    status: cell('status').toLowerCase().replaceAll(' ', '-'),
    starred:
      /^(?:yes|true|1)$/i.test(cell('starred')) || (/^(?:no|false|0)$/i.test(cell('starred')) ? false : null),
    tags: splitTags(cell('tags')),
    note: cell('note'),
    priority: cell('priority') === '' ? null : Number(cell('priority')),
    addedAt: cell('addedAt'),
    statusAt: cell('statusAt'),
    openedAt: cell('openedAt'),
    sourceUrl: cell('sourceUrl'),
  };
  return checkedMarks(raw);
}
