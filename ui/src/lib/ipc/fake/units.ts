import { fold } from '../../fold';
import { IpcFailure } from '../backend';
import type { DividedRow, TypedEvent, UnitHit, UnitStory, UnitsView } from '../types';
import {
  BORDER_DAY,
  type FakeUnit,
  PROVINCE,
  PROVINCE_CHOICES,
  STORIES,
  SUCCESSORS,
  UNITS,
} from './register';
import type { FakeEvent, FakeStore } from './store';

const TODAY = '15/11/2022';
const PROVINCE_NAME = 'tỉnh Lạng Sơn';

/** “1/3/2026” as 2026-03-01. */
export function readDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  if (!day || !month || Number(month) > 12 || Number(day) > 31)
    throw new IpcFailure({
      code: 'refused',
      message: `Chưa đọc được ngày “${text}”. Gõ ngày/tháng/năm, ví dụ 01/03/2022.`,
    });
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const printed = (day: string) => day.split('-').reverse().join('/');
const label = (unit: FakeUnit) => `${unit.kind} ${unit.name}`;

/** All units after the recorded events. */
export function allUnits(store: FakeStore): FakeUnit[] {
  const events = [...store.events].sort((a, b) => a.day.localeCompare(b.day));
  return events.reduce(happen, UNITS);
}

function happen(units: FakeUnit[], event: FakeEvent): FakeUnit[] {
  const change = (part: Partial<FakeUnit>) =>
    units.map((unit) => (event.units.includes(unit.key) ? { ...unit, ...part } : unit));
  const fresh = (name: string): FakeUnit => ({
    key: `e${event.id}-${name}`,
    kind: event.unitKind || 'xã',
    name,
    parent: event.kind === 'create' ? event.parent : 'd1',
    from: event.day,
    to: '',
  });
  switch (event.kind) {
    case 'create':
      return [...units, fresh(event.name)];
    case 'rename':
      return change({ name: event.name });
    case 'retype':
      return change({ kind: event.unitKind });
    case 'move':
      return change({ parent: event.parent });
    case 'merge':
      return [...change({ to: event.day }), ...(event.parent ? [] : [fresh(event.name)])];
    case 'split': {
      const names = event.parts.map(({ unit }) => unit);
      const known = new Set(units.map(({ key }) => key));
      const added = names.filter((name) => !known.has(name)).map(fresh);
      return [...(event.keeps ? units : change({ to: event.day })), ...added];
    }
    default:
      return event.kind === 'abolish' ? change({ to: event.day }) : units;
  }
}

export function onDay(units: FakeUnit[], day: string): FakeUnit[] {
  return units
    .filter(({ from, to }) => (!from || from <= day) && (!to || day <= to))
    .map((unit) => (unit.was && day <= unit.was.until ? { ...unit, name: unit.was.name } : unit));
}

function placeOf(unit: FakeUnit, units: FakeUnit[]): string {
  const district = units.find(({ key }) => key === unit.parent);
  return district ? `${label(district)}, ${PROVINCE_NAME}` : PROVINCE_NAME;
}

function lifetime({ from, to }: FakeUnit): string {
  if (from && to) return `từ ${printed(from)} đến ${printed(to)}`;
  return from ? `từ ${printed(from)}` : to ? `đến ${printed(to)}` : '';
}

/** Communes stand below their district. */
function inTree(units: FakeUnit[]): FakeUnit[] {
  const keys = new Set(units.map(({ key }) => key));
  const top = units.filter(({ parent }) => !keys.has(parent));
  return top.flatMap((unit) => [unit, ...units.filter(({ parent }) => parent === unit.key)]);
}

function divided(store: FakeStore): DividedRow[] {
  const all = allUnits(store);
  return Object.entries(SUCCESSORS)
    .filter(([, parts]) => parts.length > 1)
    .map(([key, parts]) => {
      const shares = store.shares.get(key);
      const name = (wanted: string) => {
        const found = all.find((unit) => unit.key === wanted);
        return found ? label(found) : wanted;
      };
      return {
        key,
        label: name(key),
        method: shares?.method ?? 'open',
        parts: parts.map((part, index) => ({
          key: part,
          label: name(part),
          weight: shares?.weights[index] ?? '',
        })),
      };
    });
}

