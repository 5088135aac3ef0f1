import type {
  ColumnChoice,
  LensChoice,
  NumberMark,
  SheetCell,
  SheetColumn,
  SheetQuery,
  SheetRow,
  SheetTotal,
  SheetView,
} from '../types';
import { dots, read } from './draw';
import { type FakeColumn, GROUPS, KINDS, windowOf, YEARS } from './numbers';
import { BORDER_DAY, type FakeUnit, SUCCESSORS } from './register';
import type { FakeStore } from './store';
import { allUnits, onDay, readDay } from './units';

const COMMUNES = ['xã', 'phường', 'thị trấn', 'đặc khu'];
const TODAY = '2022-11-15';

export type Number2 = [number, number];
type Reading = { text: string; amount: Number2 | null; mark: NumberMark; why: string };

export function groupOf(query: { group: string | null }) {
  return GROUPS.find(({ code }) => code === query.group) ?? GROUPS[0] ?? null;
}

function dayOf(lens: LensChoice, year: number): string {
  if (lens.kind === 'on') return readDay(lens.day);
  return lens.kind === 'today' ? TODAY : `${year}-11-15`;
}

export function communes(store: FakeStore, day: string): FakeUnit[] {
  return onDay(allUnits(store), day).filter(({ kind }) => COMMUNES.includes(kind));
}

/** A made-up table of 170 units and 12 columns, to see how fast the grid is. */
export function wideColumns(): FakeColumn[] {
  const base = GROUPS.flatMap(({ columns }) => columns);
  return Array.from({ length: 12 }, (_, index) => {
    const { key, ...rest } = base[index % base.length] as FakeColumn;
    return { ...rest, key: index < base.length ? key : `${key}_${index}` };
  });
}
export const wideUnits = (): FakeUnit[] =>
  Array.from({ length: 170 }, (_, index) => ({
    key: index < 12 ? `u${index + 1}` : `w${index + 1}`,
    kind: index % 9 === 0 ? 'phường' : 'xã',
    name: `Tân Lập ${index + 1}`,
    parent: 'd1',
    from: '',
    to: '',
  }));

function amountOf(column: FakeColumn, typed: string): Number2 | null {
  const field = { key: '', label: '', kind: 'amount' as const, of: column.ratio };
  const seen = read(field, typed);
  if (seen.text === '' || (seen.message && !seen.message.offer)) return null;
  const [a = 0, b = 0] = seen.text.split('/').map((part) => Number(part.replace(/\./g, '')));
  return [a, b];
}

const shown = (column: FakeColumn, [a, b]: Number2) =>
  column.ratio ? `${dots(a)}/${dots(b)}` : dots(a);
const plus = ([a, b]: Number2, [c, d]: Number2): Number2 => [a + c, b + d];
const sum = (list: Number2[]): Number2 => list.reduce(plus, [0, 0]);

/** A cell on the borders of the lens: as typed, or put together from the units before. */
function readCell(
  store: FakeStore,
  year: number,
  unit: FakeUnit,
  column: FakeColumn,
  lens: LensChoice,
): Reading {
  const own = (key: string) => store.cells.get(`${year}/${key}/${column.key}`) ?? '';
  const plain = { text: own(unit.key), amount: amountOf(column, own(unit.key)), why: '' };
  const fresh = lens.kind !== 'asReported' && `${year}-12-31` < BORDER_DAY;
  const before = Object.keys(SUCCESSORS).filter((key) => SUCCESSORS[key]?.includes(unit.key));
  if (!fresh || before.length === 0 || dayOf(lens, year) < BORDER_DAY)
    return { ...plain, mark: 'plain' };
  const whole = before.filter((key) => SUCCESSORS[key]?.length === 1);
  if (whole.length === before.length) {
    const amount = sum(whole.map((key) => amountOf(column, own(key)) ?? [0, 0]));
    return { text: '', amount, mark: 'restated', why: 'Cộng hai đơn vị đã nhập vào.' };
  }
  return divide(store, unit, column, plain.amount, before[0] ?? '', own);
}

function divide(
  store: FakeStore,
  unit: FakeUnit,
  column: FakeColumn,
  own: Number2 | null,
  from: string,
  text: (key: string) => string,
): Reading {
  const shares = store.shares.get(from);
  const weights = (shares?.weights ?? []).map((weight) => Number(weight.replace(',', '.')));
  const at = SUCCESSORS[from]?.indexOf(unit.key) ?? -1;
  const total = weights.reduce((a, b) => a + b, 0);
  const given = amountOf(column, text(from));
  if (!shares || shares.method === 'none' || total === 0 || !given || !own) {
    const why = 'Đơn vị cũ đã chia, chưa có tỷ lệ phân bổ. Ghi tỷ lệ ở màn hình Địa bàn.';
    return { text: '', amount: null, mark: 'none', why };
  }
  const part = (n: number) => Math.round((n * (weights[at] ?? 0)) / total);
  const amount = plus(own, [part(given[0]), part(given[1])]);
  return { text: '', amount, mark: 'estimated', why: 'Ước tính theo tỷ lệ đã ghi.' };
}

function drawCell(column: FakeColumn, { text, amount, mark, why }: Reading): SheetCell {
  const field = { key: '', label: '', kind: 'amount' as const, of: column.ratio };
  const seen = read(field, text);
  const draft = seen.message && !seen.message.offer ? text : null;
  const note = why ? { severity: 'note' as const, text: why, offer: null } : null;
  return {
    text: draft !== null ? '' : amount ? shown(column, amount) : '',
    mark,
    severity: seen.message?.severity ?? null,
    message: seen.message ?? note,
    draft,
  };
}

