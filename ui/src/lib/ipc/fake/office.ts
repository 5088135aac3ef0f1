import { IpcFailure } from '../backend';
import type {
  AchievementRow,
  CatalogueView,
  CategoryRow,
  DimensionRow,
  GroupRow,
  IndicatorRow,
  SettingsView,
  TypedSetting,
} from '../types';
import { ACHIEVEMENTS, drawCatalogue, drawSettings } from './catalogue';
import { FakeDossier } from './dossier';
import type { FakeCatalogue } from './store';

type Own = { id: number | null; code: string };

/** The part of the stand-in that is about the office: its settings and its own catalogue. */
export class FakeOffice extends FakeDossier {
  /** Tests may hold or refuse a change outside the steps here. */
  beforeChange: (name: string) => Promise<void> | void = () => undefined;
  achievements: AchievementRow[] = ACHIEVEMENTS;

  protected async change(name: string, ...args: unknown[]): Promise<void> {
    this.note(name, ...args);
    await this.beforeChange(name);
  }

  async loadAchievements(): Promise<AchievementRow[]> {
    this.note('loadAchievements');
    return this.achievements;
  }

  async loadSettings(): Promise<SettingsView> {
    this.note('loadSettings');
    return drawSettings(this.store);
  }

  async putSetting(setting: TypedSetting): Promise<SettingsView> {
    await this.change('putSetting', setting);
    const { id, key, from, to, value } = setting;
    const others = this.store.settings.filter((one) => one.id !== id);
    if (value === '' && id === null)
      throw new IpcFailure({
        code: 'refused',
        message: 'Ô này không để trống được. Gõ lại nội dung, hoặc xóa cả dòng.',
      });
    if (value !== '' && others.some((one) => one.key === key && one.from === from))
      throw new IpcFailure({
        code: 'refused',
        message: 'Đã có giá trị khác bắt đầu cùng ngày. Sửa giá trị kia, hoặc đổi ngày bắt đầu.',
      });
    this.remember('sửa thiết lập');
    const next = Math.max(0, ...this.store.settings.map((one) => one.id)) + 1;
    const kept = value === '' ? [] : [{ id: id ?? next, key, from, to, value }];
    this.store.settings = [...others, ...kept];
    return drawSettings(this.store);
  }

  async loadCatalogue(): Promise<CatalogueView> {
    this.note('loadCatalogue');
    return drawCatalogue(this.store);
  }

  async putIndicator(indicator: IndicatorRow): Promise<CatalogueView> {
    await this.change('putIndicator', indicator);
    return this.#put('indicators', indicator, indicator.name);
  }

  async putGroup(group: GroupRow): Promise<CatalogueView> {
    await this.change('putGroup', group);
    return this.#put('groups', group, group.title);
  }

  async putCategory(category: CategoryRow): Promise<CatalogueView> {
    await this.change('putCategory', category);
    return this.#put('categories', category, category.name);
  }

  async putDimension(dimension: DimensionRow): Promise<CatalogueView> {
    await this.change('putDimension', dimension);
    return this.#put('dimensions', dimension, dimension.name);
  }

  async removeDimension(id: number): Promise<CatalogueView> {
    await this.change('removeDimension', id);
    return this.#remove('dimensions', id);
  }

  async removeIndicator(id: number): Promise<CatalogueView> {
    await this.change('removeIndicator', id);
    return this.#remove('indicators', id);
  }

  async removeGroup(id: number): Promise<CatalogueView> {
    await this.change('removeGroup', id);
    return this.#remove('groups', id);
  }

  async removeCategory(id: number): Promise<CatalogueView> {
    await this.change('removeCategory', id);
    return this.#remove('categories', id);
  }

  #put(list: keyof FakeCatalogue, row: Own, name: string): CatalogueView {
    if (name.trim() === '')
      throw new IpcFailure({
        code: 'refused',
        message: 'Ô này không để trống được. Gõ lại nội dung, hoặc xóa cả dòng.',
      });
    this.remember(`sửa ${name}`);
    const rows: Own[] = this.store.catalogue[list];
    const id = row.id ?? Math.max(0, ...rows.map((one) => one.id ?? 0)) + 1;
    const kept = { ...row, id, code: row.code || `own_${id}` };
    const at = rows.findIndex((one) => one.id === id);
    if (at < 0) rows.push(kept);
    else rows[at] = kept;
    return drawCatalogue(this.store);
  }

  #remove(list: keyof FakeCatalogue, id: number): CatalogueView {
    const rows: Own[] = this.store.catalogue[list];
    this.remember('xóa khỏi danh mục');
    const at = rows.findIndex((one) => one.id === id);
    if (at >= 0) rows.splice(at, 1);
    return drawCatalogue(this.store);
  }
}
