/** Words of the table of units and of the series over years. */

export const lens = {
  label: 'Địa giới',
  asReported: 'Như đã báo cáo',
  today: 'Địa giới hôm nay',
  on: 'Địa giới ngày…',
  day: 'Ngày của địa giới',
  dayHint: 'ngày/tháng/năm',
};

export const mark = {
  restated: 'quy đổi',
  estimated: 'ước tính',
  partial: 'thiếu đơn vị',
  none: 'không quy đổi được',
  legend: 'Dấu trong bảng',
  meaning: {
    restated: 'cộng trọn các đơn vị cũ',
    estimated: 'chia theo tỷ lệ đã ghi',
    partial: 'có đơn vị chưa báo cáo',
    none: 'xem lý do ở ô hoặc dưới bảng',
  },
};

export const sheet = {
  title: 'Số liệu các xã',
  loading: 'Đang mở bảng số liệu…',
  year: 'Năm',
  group: 'Nhóm',
  unit: 'Đơn vị',
  history: 'Lịch sử số này',
  historyKeys: 'Ctrl+H',
  ratio: 'đạt/tổng',
  window: (days: string) => `kỳ ${days}`,
  columns: {
    show: 'Chọn cột',
    title: 'Cột của bảng',
    hint: 'Đánh dấu chỉ tiêu cần nhập; dòng “theo …” tách chỉ tiêu thành từng loại.',
    search: 'Tìm chỉ tiêu',
    usual: 'Trở lại cột thường dùng',
    close: 'Đóng',
    kept: (label: string) => `${label} (đã có số)`,
  },
  cell: (unit: string, column: string) => `${unit}, ${column}`,
  empty: 'Chưa có xã nào trong bảng này.',
  emptyHint: 'Kiểm tra lại tỉnh và ngày ở màn hình Địa bàn, hoặc chọn địa giới khác.',
  toUnits: 'Mở Địa bàn',
  toSee: (n: number) => `${n} ô cần xem`,
  nextToSee: 'Đến ô cần xem tiếp theo',
  total: 'Tổng cộng',
  rate: 'Tỷ lệ',
  reported: 'Đã báo cáo',
  stated: 'Cộng trên giấy',
  statedOf: (column: string) => `Cộng trên giấy, ${column}`,
  difference: 'Chênh lệch',
  equal: 'khớp',
  noSum: 'không cộng',
  suspects: (column: string, difference: string) =>
    `${column}: tổng các xã lệch ${difference} so với giấy. Có thể nhầm ở:`,
  noSuspects: (column: string, difference: string) =>
    `${column}: tổng các xã lệch ${difference} so với giấy. Chưa đoán được ô nào nhầm; so lại từng xã.`,
  suspect: (unit: string, typed: string, likely: string) => `${unit}: ${typed} → ${likely}`,
  remainder: 'Chưa quy đổi được',
  pasted: (rows: number, columns: number) =>
    `Đã dán ${rows} dòng × ${columns} cột. Hoàn tác nếu dán nhầm chỗ.`,
  keys: 'Enter: xuống · Tab: sang phải · F2: sửa trong ô · Ctrl+V: dán bảng từ Excel',
};

export const chart = {
  title: 'Biểu đồ',
  indicator: 'Chỉ tiêu',
  kind: 'Cách xem',
  none: 'Nhóm này chưa có số nào để vẽ. Nhập ở Số liệu các xã, biểu đồ sẽ tự hiện.',
  noneHere: 'Không số nào của nhóm này quy đổi được sang địa giới đã chọn. Chọn địa giới khác.',
  tooFew: 'Chỉ tiêu này chưa đủ số để vẽ theo cách này. Chọn cách xem khác.',
  loading: 'Đang vẽ…',
  hint: 'Bấm vào một số để biết số ấy từ đâu. Bàn phím: mũi tên, Enter.',
  numbers: 'Mọi số của biểu đồ',
  whose: 'Của',
};

export const series = {
  title: 'So sánh các năm',
  subtitle: 'Mỗi dòng một chỉ tiêu, mỗi cột một năm.',
  loading: 'Đang cộng số liệu các năm…',
  scope: 'Phạm vi',
  scopeHint: 'Gõ tên tỉnh, xã hoặc nhóm',
  noScope: (text: string) => `Không có phạm vi “${text}”. Chọn một dòng trong danh sách.`,
  group: 'Nhóm',
  measure: 'Chỉ tiêu',
  together: 'Gộp các năm',
  reported: (text: string) => `${text} đơn vị`,
  empty: 'Chưa có số liệu các năm để so sánh.',
  emptyHint: 'Nhập số của từng xã trước; mỗi năm một bảng.',
  toSheet: 'Nhập số liệu các xã',
  remainder: 'Chưa quy đổi được',
  none: '–',
};