function drawTotal(
  store: FakeStore,
  year: number,
  column: FakeColumn,
  cells: { unit: FakeUnit; amount: Number2 | null }[],
): SheetTotal {
  const known = cells.flatMap(({ amount }) => (amount ? [amount] : []));
  const total = sum(known);
  const stated = store.stated.get(`${year}/${column.key}`) ?? '';
  const paper = amountOf(column, stated);
  const gap = paper ? total[0] - paper[0] : 0;
  return {
    text: column.additive ? shown(column, total) : '',
    rate: column.ratio && total[1] > 0 ? percent(total) : '',
    reported: `${known.length}/${cells.length} đơn vị`,
    note: column.additive ? null : 'Loại mô hình không cộng giữa các xã.',
    stated,
    difference: gap === 0 ? '' : gap > 0 ? `+${dots(gap)}` : `−${dots(-gap)}`,
    suspects: gap === 0 ? [] : cells.flatMap(({ unit, amount }) => swapped(unit, amount, gap)),
  };
}

export const percent = ([a, b]: Number2) => `${((100 * a) / b).toFixed(1).replace('.', ',')}%`;

/** Two neighbouring digits the other way round explain the whole difference. */
function swapped(unit: FakeUnit, amount: Number2 | null, gap: number) {
  const digits = String(amount?.[0] ?? '');
  return [...digits].slice(1).flatMap((_, index) => {
    const turned = `${digits.slice(0, index)}${digits[index + 1]}${digits[index]}${digits.slice(index + 2)}`;
    if (Number(digits) - Number(turned) !== gap) return [];
    const why = 'hai chữ số đổi chỗ';
    return [
      { unit: unit.key, label: `${unit.kind} ${unit.name}`, typed: digits, likely: turned, why },
    ];
  });
}

function lockOf(store: FakeStore, year: number, lens: LensChoice): string | null {
  if (store.years.get(year)?.state === 'closed')
    return `Năm ${year} đã khóa sổ. Muốn sửa, mở lại sổ và ghi lý do.`;
  if (lens.kind === 'asReported') return null;
  return 'Đang xem số quy đổi nên không sửa được. Chọn “Như đã báo cáo” để nhập.';
}

type FakeGroup = (typeof GROUPS)[number] | null;
const byKind = (key: string) => `${key}/kind`;

/** The columns of a group: all have numbers; the kinds of an indicator where they are chosen. */
function columnsOf(store: FakeStore, group: FakeGroup): FakeColumn[] {
  const chosen = store.columns.get(group?.code ?? '') ?? [];
  return (group?.columns ?? []).flatMap((column) => [
    column,
    ...(chosen.includes(byKind(column.key)) ? kindsOf(column) : []),
  ]);
}

const kindsOf = (column: FakeColumn): FakeColumn[] =>
  (KINDS[column.key] ?? []).map((kind) => ({
    ...column,
    key: `${column.key}:${kind}`,
    title: `${column.title} (${kind})`,
  }));

/** A column with its heading: shared where the indicator has several columns. */
function headOf(column: FakeColumn, columns: FakeColumn[], year: number): SheetColumn {
  const [code = '', kind] = column.key.split(':');
  const shared = columns.filter(({ key }) => key.split(':')[0] === code).length > 1;
  const over = GROUPS.flatMap((group) => group.columns).find(({ key }) => key === code)?.title;
  return {
    ...column,
    window: windowOf(year),
    over: shared ? (over ?? null) : null,
    part: shared ? (kind ?? 'Tổng số') : null,
  };
}

function choicesOf(store: FakeStore, group: FakeGroup): ColumnChoice[] {
  const chosen = store.columns.get(group?.code ?? '') ?? [];
  return (group?.columns ?? []).flatMap(({ key, title }) => {
    const whole = { key, label: title, kinds: false, shown: true, kept: true };
    if (!KINDS[key]) return [whole];
    const kinds = { key: byKind(key), label: 'theo kênh', kinds: true, kept: false };
    return [whole, { ...kinds, shown: chosen.includes(kinds.key) }];
  });
}

export function drawSheet(store: FakeStore, query: SheetQuery, wide = false): SheetView {
  const year = query.year ?? 2022;
  const group = groupOf(query);
  const columns = wide ? wideColumns() : columnsOf(store, group);
  const units = wide ? wideUnits() : communes(store, dayOf(query.lens, year));
  const table = units.map((unit) =>
    columns.map((column) => readCell(store, year, unit, column, query.lens)),
  );
  const rows: SheetRow[] = units.map((unit, row) => ({
    unit: unit.key,
    label: `${unit.kind} ${unit.name}`,
    cells: columns.map((column, at) => drawCell(column, table[row]?.[at] as Reading)),
  }));
  const lost = table.some((row) => row.some(({ mark }) => mark === 'none'));
  return {
    title: `Tỉnh Lạng Sơn · năm ${year}`,
    subtitle: `${rows.length} đơn vị`,
    province: 'p1',
    year,
    years: YEARS,
    group: group?.code ?? '',
    groups: GROUPS.map(({ code, title }) => ({ value: code, label: title })),
    lens: query.lens,
    locked: lockOf(store, year, query.lens),
    columns: columns.map((column) => headOf(column, columns, year)),
    choices: choicesOf(store, group),
    rows,
    totals: columns.map((column, at) =>
      drawTotal(
        store,
        year,
        column,
        units.map((unit, row) => ({ unit, amount: table[row]?.[at]?.amount ?? null })),
      ),
    ),
    remainder: lost
      ? [`xã Yên Phú năm ${year}: đã chia cho xã Hợp Tiến và xã Minh Khai, chưa có tỷ lệ phân bổ.`]
      : [],
  };
}
