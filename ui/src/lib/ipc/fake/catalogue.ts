import type {
  AchievementRow,
  CatalogueView,
  CategoryRow,
  DatedValue,
  DimensionRow,
  GroupRow,
  IndicatorRow,
  SettingsView,
} from '../types';
import { choices } from './draw';
import type { FakeStore } from './store';

/** A row a line, its cells between bars. */
function table(text: string): string[][] {
  const rows = text.trim().split('\n');
  return rows.map((row) => row.split('|').map((cell) => cell.trim()));
}

/** A part of the built-in catalogue, large enough to search in. */
const GROUPS: GroupRow[] = table(`
steering | 2 | Lãnh đạo, chỉ đạo, kiểm tra
propaganda | 2 | Tuyên truyền, vận động
mobilise | 2 | Phát động phong trào và Ngày hội 19/8
task_force | 2 | Địa bàn trọng điểm, tổ công tác
people | 2 | Nhân dân tham gia
force | 2 | Lực lượng nòng cốt ở cơ sở
funds | 2 | Quỹ, kinh phí
context | 2 | Bối cảnh an ninh, trật tự
standard | 3 | Đạt tiêu chuẩn “An toàn về ANTT”
register | 3 | Đăng ký phấn đấu
standard_other | 3 | Số liệu khác về tiêu chuẩn
models | 4 | Mô hình, tổ chức tự quản
exemplary | 4 | Điển hình, kiểu mẫu
scale | 2 | Quy mô địa bàn
`).map(([code = '', step, title = '']) => ({ id: null, code, step: Number(step), title }));

const STANDARD = 'Thông tư 124/2021/TT-BCA, Điều 8';
const INDICATORS: IndicatorRow[] = table(`
vb_chi_dao | steering | Văn bản chỉ đạo, hướng dẫn đã ban hành | văn bản | flow
bcd_kien_toan | steering | Ban Chỉ đạo các cấp được kiện toàn | ban | stock
bcd_hop | steering | Cuộc họp, giao ban Ban Chỉ đạo | cuộc | flow
tt_buoi | propaganda | Buổi tuyên truyền pháp luật trực tiếp | buổi | flow
tt_luot_nguoi | propaganda | Lượt người dự tuyên truyền | lượt người | flow
tt_loa | propaganda | Lượt phát thanh truyền thanh cơ sở | lượt | flow
phat_dong_cuoc | mobilise | Cuộc phát động phong trào tập trung | cuộc | flow
phat_dong_luot_nguoi | mobilise | Lượt người dự phát động | lượt người | flow
ngay_hoi_diem | mobilise | Điểm tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc | điểm | flow
db_td_tong | task_force | Địa bàn trọng điểm, phức tạp được phê duyệt | địa bàn | stock
db_chuyen_hoa | task_force | Địa bàn chuyển hóa thành công / lựa chọn | x/y | ratio
db_giu_vung | task_force | Địa bàn đã chuyển hóa không phức tạp trở lại | x/y | ratio
tin_tong | people | Nguồn tin Nhân dân cung cấp | tin | flow
tin_gia_tri | people | Trong đó tin có giá trị | tin | flow
tin_thuoc_tq | people | Tin thuộc thẩm quyền giải quyết | tin | flow
ll_tv_theo_qd | force | Thành viên theo Quyết định của UBND | người | stock
ll_tv_ky_truoc | force | Thành viên theo báo cáo kỳ trước liền kề | người | stock
ll_tv_hien_co | force | Thành viên thực tế hiện có | người | stock
quy_pctp_thu | funds | Quỹ phòng, chống tội phạm: thu | đồng | money
quy_pctp_chi | funds | Quỹ PCTP: chi (thưởng đột xuất, hỗ trợ) | đồng | money
quy_doanh_nhan | funds | Quỹ “Doanh nhân với ANTT”: số dư/cho vay | đồng | money
pphs_vu | context | Vụ phạm tội về trật tự xã hội | vụ | flow
pphs_kham_pha | context | Tỷ lệ điều tra, khám phá | x/y | ratio
ma_tuy_vu | context | Vụ phạm tội về ma túy | vụ | flow
at_kdc | standard | Khu dân cư | x/y | ratio
at_xa | standard | Xã | x/y | ratio
at_phuong | standard | Phường | x/y | ratio
dk_kdc | register | Khu dân cư đăng ký | x/y | ratio
dk_cap_xa | register | Cấp xã đăng ký | x/y | ratio
dk_co_quan | register | Cơ quan đăng ký | x/y | ratio
at_ty_le_cong_bo | standard_other | Tỷ lệ đạt (chỉ có %) | % | percent
at_cong_nhan_moi | standard_other | Đơn vị lần đầu được công nhận | đơn vị | flow
at_mat_chuan | standard_other | Đơn vị năm trước đạt, năm nay không đạt | đơn vị | flow
mh_loai | models | Loại mô hình đang duy trì | mô hình | stock
mh_lien_ket | models | Mô hình liên kết (tự phòng, tự quản, tự bảo vệ, tự hòa giải) | mô hình | stock
mh_moi_loai | models | Mô hình xây dựng mới trong kỳ | mô hình | flow
dh_xa | exemplary | Xã, phường, đặc khu điển hình về phong trào | x/y | ratio
dh_cqdn | exemplary | Cơ quan, doanh nghiệp điển hình | đơn vị | stock
dh_csgd | exemplary | Cơ sở giáo dục điển hình | đơn vị | stock
dvhc_xa | scale | Số xã | xã | stock
dvhc_phuong | scale | Số phường | phường | stock
dvhc_thi_tran | scale | Số thị trấn | thị trấn | stock
kt_hc |  | Huân chương (Bảo vệ Tổ quốc, Chiến công, Dũng cảm…) | tập thể/cá nhân/hộ | flow
kt_co_cp |  | Cờ thi đua của Chính phủ | tập thể/cá nhân/hộ | flow
kt_co_bca |  | Cờ thi đua của Bộ Công an | tập thể/cá nhân/hộ | flow
`).map(([code = '', group = '', name = '', unit = '', kind = '']) => ({
  id: null,
  code,
  group,
  name,
  unit,
  kind,
  parent: '',
  calendar: code === 'at_kdc' ? 'kdc' : 'chung',
  from: group === 'standard' ? '10/02/2022' : '',
  to: '',
  basis: group === 'standard' ? STANDARD : '',
  core: group === 'standard',
  dimensions: [],
}));

