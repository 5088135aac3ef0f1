import type { Group } from '$lib/ipc';

/** Which columns a table of figures needs. */
export type Columns = {
  rate: boolean;
  previous: boolean;
  comparison: boolean;
  details: boolean;
  /** All columns, the label's and the figure's included. */
  count: number;
};

export function columnsOf(group: Group): Columns {
  const compared = group.previousTitle !== null;
  const rate = group.rows.some((row) => row.rate !== null);
  const previous = compared || group.rows.some((row) => row.previous !== null);
  const comparison = compared || group.rows.some((row) => row.comparison !== null);
  const details = group.rows.some((row) => row.cells.length > 1);
  const count = 2 + [rate, previous, comparison, details].filter(Boolean).length;
  return { rate, previous, comparison, details, count };
}
