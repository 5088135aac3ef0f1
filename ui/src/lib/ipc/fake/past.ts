import { IpcFailure } from '../backend';
import type { CellHistory, LogLine, LogView, YearView } from '../types';
import type { FakeStore } from './store';

const PAGE = 20;
export const CLERK = 'Nguyễn Thị Lan';
const CHIEF = 'Trần Văn Hưng';

type Edit = { key: string; label: string; before: string; after: string };

/** The made-up log: what is done in the window stands on top of what was done before. */
export class FakeLog {
  lines: LogLine[] = earlier();
  #edits: (Edit & { id: number; at: string })[] = [];
  #nextId = 100;

  add(what: string, place: string, edits: Edit[]): void {
    const id = this.#nextId++;
    const at = '08/02/2023 14:02';
    const details = edits.map(({ label, before, after }) => ({ label, before, after }));
    const more = Math.max(0, details.length - 8);
    const line = { id, at, actor: CLERK, what, place, details: details.slice(0, 8), more };
    this.lines = [line, ...this.lines];
    this.#edits.unshift(...edits.map((edit) => ({ ...edit, id, at })));
  }

  page(before: number | null, onlyDossier: boolean): LogView {
    const all = this.lines
      .filter(({ place }) => !onlyDossier || place.startsWith('Lạng Sơn'))
      .filter(({ id }) => before === null || id < before);
    const lines = all.slice(0, PAGE);
    const next = all.length > PAGE ? (lines.at(-1)?.id ?? null) : null;
    return { title: 'Nhật ký', lines, next };
  }

  /** One line with everything that is different. */
  since(document: string): LogView {
    const name = document.split('\\').at(-1) ?? document;
    const title = `khác với bản ${name}`;
    const details = this.lines.slice(0, 4).flatMap((line) => line.details);
    const line = { id: 1, at: '07/02/2023 16:40', actor: '', what: title, place: '', details };
    return { title, lines: [{ ...line, more: 0 }], next: null };
  }

  /** What the clerk made of a cell, and one older value that was never seen. */
  history(key: string, title: string, now: string): CellHistory {
    const own = this.#edits.filter((edit) => edit.key === key);
    const first = own.at(-1)?.before ?? now;
    const versions = own.map(({ id, at, after }, index) => ({
      change: id,
      at,
      actor: CLERK,
      what: `sửa ${title}`,
      value: after,
      current: index === 0,
    }));
    const older = [
      { change: 42, at: '20/12/2022 09:15', what: `nhập ${title}`, value: first },
      { change: 17, at: '12/12/2022 16:40', what: `nhập ${title}`, value: '' },
    ].map((version, index) => ({
      ...version,
      actor: CLERK,
      current: versions.length === 0 && index === 0,
    }));
    return { title, versions: [...versions, ...older], remarks: [] };
  }
}

function earlier(): LogLine[] {
  const dossier = 'Lạng Sơn · Tổng kết 2022';
  const many = Array.from({ length: 5 }, (_, index) => ({
    label: `xã An Lạc · ${['Khu dân cư đạt', 'Cơ quan đạt', 'Nguồn tin', 'Vụ việc', 'Điểm'][index]} · năm 2022`,
    before: '',
    after: ['13/14', '9/9', '142', '30', '9'][index] ?? '',
  }));
  const lines: Omit<LogLine, 'id'>[] = [
    {
      at: '08/02/2023 08:41',
      actor: CHIEF,
      what: 'duyệt năm 2021',
      place: 'năm 2021',
      details: [],
      more: 0,
    },
    {
      at: '07/02/2023 16:52',
      actor: CLERK,
      what: 'sửa Khu dân cư',
      place: dossier,
      details: [{ label: 'Khu dân cư', before: '1.680/1.727', after: '1.686/1.727' }],
      more: 0,
    },
    {
      at: '07/02/2023 15:20',
      actor: CLERK,
      what: 'dán 17 số',
      place: 'số liệu các xã',
      details: many,
      more: 12,
    },
  ];
  const days = Array.from({ length: 38 }, (_, index) => ({
    at: `${String(28 - Math.floor(index / 2)).padStart(2, '0')}/01/2023 ${index % 2 ? '09:10' : '15:32'}`,
    actor: CLERK,
    what: index % 3 === 0 ? 'sửa Nguồn tin' : 'sửa Cơ quan',
    place: index % 3 === 0 ? 'số liệu các xã' : dossier,
    details: [
      index % 3 === 0
        ? {
            label: 'xã Hòa Bình · Nguồn tin · năm 2022',
            before: `${410 + index}`,
            after: `${411 + index}`,
          }
        : { label: 'Cơ quan', before: `${540 + index}/590`, after: `${541 + index}/590` },
    ],
    more: 0,
  }));
  const all = [...lines, ...days];
  return all.map((line, index) => ({ ...line, id: all.length - index }));
}

const LABEL = { draft: 'Nháp', approved: 'Đã duyệt', closed: 'Đã khóa sổ' } as const;

export function yearOf(store: FakeStore, year: number): YearView {
  const { state, lines } = store.years.get(year) ?? { state: 'draft', lines: [] };
  return { year, state, label: LABEL[state], lines, whole: state === 'closed' ? true : null };
}

/** The next store with the year one step on. */
export function stepYear(store: FakeStore, year: number, step: string, reason: string): void {
  const { state, lines } = yearOf(store, year);
  const day = '08/02/2023';
  const next = (to: typeof state, line: string) =>
    void store.years.set(year, { state: to, lines: [...lines, line] });
  if (step === 'approve' && state === 'draft')
    return next('approved', `Duyệt ngày ${day}, người làm: ${CHIEF}`);
  if (step === 'close' && state === 'approved')
    return next('closed', `Khóa sổ ngày ${day}, người làm: ${CLERK}`);
  if (step === 'reopen' && state !== 'draft' && reason.trim() !== '')
    return next('draft', `Mở lại sổ ngày ${day}, người làm: ${CLERK}. Lý do: ${reason.trim()}`);
  throw new IpcFailure({
    code: 'year-step',
    message: `Năm ${year} đã ở bước này rồi. Mở lại màn hình để xem trạng thái mới nhất.`,
  });
}
