import { columnsOf, fieldsOfRow } from './csv-columns';
import type { Columns } from './csv-columns';
import { csvMarks, markColumnsOf } from './csv-marks';
import type { MarkColumns } from './csv-marks';
import { cellsOf, csvRows, delimiterOf } from './csv-rows';
import type { ImportedRecord, ImportFormat } from './format';
import { paperFromFields } from './paper-from-fields';
import { badRecord, paperRecord, pieceReader, streamed } from './record-reader';
import type { Piece } from './record-reader';

const HEADER_CHARS_MAX = 20_000;
const CERTAIN_COLUMNS = 5;

interface Table {
  readonly delimiter: string;
  /** Null for a table without titles: it is all bad, which is said once. */
  readonly columns: Columns | null;
  readonly marks: MarkColumns;
}

/** Tables with a header row that names a title: commas, tabs, semicolons or bars. */
export const csvFormat: ImportFormat = {
  id: 'csv',
  label: 'CSV or TSV',
  fits(head, fileName) {
    const header =
      head
        .trimStart()
        .replace(/^sep=.\s*\n/i, '')
        .split('\n', 1)[0]
        ?.trimEnd() ?? '';
    if (header.length > HEADER_CHARS_MAX || /^[<{[@%]/.test(header)) return 0;
    const names = cellsOf(header, delimiterOf(header)) ?? [];
    const columns = columnsOf(names);
    const isNamed = /\.(?:csv|tsv|tab)$/i.test(fileName);
    if (columns === null) return isNamed ? 0.2 : 0;
    const known = Object.values(columns).filter((at) => at !== -1).length;
    // So many names in one row are no chance, whatever stands in the cells below.
    if (known >= CERTAIN_COLUMNS) return 0.97;
    return isNamed || (names.length > 1 && known > 1) ? 0.9 : 0.05;
  },
  read: streamed(() => {
    let table: Table | null = null;
    return pieceReader(csvRows(), (piece) => {
      if (table !== null) return recordOf(piece, table);
      // Excel's own first line, which names the delimiter, goes before the header.
      if (/^sep=.\s*$/i.test(piece.text)) return null;
      table = tableOf(piece.text);
      return table.columns === null ? badRecord({ kind: 'no-title-column' }, piece) : null;
    });
  }),
};

function tableOf(header: string): Table {
  const delimiter = delimiterOf(header);
  const names = cellsOf(header, delimiter) ?? [];
  return { delimiter, columns: columnsOf(names), marks: markColumnsOf(names) };
}

function recordOf(piece: Piece, { delimiter, columns, marks }: Table): ImportedRecord | null {
  if (columns === null) return null;
  const cells = cellsOf(piece.text, delimiter);
  if (cells === null) return badRecord({ kind: 'broken-quotes' }, piece);
  if (cells.every((cell) => cell.trim() === '')) return null;
  const paper = paperFromFields(fieldsOfRow(cells, columns));
  return paperRecord(paper, piece, () => csvMarks(cells, marks));
}
