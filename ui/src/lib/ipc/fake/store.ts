import type {
  CategoryRow,
  DimensionRow,
  EventKind,
  GroupRow,
  IndicatorRow,
  ShareChoice,
  TypedSetting,
  UnitSetRow,
  YearStateView,
} from '../types';
import { type FakeAward, firstAwards } from './honours';
import type { FakeField } from './model';
import { CELLS, STATED } from './numbers';

/** A recorded event of units, with the days and names already read. */
export type FakeEvent = {
  id: number;
  kind: EventKind;
  day: string;
  text: string;
  basis: string;
  units: string[];
  name: string;
  unitKind: string;
  parent: string;
  parts: { unit: string; weight: string }[];
  keeps: boolean;
};
export type FakeShares = { method: ShareChoice; weights: string[] };
export type FakeSetting = TypedSetting & { id: number };
/** Entries of the office's own. */
export type FakeCatalogue = {
  indicators: IndicatorRow[];
  groups: GroupRow[];
  categories: CategoryRow[];
  dimensions: DimensionRow[];
};
export type FakeYear = { state: YearStateView; lines: string[] };

/** Everything the stand-in keeps and can take back: texts by key, entries of a list by group. */
export type FakeStore = {
  values: Map<string, string>;
  entries: Map<string, number[]>;
  added: string[];
  own: (FakeField & { group: string })[];
  /** Texts of the table of units by `year/unit/column`. */
  cells: Map<string, string>;
  /** Chosen columns by group. */
  columns: Map<string, string[]>;
  /** Totals on paper by `year/column`. */
  stated: Map<string, string>;
  events: FakeEvent[];
  shares: Map<string, FakeShares>;
  sets: UnitSetRow[];
  years: Map<number, FakeYear>;
  settings: FakeSetting[];
  catalogue: FakeCatalogue;
  awards: FakeAward[];
};

export function emptyStore(): FakeStore {
  return {
    values: new Map(),
    entries: new Map(),
    added: [],
    own: [],
    cells: new Map(CELLS),
    columns: new Map(),
    stated: new Map(STATED),
    events: [],
    shares: new Map(),
    sets: [{ id: 1, name: 'Các phường, thị trấn', members: ['u1', 'u2', 'u3'] }],
    years: new Map(),
    settings: [
      { id: 1, key: 'committee.short_name', from: '', to: '', value: 'Ban Chỉ đạo 138 tỉnh' },
      {
        id: 2,
        key: 'award.base_salary',
        from: '01/07/2024',
        to: '30/06/2026',
        value: '2.340.000',
      },
    ],
    catalogue: {
      indicators: [
        {
          id: 1,
          code: 'own_1',
          name: 'Tổ liên gia an toàn phòng cháy',
          unit: 'tổ',
          kind: 'stock',
          group: 'models',
          parent: '',
          calendar: 'chung',
          from: '01/01/2023',
          to: '',
          basis: 'Kế hoạch của tỉnh',
          core: true,
          dimensions: [],
        },
      ],
      groups: [],
      categories: [],
      dimensions: [],
    },
    awards: firstAwards(),
  };
}