export function drawUnits(
  store: FakeStore,
  province: string | null,
  day: string | null,
): UnitsView {
  const shown = day ?? TODAY;
  const iso = readDay(shown);
  const own = (province ?? PROVINCE) === PROVINCE;
  const all = allUnits(store);
  const rows = own ? inTree(onDay(all, iso)) : [];
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return {
    day: printed(iso),
    province: province ?? PROVINCE,
    provinces: PROVINCE_CHOICES,
    title: `${own ? 'Tỉnh Lạng Sơn' : 'Tỉnh Cao Bằng'} ngày ${printed(iso)}`,
    counts: kinds.map((kind) => ({
      kind,
      count: String(rows.filter((unit) => unit.kind === kind).length),
    })),
    rows: rows.map((unit) => ({
      key: unit.key,
      label: label(unit),
      place: placeOf(unit, all),
      lifetime: lifetime(unit),
      depth: rows.some(({ key }) => key === unit.parent) ? 1 : 0,
    })),
    events: [...store.events]
      .sort((a, b) => b.day.localeCompare(a.day))
      .map(({ id, day: date, text, basis }) => ({
        id,
        date: printed(date),
        text,
        basis: basis || null,
      })),
    divided: own ? divided(store) : [],
    sets: store.sets,
  };
}

export function findUnits(store: FakeStore, query: string): UnitHit[] {
  const all = allUnits(store);
  return all.flatMap((unit) => {
    const old = unit.was && fold(unit.was.name).includes(fold(query));
    if (!old && !fold(label(unit)).includes(fold(query))) return [];
    const note = [placeOf(unit, all), lifetime(unit), old ? `tên cũ: ${unit.was?.name}` : ''];
    return [{ key: unit.key, label: label(unit), note: note.filter(Boolean).join(' · ') }];
  });
}

export function tellStory(store: FakeStore, key: string): UnitStory {
  const unit = allUnits(store).find((other) => other.key === key);
  if (!unit) throw new IpcFailure({ code: 'no-unit', message: 'Không có đơn vị này.' });
  const since =
    unit.from >= BORDER_DAY ? [] : [{ date: '', text: `Có từ trước với loại ${unit.kind}` }];
  const recorded = store.events
    .filter(({ units }) => units.includes(key))
    .map(({ day, text }) => ({ date: printed(day), text }));
  return { key, title: label(unit), lines: [...since, ...(STORIES[key] ?? []), ...recorded] };
}

/** The event with its words; refused when nothing can come of it. */
export function readEvent(store: FakeStore, id: number, typed: TypedEvent): FakeEvent {
  const all = allUnits(store);
  const names = typed.units.map((key) => all.find((unit) => unit.key === key));
  const said = names.map((unit) => (unit ? label(unit) : '')).join(', ');
  const day = readDay(typed.date);
  if (typed.kind === 'rename' && names[0]?.name === typed.name)
    throw new IpcFailure({
      code: 'event',
      message: `Tên mới giống tên đang có: ${typed.name}. Gõ tên khác.`,
    });
  const words: Record<TypedEvent['kind'], string> = {
    create: `Thành lập ${typed.unitKind} ${typed.name}`,
    rename: `Đổi tên ${said} thành ${names[0]?.kind ?? ''} ${typed.name}`,
    retype: `Đổi loại ${said} thành ${typed.unitKind}`,
    move: `Chuyển ${said} về đơn vị khác`,
    merge: `Nhập ${said}`,
    split: `Chia ${said} thành ${typed.parts.length} phần`,
    abolish: `Giải thể ${said}`,
    share: `Tỷ lệ phân bổ của ${said}`,
  };
  return { ...typed, id, day, text: words[typed.kind] };
}
