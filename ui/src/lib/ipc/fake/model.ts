import type { Choice, FieldKind, GroupLayout } from '../types';

/** A field of the made-up dossier. `of` means a pair "đạt / tổng". */
export type FakeField = {
  key: string;
  label: string;
  kind: FieldKind;
  span?: number;
  of?: boolean;
  hint?: string;
  placeholder?: string;
  choices?: Choice[];
  previous?: string;
};
export type FakeGroup = {
  id: string;
  title: string;
  layout: GroupLayout;
  hint?: string;
  previousTitle?: string;
  /** Fixed fields of a grid or form; the fields of one entry when the layout is `rows`. */
  fields: FakeField[];
  /** "{key}" stands for a value; for rows the entry's own fields. */
  sentence?: string;
  optional?: FakeField[];
};
export type FakeStep = { title: string; subtitle: string; groups: FakeGroup[] };

const amount = (code: string, label: string, previous: string, of = true): FakeField => ({
  key: `figure/${code}/amount`,
  label,
  kind: 'amount',
  of,
  previous,
});

export const STEPS: FakeStep[] = [
  {
    title: 'Kỳ và hội nghị',
    subtitle: 'Kỳ 16/11/2021 – 15/11/2022 · Toàn tỉnh',
    groups: [
      {
        id: 'event',
        title: 'Hội nghị',
        layout: 'form',
        fields: [
          {
            key: 'event/date',
            label: 'Ngày tổ chức',
            kind: 'date',
            span: 3,
            placeholder: 'dd/mm/yyyy',
          },
          {
            key: 'event/form',
            label: 'Hình thức',
            kind: 'choice',
            span: 3,
            choices: [
              { value: 'online', label: 'Trực tuyến' },
              { value: 'hall', label: 'Trực tiếp' },
            ],
          },
          { key: 'event/place', label: 'Địa điểm', kind: 'text', span: 6 },
          {
            key: 'event/chair',
            label: 'Chủ trì',
            kind: 'text',
            span: 6,
            hint: 'Chức vụ và họ tên',
          },
          { key: 'event/guest', label: 'Dự hội nghị', kind: 'text', span: 6 },
          { key: 'event/speech', label: 'Ý kiến chỉ đạo', kind: 'long', span: 12 },
        ],
        sentence:
          'Ngày {event/date}, tại {event/place}, {event/chair} chủ trì hội nghị tổng kết phong trào.',
      },
    ],
  },
  {
    title: 'Kết quả',
    subtitle: 'Kỳ 16/11/2021 – 15/11/2022 · Toàn tỉnh',
    groups: [
      {
        id: 'source',
        title: 'Nguồn tin',
        layout: 'grid',
        previousTitle: 'Năm 2021',
        fields: [
          amount('tin', 'Nguồn tin do Nhân dân cung cấp', '3.210', false),
          amount('tin_co_gia_tri', 'Nguồn tin có giá trị', '2.512', false),
          amount('vu', 'Vụ việc làm rõ', '871', false),
        ],
        sentence:
          'Nhân dân đã cung cấp {figure/tin/amount} nguồn tin, giúp làm rõ {figure/vu/amount} vụ.',
        optional: [
          amount('hoa_giai', 'Hòa giải mâu thuẫn', '412', false),
          amount('dau_thu', 'Đối tượng ra đầu thú', '9', false),
        ],
      },
      {
        id: 'spread',
        title: 'Tuyên truyền',
        layout: 'grid',
        previousTitle: 'Năm 2021',
        fields: [
          amount('buoi', 'Buổi tuyên truyền', '1.020', false),
          amount('luot', 'Lượt người dự', '96.400', false),
        ],
        sentence:
          'Đã tổ chức {figure/buoi/amount} buổi tuyên truyền cho {figure/luot/amount} lượt người.',
      },
    ],
  },
  {
    title: 'Đạt chuẩn',
    subtitle: 'Kỳ 16/11/2021 – 15/11/2022 · Toàn tỉnh · Thông tư 124/2021/TT-BCA',
    groups: [
      {
        id: 'standard',
        title: 'Đạt tiêu chuẩn “An toàn về ANTT”',
        layout: 'grid',
        previousTitle: 'Năm 2021',
        fields: [
          amount('at_kdc', 'Khu dân cư', '1.650/1.730'),
          amount('at_xa', 'Xã', '170/181'),
          amount('at_phuong', 'Phường', '4/5'),
          amount('at_thi_tran', 'Thị trấn', '14/14'),
          amount('at_co_quan', 'Cơ quan', '571/590'),
          { ...amount('at_dn', 'Doanh nghiệp', '40/55'), hint: 'trừ nhỏ, siêu nhỏ' },
          amount('at_csgd', 'Cơ sở giáo dục', '288/296'),
        ],
        sentence:
          'Trong năm 2022, toàn tỉnh có {figure/at_kdc/amount} khu dân cư, {figure/at_xa/amount} xã, {figure/at_phuong/amount} phường, {figure/at_thi_tran/amount} thị trấn, {figure/at_co_quan/amount} cơ quan, {figure/at_dn/amount} doanh nghiệp và {figure/at_csgd/amount} cơ sở giáo dục đạt tiêu chuẩn “An toàn về ANTT”.',
      },
    ],
  },
  {
    title: 'Mô hình',
    subtitle: 'Mô hình tự quản, mô hình điển hình tiên tiến',
    groups: [
      {
        id: 'model',
        title: 'Mô hình tiêu biểu',
        layout: 'rows',
        hint: 'Mỗi dòng một mô hình. Dòng trống cuối cùng luôn sẵn để nhập tiếp.',
        fields: [
          { key: 'model', label: 'Tên mô hình', kind: 'text', span: 6 },
          { key: 'place', label: 'Nơi thực hiện', kind: 'text', span: 4 },
          { key: 'count', label: 'Số lượng', kind: 'amount', span: 2 },
        ],
        sentence: '{count} mô hình “{model}” tại {place}.',
      },
      {
        id: 'shortcoming',
        title: 'Tồn tại, hạn chế',
        layout: 'rows',
        fields: [{ key: 'text', label: 'Nội dung', kind: 'long', span: 12 }],
        sentence: '{text}.',
      },
    ],
  },
  {
    title: 'Khen thưởng',
    subtitle: 'Theo quyết định của từng cấp',
    groups: [
      {
        id: 'award',
        title: 'Khen thưởng',
        layout: 'rows',
        fields: [
          { key: 'what', label: 'Hình thức', kind: 'text', span: 4 },
          { key: 'groups', label: 'Tập thể', kind: 'amount', span: 2 },
          { key: 'people', label: 'Cá nhân', kind: 'amount', span: 2 },
          { key: 'decision', label: 'Quyết định số', kind: 'text', span: 4 },
        ],
        sentence: '{groups} tập thể, {people} cá nhân được tặng {what}.',
      },
    ],
  },
  {
    title: 'Phương hướng',
    subtitle: 'Nhiệm vụ năm tới',
    groups: [
      {
        id: 'task',
        title: 'Nhiệm vụ trọng tâm',
        layout: 'rows',
        fields: [{ key: 'text', label: 'Nhiệm vụ', kind: 'long', span: 12 }],
        sentence: '{text}.',
      },
    ],
  },
];

