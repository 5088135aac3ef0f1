import type {
  CheckedFile,
  DocumentKind,
  DocumentOrder,
  FigureLine,
  OrderField,
  SourceView,
  TemplateVariable,
  TemplateView,
} from '../types';

/** An order in which nothing is typed. */
export function blankOrder(style: string): DocumentOrder {
  const none = { number: '', dated: '', unit: '', since: '', award: '' };
  return { style, ...none, approximate: false, test: false, lens: { kind: 'asReported' } };
}

function kind(style: string, title: string, asks: OrderField[] = []): DocumentKind {
  return { title, order: blankOrder(style), asks, spreadsheet: style === 'annex' };
}

export const KINDS: DocumentKind[] = [
  kind('briefing', 'Tin hội nghị'),
  kind('official-report', 'Báo cáo', ['number', 'dated']),
  kind('annex', 'Phụ lục số liệu', ['number', 'dated', 'lens']),
  kind('certificates', 'Giấy khen, Bằng khen', ['award', 'test']),
  kind('correction', 'Đính chính số liệu', ['number', 'dated', 'since']),
];

const NOWHERE = {
  key: null,
  step: null,
  unit: null,
  indicator: null,
  group: null,
  year: null,
};

/** A number that was typed, or a total of units. */
export function drawSource(source: string): SourceView {
  const common = {
    value: '1.686/1.727',
    window: '16/11/2021 – 15/11/2022',
    borders: source.startsWith('unit/') ? 'Như đã báo cáo' : '',
    basis: 'Thông tư 124/2021/TT-BCA',
    changed: { at: '05/01/2023 08:30', actor: 'lan', what: 'sửa Khu dân cư đạt' },
    more: 0,
  };
  if (!source.startsWith('unit/'))
    return {
      ...common,
      ...NOWHERE,
      name: 'Khu dân cư đạt',
      made: 'Nhập ở bước 3',
      units: [],
      key: source,
      step: 3,
    };
  return {
    ...common,
    ...NOWHERE,
    name: 'tỉnh Lạng Sơn · Khu dân cư',
    made: 'Cộng 2 xã: 1.686/1.727',
    units: [
      { unit: 'u1', label: 'xã Hữu Lũng', value: '7/9' },
      { unit: 'u2', label: 'xã Yên Phú', value: '5/9' },
    ],
    indicator: 'at_kdc',
    group: 'standard',
    year: 2022,
  };
}

export const CHANGED: FigureLine = {
  name: 'Khu dân cư đạt',
  before: 'toàn tỉnh có',
  written: '1.686/1.727',
  now: '1.680/1.727',
  state: 'outdated',
};

export function drawChecked(): CheckedFile {
  const altered: FigureLine = { ...CHANGED, name: 'Xã đạt', now: '175/181', state: 'altered' };
  return {
    name: 'Báo cáo.docx',
    verdict: {
      summary: 'Lạng Sơn · Tổng kết 2022: 30 số còn đúng, 1 số bị sửa trong tệp.',
      holds: false,
      figures: [{ ...CHANGED, name: 'Phường đạt', now: '', state: 'holds' }, altered],
    },
    problem: null,
    layout: [
      {
        code: 'TT.01',
        breaks_rule: true,
        title: 'Khổ giấy không phải A4',
        place: '',
        found: '216 × 279 mm',
        wanted: '210 × 297 mm',
        todo: 'Vào Layout, Size, chọn A4.',
        clause: 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.1',
      },
    ],
  };
}

const BUILT_IN = 'Trên đây là tin của {{ byline }}.\n';

export const TEMPLATES: TemplateView[] = ['lead.j2', 'byline.j2'].map((name, index) => ({
  name,
  title: index === 0 ? 'Tin hội nghị: đoạn mở đầu' : 'Tin hội nghị: tên người viết',
  text: BUILT_IN,
  built_in: BUILT_IN,
  edited: false,
}));

export const VARIABLES: TemplateVariable[] = [
  { insert: '{{ whole }}', meaning: 'toàn tỉnh (hoặc toàn xã)', now: 'toàn tỉnh' },
  { insert: '{{ period }}', meaning: 'kỳ báo cáo', now: 'năm 2022' },
];
