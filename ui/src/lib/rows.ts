/**
 * Identities of rows for drawing. A blank entry (`task/new`) that becomes `task/12` keeps the
 * identity it had, so its inputs stay the same elements: focus, caret and typing go on.
 */
export class RowIdentities {
  #ids = new Map<string, number>();
  #next = 1;

  of(step: number, row: string): number {
    const name = `${step}|${row}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.#ids.set(name, this.#next);
    return this.#next++;
  }

  rename(step: number, oldRow: string, newRow: string): void {
    const known = this.#ids.get(`${step}|${oldRow}`);
    if (known === undefined) return;
    this.#ids.delete(`${step}|${oldRow}`);
    this.#ids.set(`${step}|${newRow}`, known);
  }
}

/** The row part of a key that stands for a blank entry: `task/new/text` gives `task/new`. */
export function blankRow(key: string): string | null {
  const parts = key.split('/');
  const at = parts.indexOf('new');
  return at < 0 ? null : parts.slice(0, at + 1).join('/');
}

/** How a blank row was renamed by a save, null when it was not. */
export function renaming(sent: string, returned: string): { from: string; to: string } | null {
  const from = blankRow(sent);
  if (from === null || sent === returned || blankRow(returned) === from) return null;
  const to = returned.split('/').slice(0, from.split('/').length).join('/');
  return { from, to };
}

/** `key` under the new row name, when it belongs to the renamed row. */
export function underNewRow(key: string, change: { from: string; to: string }): string {
  return key.startsWith(`${change.from}/`) ? change.to + key.slice(change.from.length) : key;
}
