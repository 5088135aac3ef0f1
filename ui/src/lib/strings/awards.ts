/** Words of the screen of awards: recipients, money, remarks, proposals. */

export const awards = {
  title: 'Sổ khen thưởng',
  tabs: {
    list: 'Danh sách khen thưởng',
    propose: 'Đề xuất khen thưởng',
    sums: 'Cộng theo hình thức',
  },
  loading: 'Đang mở danh sách khen thưởng…',
  total: (dong: string) => `Tổng tiền thưởng: ${dong} đồng`,
  noTotal: 'Chưa tính được tiền thưởng.',
  noted: (text: string, note: string) => `${text} (${note})`,
  list: 'Các quyết định, hình thức',
  empty: 'Chưa có khen thưởng nào.',
  emptyHint:
    'Ghi hình thức, cấp khen và số quyết định ở bước Khen thưởng, rồi nhập danh sách ở đây.',
  toStep: 'Mở bước Khen thưởng',
  toAward: 'Sửa quyết định',
  toField: 'Đến ô này',
  toSettings: 'Mở Thiết lập',
  toSee: (n: number) => `${n} chỗ cần xem`,
  none: 'chưa có số lượng',
  derived: 'đếm từ danh sách dưới đây',
  typed: 'số đã ghi ở bước Khen thưởng; chưa có danh sách',
  sic: (reason: string) => `Ghi đúng như nguồn: ${reason}`,
  article: (text: string) => `Căn cứ: ${text}`,
  noLines: 'Chưa có danh sách người nhận.',
  noLinesHint: 'Thêm từng người, hoặc chép bảng trong quyết định rồi dán vào.',
};

export const recipient = {
  table: 'Danh sách người nhận',
  number: 'TT',
  who: 'Người nhận',
  where: 'Chức vụ, đơn vị',
  merit: 'Thành tích',
  money: 'Tiền (đồng)',
  actions: 'Việc',
  received: 'đã nhận',
  born: (year: string) => `sinh ${year}`,
  add: 'Thêm người nhận',
  edit: 'Sửa',
  editOf: (name: string) => `Sửa ${name}`,
  remove: 'Xóa',
  removeOf: (name: string) => `Xóa ${name} khỏi danh sách`,
  change: (name: string) => `Sửa: ${name}`,
  kind: 'Loại',
  honorific: 'Xưng hô',
  honorificHint: 'ông, bà',
  name: 'Tên',
  nameHint: 'Họ và tên, hoặc tên tập thể',
  birthYear: 'Năm sinh',
  post: 'Chức vụ',
  unit: 'Đơn vị, địa chỉ',
  unitHint: 'Gõ tên, chọn trong danh sách nếu có',
  meritHint: 'Đã có thành tích …',
  moneyPrinted: 'Tiền in trên giấy',
  tookMoney: 'Đã nhận tiền thưởng',
  holds: 'Đã có từ trước',
  sic: 'Ghi đúng như nguồn, lý do',
  sicHint: 'Chỉ ghi khi nguồn in khác quy định',
  more: 'Thêm chi tiết',
  save: 'Lưu người nhận',
  saveNext: 'Lưu, thêm người nữa',
  added: (name: string) => `Đã thêm ${name}.`,
  cancel: 'Thôi',
  gone: 'Dòng này đã đổi hoặc đã xóa ở chỗ khác. Bấm Thôi rồi xem lại danh sách.',
};

export const paste = {
  open: 'Dán danh sách',
  title: 'Dán danh sách từ Excel hoặc Word',
  block: 'Khối đã chép',
  hint: 'Chép các dòng trong bảng của quyết định rồi nhấn Ctrl+V ở đây. Nhận được cả dòng tiêu đề và “I. TẬP THỂ”, “II. CÁ NHÂN”.',
  preview: (rows: number, recipients: number | null, faults: number) =>
    [
      `Xem trước: ${rows} dòng`,
      recipients === null ? '' : `${recipients} người nhận`,
      faults === 0 ? '' : `${faults} chỗ cần sửa`,
    ]
      .filter(Boolean)
      .join(' · '),
  row: 'Dòng',
  unread: 'cần sửa',
  save: 'Nhận danh sách',
  taken: (rows: number) => `Đã nhận ${rows} người. Hoàn tác nếu dán nhầm.`,
};

export const revocation = {
  open: 'Thu hồi',
  openOf: (name: string) => `Thu hồi của ${name}`,
  whole: 'Thu hồi cả quyết định',
  title: (name: string) => `Thu hồi: ${name}`,
  date: 'Ngày thu hồi',
  decision: 'Số quyết định',
  reason: 'Lý do',
  reasonHint: 'Ví dụ: khai sai thành tích',
  save: 'Ghi thu hồi',
  undo: 'Bỏ thu hồi',
  undoOf: (name: string) => `Bỏ thu hồi của ${name}`,
};

export const asPrinted = {
  open: 'Ghi đúng như nguồn',
  title: (name: string) => `Ghi đúng như nguồn: ${name}`,
  reason: 'Lý do',
  hint: 'Ví dụ: quyết định gốc in như vậy. Để trống là bỏ dấu này.',
  save: 'Ghi lý do',
};

export const rewardMoney = {
  title: 'Tiền thưởng',
  who: 'Đối tượng',
  count: 'Số lượng',
  each: 'Mỗi mức (đồng)',
  sum: 'Cộng (đồng)',
  how: 'Cách tính',
  total: 'Cả quyết định',
};

export const awardSums = {
  title: 'Số lượng đếm từ các dòng',
  what: 'Hình thức, cấp khen',
  who: 'Đối tượng',
  count: 'Số lượng',
  none: 'Chưa có số lượng nào để cộng.',
};

export const proposal = {
  loading: 'Đang xếp theo số liệu các năm…',
  year: 'Năm',
  form: 'Hình thức',
  thresholds: 'Điều kiện',
  place: 'Thứ',
  unit: 'Đơn vị',
  reasons: 'Vì sao',
  lacks: 'Còn thiếu',
  assumed: (text: string, note: string) => `${text} (${note})`,
  fit: (n: number) => `Đủ điều kiện: ${n} đơn vị`,
  noneFit: 'Chưa có đơn vị nào đủ điều kiện theo số liệu đã nhập.',
  others: (n: number) => `Chưa đủ điều kiện: ${n} đơn vị`,
  none: 'Chưa có gợi ý cho năm này.',
  noneHint: 'Nhập số liệu của từng xã trước; mỗi năm một bảng.',
  toSheet: 'Nhập số liệu các xã',
};