/** How a figure may be worded; every figure has these. */
export const DETAILS: FakeField[] = [
  { key: 'noun', label: 'Cách gọi trong câu', kind: 'text', span: 4 },
  { key: 'lead', label: 'Chữ đứng trước số', kind: 'text', span: 4 },
  { key: 'comment', label: 'Ghi chú', kind: 'text', span: 4 },
];

export const PROVINCES = [
  'An Giang',
  'Bắc Ninh',
  'Cao Bằng',
  'Cần Thơ',
  'Đà Nẵng',
  'Điện Biên',
  'Đồng Nai',
  'Hà Nội',
  'Hưng Yên',
  'Lai Châu',
  'Lạng Sơn',
  'Lào Cai',
  'Nghệ An',
  'Quảng Ninh',
  'Sơn La',
  'Thái Nguyên',
  'Thanh Hóa',
  'Thành phố Hồ Chí Minh',
];

export const LANG_SON: [string, string][] = [
  ['event/date', '08/02/2023'],
  ['event/form', 'online'],
  ['event/place', 'thành phố Lạng Sơn'],
  ['event/chair', 'Phó Chủ tịch Thường trực UBND tỉnh'],
  ['event/speech', 'Tiếp tục đổi mới nội dung, hình thức xây dựng phong trào.'],
  ['figure/tin/amount', '3.421'],
  ['figure/vu/amount', '902'],
  ['figure/at_kdc/amount', '1.686/1.727'],
  ['figure/at_xa/amount', '173/181'],
  ['figure/at_phuong/amount', '5/4'],
  ['figure/at_thi_tran/amount', '14/14'],
];
