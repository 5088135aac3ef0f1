import type { DeskStore } from '$lib/desk.svelte';
import { matches } from '$lib/fold';
import { Followed } from '$lib/followed.svelte';
import type {
  CatalogueView,
  CategoryRow,
  Choice,
  DimensionRow,
  GroupRow,
  IndicatorRow,
} from '$lib/ipc';
import { Entries } from './entries.svelte';

export const SHELVES = ['indicators', 'groups', 'dimensions', 'categories'] as const;
export type Shelf = (typeof SHELVES)[number];

/** Own entries first: they are what one comes to change. */
function ownFirst<Row extends { id: number | null }>(rows: readonly Row[]): Row[] {
  return [...rows.filter(({ id }) => id !== null), ...rows.filter(({ id }) => id === null)];
}

/** The catalogue, what of it is looked at, and its half-typed entries. */
export class CatalogueStore {
  shelf = $state<Shelf>('indicators');
  query = $state('');
  /** Code of the only group or dimension shown; empty for all. */
  group = $state('');
  dimension = $state('');
  /** Name of the entry that was saved last. */
  stored = $state<string | null>(null);
  readonly indicators: Entries<IndicatorRow>;
  readonly groups: Entries<GroupRow>;
  readonly dimensions: Entries<DimensionRow>;
  readonly categories: Entries<CategoryRow>;
  readonly #desk: DeskStore;
  readonly #catalogue: Followed<CatalogueView>;

  constructor(desk: DeskStore) {
    const { backend } = desk;
    this.#desk = desk;
    this.#catalogue = new Followed(desk, () => backend.loadCatalogue());
    const change = (ask: () => Promise<CatalogueView>, taken: () => void) =>
      this.#change(ask, taken);
    this.indicators = new Entries<IndicatorRow>({
      put: (row) => backend.putIndicator(row),
      remove: (id) => backend.removeIndicator(id),
      change,
    });
    this.groups = new Entries<GroupRow>({
      put: (row) => backend.putGroup(row),
      remove: (id) => backend.removeGroup(id),
      change,
    });
    this.dimensions = new Entries<DimensionRow>({
      put: (row) => backend.putDimension(row),
      remove: (id) => backend.removeDimension(id),
      change,
    });
    this.categories = new Entries<CategoryRow>({
      put: (row) => backend.putCategory(row),
      remove: (id) => backend.removeCategory(id),
      change,
    });
  }

  get view(): CatalogueView | null {
    return this.#catalogue.value;
  }

  get problem(): string | null {
    return this.#catalogue.problem;
  }

  follow(): void {
    this.#catalogue.follow();
  }

  forget(): void {
    this.#catalogue.forget(() => this.#desk.backend.loadCatalogue());
    for (const shelf of SHELVES) this[shelf].close();
    this.query = '';
    this.group = '';
    this.dimension = '';
    this.stored = null;
  }

  #change(ask: () => Promise<CatalogueView>, taken: () => void): Promise<void> {
    this.stored = null;
    return this.#desk.inTurn(ask, (view) => {
      this.#catalogue.take(view);
      taken();
    });
  }

  /* What is shown */

  get shownIndicators(): IndicatorRow[] {
    const rows = this.view?.indicators ?? [];
    return ownFirst(rows).filter(
      ({ name, unit, basis, group }) =>
        (this.group === '' || group === this.group) &&
        matches(`${name} ${unit} ${basis}`, this.query),
    );
  }

  get shownGroups(): GroupRow[] {
    return ownFirst(this.view?.groups ?? []).filter(({ title }) => matches(title, this.query));
  }

  get shownDimensions(): DimensionRow[] {
    return ownFirst(this.view?.dimensions ?? []).filter(({ name, kinds }) =>
      matches(`${name} ${kinds}`, this.query),
    );
  }

  get shownCategories(): CategoryRow[] {
    return ownFirst(this.view?.categories ?? []).filter(
      ({ name, dimension }) =>
        (this.dimension === '' || dimension === this.dimension) && matches(name, this.query),
    );
  }

  /** The dimensions as choices of a list. */
  get dimensionChoices(): Choice[] {
    const rows = this.view?.dimensions ?? [];
    return rows.map(({ code, name }) => ({ value: code, label: name }));
  }

  groupTitle(code: string): string {
    return this.view?.groups.find((group) => group.code === code)?.title ?? code;
  }

  /** Indicators that an entry may be a part of: the others of its group. */
  wholesFor({ group, code }: IndicatorRow): IndicatorRow[] {
    const rows = this.view?.indicators ?? [];
    return rows.filter((row) => row.group === group && row.code !== code);
  }

  /* Entries */

  /** A blank entry in the form, with the choices that are most likely meant. */
  add(shelf: Shelf): void {
    this.shelf = shelf;
    this.stored = null;
    if (shelf === 'groups') this.groups.open({ id: null, code: '', title: '', step: 2 });
    else if (shelf === 'categories') this.#addCategory();
    else if (shelf === 'dimensions') this.openDimension();
    else this.#addIndicator();
  }

  #addIndicator(): void {
    const { view } = this;
    this.indicators.open({
      id: null,
      code: '',
      name: '',
      unit: '',
      kind: view?.kinds[0]?.value ?? '',
      group: this.group || (view?.groups[0]?.code ?? ''),
      parent: '',
      calendar: view?.calendars[0]?.value ?? '',
      from: '',
      to: '',
      basis: '',
      core: false,
      dimensions: [],
    });
  }

  /** A blank dimension, by itself or for the indicator that is being typed. */
  openDimension(): void {
    const cover = this.view?.covers[0]?.value ?? '';
    this.dimensions.open({ id: null, code: '', name: '', cover, kinds: '' });
  }

  /** The indicator that is being typed is broken down by one more dimension, or by one fewer. */
  breakDown(dimension: string, on: boolean): void {
    const { draft } = this.indicators;
    if (!draft) return;
    const others = draft.dimensions.filter((code) => code !== dimension);
    draft.dimensions = on ? [...others, dimension] : others;
  }

  #addCategory(): void {
    const first = this.view?.dimensions[0]?.code ?? '';
    const dimension = this.dimension || first;
    this.categories.open({ id: null, dimension, heading: '', code: '', name: '' });
  }

  /** A dimension that was made for the indicator that is being typed is taken for it. */
  #takeNew(known: readonly Choice[]): void {
    const made = this.dimensionChoices.find(({ value }) => !known.some((it) => it.value === value));
    if (made && this.shelf === 'indicators') this.breakDown(made.value, true);
  }

  /** Saves the form of a list. The saved entry is shown whatever was looked for before. */
  async save(shelf: Shelf): Promise<boolean> {
    const draft = this[shelf].draft;
    const known = this.dimensionChoices;
    if (!draft || !(await this[shelf].save())) return false;
    if (shelf === 'dimensions') this.#takeNew(known);
    const name = 'title' in draft ? draft.title : draft.name;
    if (!matches(name, this.query)) this.query = '';
    this.stored = name.trim();
    return true;
  }
}
