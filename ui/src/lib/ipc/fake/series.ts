import { IpcFailure } from '../backend';
import type {
  ChartKind,
  ChartView,
  Direction,
  SeriesCell,
  SeriesQuery,
  SeriesView,
  SheetQuery,
} from '../types';
import { choices, dots } from './draw';
import { GROUPS, YEARS } from './numbers';
import { BORDER_DAY } from './register';
import { communes, drawSheet, groupOf, type Number2, percent } from './sheet';
import type { FakeStore } from './store';

const numbers = (text: string): Number2 => {
  const [a = 0, b = 0] = text.split('/').map((part) => Number(part.replace(/\./g, '')));
  return [a, b];
};

function changed(text: string, before: string, ratio: boolean): [string, Direction] {
  if (text === '' || before === '') return ['', 'none'];
  const [[a, b], [c, d]] = [numbers(text), numbers(before)];
  const by = ratio ? (100 * a) / b - (100 * c) / d : a - c;
  if (Math.abs(by) < 0.05) return ['giữ nguyên', 'same'];
  const word = by > 0 ? 'tăng' : 'giảm';
  const size = Math.abs(by);
  if (ratio) return [`${word} ${size.toFixed(1).replace('.', ',')} điểm %`, by > 0 ? 'up' : 'down'];
  const rate = ((100 * size) / c).toFixed(1).replace('.', ',');
  return [`${word} ${dots(size)} (${rate}%)`, by > 0 ? 'up' : 'down'];
}

/** The members of a scope; null is the whole province. */
function members(store: FakeStore, scope: string | null): string[] | null {
  if (!scope) return null;
  const set = /^set\/(\d+)$/.exec(scope)?.[1];
  return set ? (store.sets.find(({ id }) => id === Number(set))?.members ?? []) : [scope];
}

function columnSum(texts: string[], ratio: boolean): string {
  const known = texts.filter(Boolean).map(numbers);
  if (known.length === 0) return '';
  const [a, b] = known.reduce(([x, y], [c, d]) => [x + c, y + d], [0, 0]);
  return ratio ? `${dots(a)}/${dots(b)}` : dots(a);
}

export function drawSeries(store: FakeStore, query: SeriesQuery): SeriesView {
  const group = groupOf(query);
  if (!group) throw new IpcFailure({ code: 'no-group', message: 'Không có nhóm chỉ tiêu này.' });
  const wanted = members(store, query.scope);
  const sheets = YEARS.map((year) => {
    const asked: SheetQuery = { province: null, year, group: group.code, lens: query.lens };
    return drawSheet(store, asked);
  });
  const split = query.lens.kind === 'asReported' && wanted !== null;
  const rows = group.columns.map((column, at) => {
    let before = '';
    const cells = sheets.map((sheet): SeriesCell => {
      const rows = sheet.rows.filter(({ unit }) => wanted?.includes(unit) ?? true);
      const texts = rows.map((row) => row.cells[at]?.text ?? '');
      const text = column.additive || wanted?.length === 1 ? columnSum(texts, column.ratio) : '';
      const [change, direction] = changed(text, before, column.ratio);
      before = text;
      const known = texts.filter(Boolean).length;
      const marks = rows.map((row) => row.cells[at]?.mark ?? 'plain');
      const estimated = marks.find((mark) => mark === 'none' || mark === 'estimated');
      const broken = split && sheet.year === 2022 && change !== '';
      return {
        text,
        rate: column.ratio && text ? percent(numbers(text)) : '',
        reported: `${known}/${rows.length}`,
        mark:
          estimated ??
          (known < rows.length ? 'partial' : (marks.find((m) => m === 'restated') ?? 'plain')),
        change: broken ? 'không so sánh được: địa giới đổi ngày 01/01/2022' : change,
        direction: broken ? 'none' : direction,
      };
    });
    return {
      label: column.title,
      unit: column.unit,
      cells,
      together:
        column.additive && !column.ratio
          ? columnSum(
              cells.map(({ text }) => text),
              false,
            )
          : '',
      remarks:
        column.key === 'tin'
          ? ['Xã tăng nhiều nhất: xã Hòa Bình (+51).', 'Tăng 2 năm liền: 9 xã.']
          : [],
    };
  });
  return {
    title: 'Tỉnh Lạng Sơn',
    province: 'p1',
    group: group.code,
    groups: GROUPS.map(({ code, title }) => ({ value: code, label: title })),
    scopes: [
      { value: '', label: 'Toàn tỉnh' },
      ...store.sets.map(({ id, name }) => ({ value: `set/${id}`, label: `Nhóm: ${name}` })),
      ...communes(store, '2022-11-15').map(({ key, kind, name }) => ({
        value: key,
        label: `${kind} ${name}`,
      })),
    ],
    lens: query.lens,
    years: YEARS.map((year) => ({
      year,
      breaks: String(year) === BORDER_DAY.slice(0, 4) ? 'địa giới đổi ngày 01/01/2022' : null,
    })),
    rows,
    remainder: sheets.flatMap(({ remainder }) => remainder),
  };
}

/** A chart that says in words what it would show. */
export function drawChart(indicator: string | null, kind: ChartKind): ChartView {
  const chosen = indicator ?? 'at_kdc';
  const description = `Biểu đồ ${kind} của ${chosen}`;
  const source = (year: number) => `unit/p1/${chosen}/${year - 1}-11-16..${year}-11-15`;
  const figure = (year: number) => ({ text: `${year % 100}%`, source: source(year) });
  return {
    svg: `<svg viewBox="0 0 453 200" role="img" aria-label="${description}"><rect data-source="${source(2022)}"/></svg>`,
    caption: description,
    years: YEARS.map(String),
    rows: [{ label: 'Toàn tỉnh', figures: YEARS.map((year) => figure(year)) }],
    indicator: chosen,
    indicators: choices({
      at_kdc: 'Khu dân cư đạt',
      at_xa: 'Xã đạt',
    }),
    kind,
    kinds: choices({
      years: 'Qua các năm',
      units: 'Theo đơn vị, năm mới nhất',
      slopes: 'Tăng, giảm hai năm gần nhất',
      strip: 'Từng đơn vị, tô đậm nhạt',
      multiples: 'Từng đơn vị, hình nhỏ',
    }),
  };
}
