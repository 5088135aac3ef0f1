/** A block of cells as spreadsheets and text programs copy it. */

/** A copied block is more than one cell; a single one ends with a line break at most. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\r?\n$/, ''));
}

/** One cell: in quotation marks it may hold line breaks and doubled quotation marks. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;

/** Its rows of trimmed cells, without empty rows at the end. */
export function rowsOf(block: string): string[][] {
  const text = block.replace(/\r/g, '').trimEnd();
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  for (;;) {
    const [whole, quoted, plain = '', end] = CELL.exec(text) ?? [];
    if (whole === undefined) return rows;
    const cell = quoted?.replace(/""/g, '"').replace(/\n/g, ' ') ?? plain;
    rows.at(-1)?.push(cell.trim());
    if (end === '') return rows;
    if (end === '\n') rows.push([]);
  }
}
