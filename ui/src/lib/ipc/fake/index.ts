import { type Backend, IpcFailure, type Tell } from '../backend';
import type {
  CellHistory,
  CellOutcome,
  ImportView,
  LogView,
  SaveOutcome,
  SheetQuery,
  TypedEvent,
  UnitHit,
  UnitStory,
  UnitsView,
  VerifyView,
  YearOutcome,
  YearView,
} from '../types';
import { LANG_SON } from './model';
import { stepYear, yearOf } from './past';
import { FakeTables } from './tables';
import { drawUnits, findUnits, readEvent, tellStory } from './units';

/** A stand-in for Rust: for `npm run dev` in a browser and for the unit tests. Never shipped. */
export class FakeBackend extends FakeTables implements Backend {
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

  async searchUnits(
    query: string,
    province: string | null,
    event: string | null,
  ): Promise<UnitHit[]> {
    this.note('searchUnits', query, province, event);
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
    const { key, label } = this.cellOf(query, unit, column);
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
    this.mustBeOpen(query);
    const { key, label, title } = this.cellOf(query, unit, column);
    this.remember(`lấy lại ${title}`);
    const text = versions.find((one) => one.change === change)?.value ?? '';
    this.log.add(`lấy lại ${title}`, 'số liệu các xã', [this.putCell(key, label, text)]);
    return this.rowOf(query, unit);
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
