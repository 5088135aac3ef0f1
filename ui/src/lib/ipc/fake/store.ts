import type { EventKind, ShareChoice, UnitSetRow, YearStateView } from '../types';
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
export type FakeYear = { state: YearStateView; lines: string[] };

/** Everything the stand-in keeps and can take back: texts by key, entries of a list by group. */
export type FakeStore = {
  values: Map<string, string>;
  entries: Map<string, number[]>;
  added: string[];
  own: (FakeField & { group: string })[];
  /** Texts of the table of units by `year/unit/column`. */
  cells: Map<string, string>;
  /** Totals on paper by `year/column`. */
  stated: Map<string, string>;
  events: FakeEvent[];
  shares: Map<string, FakeShares>;
  sets: UnitSetRow[];
  years: Map<number, FakeYear>;
};

export function emptyStore(): FakeStore {
  return {
    values: new Map(),
    entries: new Map(),
    added: [],
    own: [],
    cells: new Map(CELLS),
    stated: new Map(STATED),
    events: [],
    shares: new Map(),
    sets: [{ id: 1, name: 'Các phường, thị trấn', members: ['u1', 'u2', 'u3'] }],
    years: new Map(),
  };
}
