import type { SheetCell, SheetView } from '$lib/ipc';

/** Where the hand is: a row and a column, counted from 0. */
export type At = { row: number; column: number };

/** The text a cell holds: what was typed and not understood comes before the number. */
export const heldText = (cell: SheetCell): string => cell.draft ?? cell.text;

/** The name of a cell among the typed texts and in `data-key`. */
export const cellId = (unit: string, column: string): string => `${unit}/${column}`;
const PREFIX = 'cell/';
export const cellKey = (id: string): string => `${PREFIX}${id}`;

/** Unit and column of a `data-key`; null for other fields. */
export function readCellKey(key: string): { unit: string; column: string } | null {
  if (!key.startsWith(PREFIX)) return null;
  const id = key.slice(PREFIX.length);
  const slash = id.lastIndexOf('/');
  return slash < 0 ? null : { unit: id.slice(0, slash), column: id.slice(slash + 1) };
}

/** True for a cell that somebody should look at. */
export const wantsLook = (cell: SheetCell): boolean =>
  cell.draft !== null || cell.severity === 'error' || cell.severity === 'warning';

/** Said below the row and not only under the hand. */
export const saidBelow = (cell: SheetCell): boolean =>
  cell.message !== null && (cell.draft !== null || cell.severity === 'error');

/** All cells that want a look, row by row. */
export function cellsToSee(view: SheetView): At[] {
  return view.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (wantsLook(cell) ? [{ row, column }] : [])),
  );
}

/** The first of `cells` behind `at`; from the last one back to the first. */
export function nextAfter(cells: readonly At[], at: At): At | null {
  const behind = cells.find(
    ({ row, column }) => row > at.row || (row === at.row && column > at.column),
  );
  return behind ?? cells[0] ?? null;
}

export function sizeOf(block: string): { rows: number; columns: number } {
  const lines = block.replace(/\r?\n$/, '').split(/\r?\n/);
  return { rows: lines.length, columns: Math.max(...lines.map((line) => line.split('\t').length)) };
}