const CATEGORIES: CategoryRow[] = [
  ...['khu dân cư', 'xã', 'phường', 'cơ quan', 'doanh nghiệp'].map((name, index) =>
    category('subject', 'Đối tượng', `s${index}`, name),
  ),
  ...['Xuất sắc', 'Khá', 'Trung bình', 'Yếu'].map((name, index) =>
    category('grade', 'Mức phân loại phong trào', `g${index}`, name),
  ),
];

function category(dimension: string, heading: string, code: string, name: string): CategoryRow {
  return { id: null, dimension, heading, code, name };
}

const DIMENSIONS = [
  { code: 'subject', name: 'Đối tượng' },
  { code: 'grade', name: 'Mức phân loại phong trào' },
].map((row): DimensionRow => ({
  ...row,
  id: null,
  cover: 'complete',
  kinds: CATEGORIES.filter(({ dimension }) => dimension === row.code)
    .map(({ name }) => name)
    .join('; '),
}));

export function drawCatalogue({ catalogue }: FakeStore): CatalogueView {
  const dimensions = [...DIMENSIONS, ...catalogue.dimensions];
  const headingOf = (code: string) => dimensions.find((it) => it.code === code)?.name ?? '';
  const own = catalogue.categories.map((it) => ({ ...it, heading: headingOf(it.dimension) }));
  return {
    groups: [...GROUPS, ...catalogue.groups],
    indicators: [...INDICATORS, ...catalogue.indicators],
    categories: [...CATEGORIES, ...own],
    kinds: choices({
      stock: 'Số tại ngày chốt',
      flow: 'Số phát sinh trong kỳ',
      ratio: 'Đạt trên tổng số',
      percent: 'Tỷ lệ %',
      money: 'Tiền (đồng)',
      distribution: 'Phân loại theo mức',
    }),
    calendars: choices({
      chung: 'Xã, phường, đặc khu, cơ quan, doanh nghiệp, cơ sở giáo dục',
      kdc: 'Khu dân cư',
      cong_an: 'Năm thống kê của Công an',
    }),
    dimensions,
    covers: choices({
      complete: 'bằng tổng số',
      open: 'không quá tổng số, vì còn loại khác',
    }),
  };
}

const DAYS = 'Ngày/tháng đầu và cuối, ví dụ 16/11-15/11.';
type Spec = { key: string; label: string; hint: string };
const SETTINGS: { title: string; rows: Spec[] }[] = [
  {
    title: 'Ban Chỉ đạo',
    rows: [
      {
        key: 'committee.name',
        label: 'Tên đầy đủ của Ban Chỉ đạo',
        hint: 'Đúng như quyết định kiện toàn.',
      },
      { key: 'committee.short_name', label: 'Tên gọi tắt', hint: 'Ví dụ: Ban Chỉ đạo 138.' },
    ],
  },
  {
    title: 'Lịch báo cáo',
    rows: [
      { key: 'calendar.kdc', label: 'Kỳ của khu dân cư', hint: DAYS },
      {
        key: 'calendar.chung',
        label: 'Kỳ của xã, cơ quan, doanh nghiệp, cơ sở giáo dục',
        hint: DAYS,
      },
    ],
  },
  {
    title: 'Tiền thưởng',
    rows: [
      {
        key: 'award.base_salary',
        label: 'Mức lương cơ sở (đồng)',
        hint: 'Ví dụ 2.530.000, có ngày bắt đầu.',
      },
    ],
  },
];

const builtIn = (from: string, to: string, value: string, note: string): DatedValue => ({
  id: null,
  from,
  to,
  value,
  note,
});
const BUILT_IN: Record<string, DatedValue[]> = {
  'calendar.kdc': [
    builtIn('', '09/02/2022', '31/10-31/10', 'Thông tư 23/2012/TT-BCA'),
    builtIn('10/02/2022', '', '01/11-31/10', STANDARD),
  ],
  'calendar.chung': [
    builtIn('', '09/02/2022', '30/11-30/11', 'Thông tư 23/2012/TT-BCA'),
    builtIn('10/02/2022', '', '16/11-15/11', STANDARD),
  ],
};

export function drawSettings({ settings }: FakeStore): SettingsView {
  const valuesOf = (key: string) => [
    ...(BUILT_IN[key] ?? []),
    ...settings
      .filter((one) => one.key === key)
      .map(({ id, from, to, value }) => ({ id, from, to, value, note: '' })),
  ];
  const groups = SETTINGS.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => ({ ...row, values: valuesOf(row.key) })),
  }));
  return { groups };
}

export const ACHIEVEMENTS: AchievementRow[] = [
  {
    target: 'Trên 90% khu dân cư đạt tiêu chuẩn “An toàn về ANTT”',
    result: '97,6%',
    outcome: 'đạt, bằng 108,4% chỉ tiêu',
  },
  { target: 'Xây dựng mới ít nhất 40 mô hình', result: '36', outcome: 'chưa đạt, bằng 90%' },
  { target: '100% xã củng cố tổ tự quản', result: '', outcome: 'chưa đo được' },
];
