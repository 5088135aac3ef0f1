import type { SheetColumn } from '$lib/ipc';
import { matches } from '$lib/fold';
import { vi } from '$lib/strings/vi';

/** A heading: of one column, or over the columns of one indicator. */
export type Head = { key: string; title: string; below: string[]; columns: SheetColumn[] };

/** Whether any columns stand under a common heading. */
export const isDeep = (columns: readonly SheetColumn[]): boolean =>
  columns.some(({ over }) => over !== null);

/** The one window of all columns; null where calendars differ, for then each says its own. */
export function commonWindow(columns: readonly SheetColumn[]): string | null {
  const [first, ...others] = new Set(columns.map(({ window }) => window));
  return first && others.length === 0 ? first : null;
}

/** What the title does not say already: the unit, how it is typed, the window. */
function below({ title, unit, ratio, window }: SheetColumn, windows: boolean): string[] {
  // A ratio's unit begins with the way it is written, which is said in words.
  const noun = ratio ? unit.replace(/^x\/y\s*/, '') : unit;
  const kind = [matches(title, noun) ? '' : noun, ratio ? vi.sheet.ratio : ''];
  return [kind.filter(Boolean).join(', '), windows ? window : ''].filter(Boolean);
}

/** The headings of a table in order; columns of one indicator share one. */
export function headsOf(columns: readonly SheetColumn[]): Head[] {
  const windows = commonWindow(columns) === null;
  const heads: Head[] = [];
  for (const column of columns) {
    const last = heads.at(-1);
    if (last && column.over !== null && last.columns[0]?.over === column.over) {
      last.columns.push(column);
      continue;
    }
    const title = column.over ?? column.title;
    const { key } = column;
    heads.push({ key, title, below: below({ ...column, title }, windows), columns: [column] });
  }
  return heads;
}
