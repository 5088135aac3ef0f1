import { type Backend, IpcFailure, type Tell } from '../backend';
import type {
  CellHistory,
  CellOutcome,
  ImportView,
  LogView,
  SaveOutcome,
  SeriesQuery,
  SeriesView,
  SheetQuery,
  SheetView,
  TypedEvent,
  UnitHit,
  UnitStory,
  UnitsView,
  VerifyView,
  YearOutcome,
  YearView,
} from '../types';
import { FakeAwards } from './awards';
import { LANG_SON } from './model';
import { stepYear, yearOf } from './past';
import { drawSeries } from './series';
import { drawSheet } from './sheet';
import { drawUnits, findUnits, readEvent, tellStory } from './units';

/** A stand-in for Rust: for `npm run dev` in a browser and for the unit tests. Never shipped. */
export class FakeBackend extends FakeAwards implements Backend {
  /** A table of 170 units and 12 columns. */
  wide = false;
  #eventId = 1;

  /** With a dossier already open; `?new` in the address starts without one. */
  static fromAddress(search: string): FakeBackend {
    const fake = search.includes('new') ? new FakeBackend() : FakeBackend.langSon();
    fake.wide = search.includes('wide');
    return fake;
  }

  static langSon(): FakeBackend {
    const fake = new FakeBackend();
    fake.add('Lạng Sơn · Tổng kết 2022');
    fake.store.values = new Map(LANG_SON);
    fake.place = { step: 3, key: 'figure/at_co_quan/amount' };
    return fake;
  }

  /* Units */

  async loadUnits(province: string | null, day: string | null): Promise<UnitsView> {
    this.note('loadUnits', province, day);
    return drawUnits(this.store, province, day);
  }

  async searchUnits(query: string, province: string | null): Promise<UnitHit[]> {
    this.note('searchUnits', query, province);
    return findUnits(this.store, query);
  }

  async unitStory(unit: string): Promise<UnitStory> {
    this.note('unitStory', unit);
    return tellStory(this.store, unit);
  }

  async recordUnitEvent(
    province: string | null,
    day: string | null,
    event: TypedEvent,
  ): Promise<UnitsView> {
    await this.change('recordUnitEvent', event);
    if (event.kind === 'share') this.#share(event);
    else {
      const read = readEvent(this.store, this.#eventId++, event);
      this.remember(`ghi biến động: ${read.text}`);
      this.store.events.push(read);
    }
    return drawUnits(this.store, province, day);
  }

  #share(event: TypedEvent): void {
    this.remember('ghi tỷ lệ phân bổ');
    const weights = event.parts.map(({ weight }) => weight);
    this.store.shares.set(event.units[0] ?? '', { method: event.method, weights });
  }

  async removeUnitEvent(
    province: string | null,
    day: string | null,
    id: number,
  ): Promise<UnitsView> {
    await this.change('removeUnitEvent', id);
    this.remember('bỏ biến động');
    this.store.events = this.store.events.filter((event) => event.id !== id);
    return drawUnits(this.store, province, day);
  }

  async putUnitSet(
    province: string | null,
    day: string | null,
    id: number | null,
    name: string,
    members: string[],
  ): Promise<UnitsView> {
    await this.change('putUnitSet', id, name, members);
    this.remember(members.length > 0 ? `lưu nhóm ${name}` : `bỏ nhóm ${name}`);
    const last = Math.max(0, ...this.store.sets.map((set) => set.id));
    const others = this.store.sets.filter((set) => set.id !== id);
    const kept = members.length > 0 ? [{ id: id ?? last + 1, name, members }] : [];
    this.store.sets = [...others, ...kept];
    return drawUnits(this.store, province, day);
  }

  /* The table of units and series */

  async loadSheet(query: SheetQuery): Promise<SheetView> {
    this.note('loadSheet', query);
    return drawSheet(this.store, query, this.wide);
  }

