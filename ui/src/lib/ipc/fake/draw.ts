import type { Choice, Field, Group, Message, Row, Sentence, StepView } from '../types';
import { DETAILS, type FakeField, type FakeGroup, STEPS } from './model';
import type { FakeStore } from './store';

export const dots = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

/** A list of choices from their values and labels. */
export const choices = (labels: Record<string, string>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export type Read = { text: string; message: Message | null; pair: [number, number] | null };

/** A poor copy of what Rust does, good enough to click through. */
export function read(field: FakeField, typed: string): Read {
  const text = typed.trim();
  if (field.kind !== 'amount' || text === '') return { text, message: null, pair: null };
  const numbers = text.split(/[\s/]+/).map((part) => Number(part.replace(/\./g, '')));
  const wanted = field.of ? 2 : 1;
  if (numbers.length !== wanted || numbers.some(Number.isNaN)) {
    const how = field.of ? 'Gõ đạt / tổng, ví dụ 173/181.' : 'Gõ số, ví dụ 1.250.';
    return {
      text,
      message: { severity: 'error', text: `Chưa đọc được “${text}”. ${how}`, offer: null },
      pair: null,
    };
  }
  const shown = numbers.map(dots).join('/');
  const [a = 0, b = 0] = numbers;
  if (!field.of) return { text: shown, message: null, pair: null };
  if (a <= b) return { text: shown, message: null, pair: [a, b] };
  const offer = { label: `Đổi thành ${dots(b)}/${dots(a)}`, text: `${b}/${a}` };
  const why = `số đạt (${dots(a)}) lớn hơn tổng số (${dots(b)}). Kiểm tra lại thứ tự: đạt / tổng.`;
  return { text: shown, message: { severity: 'error', text: why, offer }, pair: null };
}

function drawField(field: FakeField, key: string, store: FakeStore): Field {
  const typed = store.values.get(key) ?? '';
  const seen = read(field, typed);
  return {
    key,
    label: field.label,
    kind: field.kind,
    text: seen.text,
    placeholder: field.placeholder ?? '',
    hint: field.hint ?? null,
    choices: field.choices ?? [],
    state: typed === '' ? 'empty' : seen.message && !seen.message.offer ? 'draft' : 'saved',
    message: seen.message,
    span: field.span ?? 12,
  };
}

function drawRow(field: FakeField, grid: boolean, store: FakeStore): Row {
  const cell = drawField(field, field.key, store);
  const pair = read(field, cell.text).pair;
  const before = field.previous ? read(field, field.previous).pair : null;
  const rate = ([a, b]: [number, number]) => (100 * a) / b;
  const change = pair && before ? rate(pair) - rate(before) : null;
  const round = (n: number) => n.toFixed(1).replace('.', ',');
  const row = field.key.replace(/\/amount$/, '');
  const details = grid
    ? DETAILS.map((detail) => drawField(detail, `${row}/${detail.key}`, store))
    : [];
  return {
    key: row,
    label: grid ? field.label : '',
    cells: [cell, ...details],
    rate: pair ? `${round(rate(pair))}%` : null,
    previous: field.previous ?? null,
    comparison:
      change === null
        ? null
        : Math.abs(change) < 0.05
          ? { text: 'giữ nguyên', direction: 'same' }
          : { text: `${round(Math.abs(change))} điểm %`, direction: change > 0 ? 'up' : 'down' },
    removable: false,
    photo: null,
  };
}

/** The last row of a table, in which an indicator of one's own is named. */
function drawNaming(group: FakeGroup, store: FakeStore): Row {
  const key = `indicator/${group.id}`;
  const field: FakeField = { key: `${key}/name`, label: 'Chỉ tiêu khác (gõ tên)', kind: 'text' };
  return { ...drawRow(field, false, store), key, label: field.label };
}

function drawEntry(group: FakeGroup, id: string, store: FakeStore): Row {
  return {
    key: `${group.id}/${id}`,
    label: '',
    cells: group.fields.map((field) => drawField(field, `${group.id}/${id}/${field.key}`, store)),
    rate: null,
    previous: null,
    comparison: null,
    removable: id !== 'new',
    photo: group.id === 'caption' && id !== 'new' ? 'Chọn ảnh…' : null,
  };
}

function sentence(template: string, prefix: string, store: FakeStore): Sentence {
  const spans = template
    .split(/(\{[^}]+\})/)
    .filter(Boolean)
    .map((part) => {
      if (!part.startsWith('{')) return { text: part, kind: 'text' as const, key: null };
      const key = prefix + part.slice(1, -1);
      const text = store.values.get(key) ?? '';
      return { text, kind: text ? ('figure' as const) : ('gap' as const), key };
    });
  return { spans };
}

function drawGroup(group: FakeGroup, store: FakeStore): Group {
  const ids = store.entries.get(group.id) ?? [];
  const listed = group.layout === 'rows';
  const added = (group.optional ?? []).filter((field) => store.added.includes(field.key));
  const own = store.own.filter((field) => field.group === group.id);
  const fields = [...group.fields, ...added, ...own];
  const template = group.sentence ?? '';
  return {
    id: group.id,
    title: group.title,
    hint: group.hint ?? null,
    layout: group.layout,
    previousTitle: group.previousTitle ?? null,
    rows: listed
      ? [...ids.map(String), 'new'].map((id) => drawEntry(group, id, store))
      : [
          ...fields.map((field) => drawRow(field, group.layout === 'grid', store)),
          ...(group.layout === 'grid' ? [drawNaming(group, store)] : []),
        ],
    sentences: listed
      ? ids.map((id) => sentence(template, `${group.id}/${id}/`, store))
      : [sentence(template, '', store)],
    optional: (group.optional ?? [])
      .filter((field) => !store.added.includes(field.key))
      .map((field) => ({ value: field.key, label: field.label })),
  };
}

export function drawStep(step: number, store: FakeStore): StepView {
  const model = STEPS[step - 1];
  if (!model) throw new Error(`no step ${step}`);
  return {
    step,
    title: model.title,
    subtitle: model.subtitle,
    groups: model.groups.map((group) => drawGroup(group, store)),
  };
}
