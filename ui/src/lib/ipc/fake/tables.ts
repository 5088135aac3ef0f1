import { IpcFailure } from '../backend';
import type {
  CellOutcome,
  ChartKind,
  ChartView,
  SeriesQuery,
  SeriesView,
  SheetQuery,
  SheetView,
} from '../types';
import { FakeAwards } from './awards';
import { drawChart, drawSeries } from './series';
import { drawSheet } from './sheet';

/** The part of the stand-in that is about the table of units and its series. */
export class FakeTables extends FakeAwards {
  /** A table of 170 units and 12 columns. */
  wide = false;

  async loadSheet(query: SheetQuery): Promise<SheetView> {
    this.note('loadSheet', query);
    return drawSheet(this.store, query, this.wide);
  }

  protected cellOf(query: SheetQuery, unit: string, column: string) {
    const sheet = drawSheet(this.store, query, this.wide);
    const row = sheet.rows.find((other) => other.unit === unit);
    const measure = sheet.columns.find((other) => other.key === column);
    const key = `${sheet.year}/${unit}/${column}`;
    const label = `${row?.label ?? unit} · ${measure?.title ?? column} · năm ${sheet.year}`;
    return { key, label, title: measure?.title ?? column };
  }

  protected mustBeOpen(query: SheetQuery): void {
    const { locked } = drawSheet(this.store, query, this.wide);
    if (locked) throw new IpcFailure({ code: 'year-closed', message: locked });
  }

  protected putCell(key: string, label: string, text: string) {
    const before = this.store.cells.get(key) ?? '';
    if (text.trim() === '') this.store.cells.delete(key);
    else this.store.cells.set(key, text.trim());
    return { key, label, before, after: text.trim() };
  }

  protected rowOf(query: SheetQuery, unit: string): CellOutcome {
    const { rows, totals } = drawSheet(this.store, query, this.wide);
    const row = rows.find((other) => other.unit === unit) ?? { unit, label: '', cells: [] };
    const saved = row.cells.every(({ draft }) => draft === null);
    return { desk: this.frame(), row, totals, saved };
  }

  async setCell(
    query: SheetQuery,
    unit: string,
    column: string,
    text: string,
  ): Promise<CellOutcome> {
    await this.change('setCell', unit, column, text);
    this.mustBeOpen(query);
    const { key, label, title } = this.cellOf(query, unit, column);
    this.remember(`sửa ${title}`);
    this.log.add(`sửa ${title}`, 'số liệu các xã', [this.putCell(key, label, text)]);
    return this.rowOf(query, unit);
  }

  async pasteCells(
    query: SheetQuery,
    unit: string,
    column: string,
    block: string,
  ): Promise<SheetView> {
    await this.change('pasteCells', unit, column, block);
    this.mustBeOpen(query);
    const { rows, columns } = drawSheet(this.store, query, this.wide);
    const top = rows.findIndex((row) => row.unit === unit);
    const left = columns.findIndex(({ key }) => key === column);
    const lines = block.replace(/\r?\n$/, '').split(/\r?\n/);
    const cells = lines.flatMap((line, down) =>
      line.split('\t').map((text, right) => ({
        text,
        unit: rows[top + down]?.unit,
        column: columns[left + right]?.key,
      })),
    );
    if (cells.some((cell) => !cell.unit || !cell.column))
      throw new IpcFailure({
        code: 'refused',
        message: `Khối dán rộng hơn bảng: ${lines.length} dòng không vừa từ ô này. Chọn ô trên cùng bên trái rồi dán lại.`,
      });
    this.remember(`dán ${cells.length} số`);
    const edits = cells.map((cell) => {
      const { key, label } = this.cellOf(query, cell.unit ?? '', cell.column ?? '');
      return this.putCell(key, label, cell.text);
    });
    this.log.add(`dán ${cells.length} số`, 'số liệu các xã', edits);
    return drawSheet(this.store, query, this.wide);
  }

  async chooseColumns(query: SheetQuery, chosen: string[]): Promise<SheetView> {
    await this.change('chooseColumns', chosen);
    this.remember('chọn cột');
    const { group } = drawSheet(this.store, query, this.wide);
    if (chosen.length === 0) this.store.columns.delete(group);
    else this.store.columns.set(group, chosen);
    return drawSheet(this.store, query, this.wide);
  }

  async stateTotal(query: SheetQuery, column: string, text: string): Promise<SheetView> {
    await this.change('stateTotal', column, text);
    this.remember('ghi số cộng trên giấy');
    this.store.stated.set(`${query.year ?? 2022}/${column}`, text.trim());
    return drawSheet(this.store, query, this.wide);
  }

  async loadSeries(query: SeriesQuery): Promise<SeriesView> {
    this.note('loadSeries', query);
    return drawSeries(this.store, query);
  }

  async loadChart(
    query: SeriesQuery,
    indicator: string | null,
    kind: ChartKind,
  ): Promise<ChartView> {
    this.note('loadChart', query, indicator, kind);
    return drawChart(indicator, kind);
  }
}