  #cell(query: SheetQuery, unit: string, column: string) {
    const sheet = drawSheet(this.store, query, this.wide);
    const row = sheet.rows.find((other) => other.unit === unit);
    const measure = sheet.columns.find((other) => other.key === column);
    const key = `${sheet.year}/${unit}/${column}`;
    const label = `${row?.label ?? unit} · ${measure?.title ?? column} · năm ${sheet.year}`;
    return { key, label, title: measure?.title ?? column };
  }

  #unlocked(query: SheetQuery): void {
    const { locked } = drawSheet(this.store, query, this.wide);
    if (locked) throw new IpcFailure({ code: 'year-closed', message: locked });
  }

  #put(key: string, label: string, text: string) {
    const before = this.store.cells.get(key) ?? '';
    if (text.trim() === '') this.store.cells.delete(key);
    else this.store.cells.set(key, text.trim());
    return { key, label, before, after: text.trim() };
  }

  #row(query: SheetQuery, unit: string): CellOutcome {
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
    this.#unlocked(query);
    const { key, label, title } = this.#cell(query, unit, column);
    this.remember(`sửa ${title}`);
    this.log.add(`sửa ${title}`, 'số liệu các xã', [this.#put(key, label, text)]);
    return this.#row(query, unit);
  }

  async pasteCells(
    query: SheetQuery,
    unit: string,
    column: string,
    block: string,
  ): Promise<SheetView> {
    await this.change('pasteCells', unit, column, block);
    this.#unlocked(query);
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
      const { key, label } = this.#cell(query, cell.unit ?? '', cell.column ?? '');
      return this.#put(key, label, cell.text);
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

  /* The past */

  async loadLog(before: number | null, onlyDossier: boolean): Promise<LogView> {
    this.note('loadLog', before, onlyDossier);
    return this.log.page(before, onlyDossier);
  }

  async changesSince(document: string): Promise<LogView> {
    this.note('changesSince', document);
    return this.log.since(document);
  }

  async fieldHistory(key: string): Promise<CellHistory> {
    this.note('fieldHistory', key);
    return this.log.history(key, this.labelOf(key), this.store.values.get(key) ?? '');
  }

  async restoreField(step: number, key: string, change: number): Promise<SaveOutcome> {
    const { versions } = await this.fieldHistory(key);
    await this.change('restoreField', step, key, change);
    return this.write(step, key, versions.find((one) => one.change === change)?.value ?? '');
  }

  async cellHistory(query: SheetQuery, unit: string, column: string): Promise<CellHistory> {
    this.note('cellHistory', unit, column);
    const { key, label } = this.#cell(query, unit, column);
    return this.log.history(key, label, this.store.cells.get(key) ?? '');
  }

  async restoreCell(
    query: SheetQuery,
    unit: string,
    column: string,
    change: number,
  ): Promise<CellOutcome> {
    const { versions } = await this.cellHistory(query, unit, column);
    await this.change('restoreCell', unit, column, change);
    this.#unlocked(query);
    const { key, label, title } = this.#cell(query, unit, column);
    this.remember(`lấy lại ${title}`);
    const text = versions.find((one) => one.change === change)?.value ?? '';
    this.log.add(`lấy lại ${title}`, 'số liệu các xã', [this.#put(key, label, text)]);
    return this.#row(query, unit);
  }

  async loadYear(year: number): Promise<YearView> {
    return yearOf(this.store, year);
  }

  async #stepYear(year: number, step: string, reason = ''): Promise<YearOutcome> {
    await this.change('stepYear', year, step, reason);
    stepYear(this.store, year, step, reason);
    return { desk: this.frame(), year: yearOf(this.store, year) };
  }

  approveYear(year: number): Promise<YearOutcome> {
    return this.#stepYear(year, 'approve');
  }

  closeYear(year: number): Promise<YearOutcome> {
    return this.#stepYear(year, 'close');
  }

  reopenYear(year: number, reason: string): Promise<YearOutcome> {
    return this.#stepYear(year, 'reopen', reason);
  }

  /** Ends the long work that is being done. */
  #stop: (() => void) | null = null;

  async stopWork(): Promise<null> {
    this.note('stopWork');
    this.#stop?.();
    return null;
  }

  /** Tells how far it is and goes on when the test says so, or ends when it is stopped. */
  async #long(tell: Tell, stage: string): Promise<void> {
    tell({ stage, percent: 40 });
    const stopped = new Promise<never>((_, end) => {
      const message = 'Đã dừng theo yêu cầu. Số liệu vẫn như trước.';
      this.#stop = () => end(new IpcFailure({ code: 'stopped', message }));
    });
    await Promise.race([stopped, this.whileWorking()]);
  }

  /** Tests may hold long work. */
  whileWorking: () => Promise<void> | void = () => undefined;

  async verifyStore(tell: Tell): Promise<VerifyView> {
    this.note('verifyStore');
    await this.#long(tell, 'Đang đọc lại nhật ký');
    const lines = [`Nhật ký có ${this.log.lines.length} lần ghi, không lần nào bị sửa hay mất.`];
    return { whole: true, lines: [...lines, 'Số liệu đang có khớp với nhật ký.'] };
  }

  /* Files */

  async exportStore(): Promise<string | null> {
    await this.change('exportStore');
    return 'C:\\Users\\Lan\\Documents\\so-lieu-138.json';
  }

  async importStore(dry: boolean, tell: Tell): Promise<ImportView | null> {
    await this.change('importStore', dry);
    await this.#long(tell, dry ? 'Đang đọc tệp' : 'Đang ghi số liệu');
    const summary = '1 hồ sơ, 12 xã, 94 số';
    const problems = ['Dòng 41: xã Ba Gò không có trong danh mục ngày 15/11/2022; bỏ qua 2 số.'];
    return { dry, taken: true, summary, problems };
  }

  async exportCatalogue(): Promise<string | null> {
    await this.change('exportCatalogue');
    return 'C:\\Users\\Lan\\Documents\\danh-muc-138.tsv';
  }

  async importCatalogue(dry: boolean): Promise<ImportView | null> {
    await this.change('importCatalogue', dry);
    const problem = 'Dòng 12, cột 3: mã kdc_2 đã dùng ở dòng 4. Đổi một trong hai mã.';
    return { dry, taken: false, summary: '121 chỉ tiêu', problems: [problem] };
  }
}
