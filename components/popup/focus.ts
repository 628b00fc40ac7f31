/** The rows of the screen in their order; each holds one main button. */
export function rowsWithin(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-row]')];
}

/** Focuses the main button of a row, or of the last row where there are fewer; does nothing where there are none. */
export function focusRow(root: ParentNode, index: number): void {
  const rows = rowsWithin(root);
  const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
  row?.querySelector<HTMLElement>('[data-row-main]')?.focus();
}

/** Where the focus is among the rows; -1 when it is in none of them. */
export function focusedRow(root: ParentNode, focused: Element | null): number {
  const row = focused?.closest<HTMLElement>('[data-row]');
  return row ? rowsWithin(root).indexOf(row) : -1;
}
