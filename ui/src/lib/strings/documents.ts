/** Words of the reports desk: kinds of documents, what is ordered, what stands beside the pages. */
export const documents = {
  kinds: 'Loại văn bản',
  words: 'Câu chữ',
  showWords: 'Sửa câu chữ',
  wordsHint: 'Bấm một đoạn để sửa lời; các số có nền xanh tự đổi theo số liệu.',
  none: 'Văn bản này không có đoạn văn nào để sửa.',
  edit: 'Sửa đoạn này',
  save: 'Lưu câu chữ',
  cancel: 'Thôi',
  reset: 'Lấy lại câu mẫu',
  edited: 'đã sửa',
  leftOut: 'Đoạn này đã bỏ, không in.',
  paragraph: (n: number) => `Đoạn ${n}`,
  figure: (name: string) => (name ? `Xem số này từ đâu: ${name}` : 'Xem số này từ đâu'),
  rewrite: 'Sửa câu mẫu…',
  pagesHint:
    'Bấm vào một số để biết số ấy từ đâu, vào một đoạn để sửa lời. Bàn phím: mũi tên, Enter.',
  close: 'Đóng',
  closePanel: (title: string) => `Đóng phần ${title}`,
};

/** What is typed for a document. */
export const order = {
  title: 'Ghi trên văn bản',
  number: 'Số',
  numberHint: 'để trống: văn thư ghi',
  dated: 'Ngày ký',
  datedHint: 'để trống: ghi tay',
  unit: 'Đơn vị nhận',
  allUnits: 'Mọi đơn vị có điều cần rà soát',
  blankUnit: 'Không ghi tên đơn vị',
  since: 'So với bản',
  newest: 'Bản mới nhất',
  corrected: 'Đính chính bản',
  newestWrong: 'Bản mới nhất không còn khớp',
  award: 'Quyết định',
  allAwards: 'Mọi quyết định',
  approximate: 'Kèm số nói tròn (gần 2.000)',
  test: 'In tờ thử (căn phôi giấy khen)',
};

/** Where a number comes from. */
export const source = {
  title: 'Số này từ đâu',
  loading: 'Đang tìm nguồn của số này…',
  value: 'Giá trị',
  made: 'Cách tính',
  window: 'Kỳ số liệu',
  borders: 'Địa giới',
  basis: 'Căn cứ',
  changed: 'Nhập hoặc sửa lần cuối',
  by: (actor: string, at: string) => `${actor}, ${at}`,
  never: 'Chưa ai nhập số này.',
  units: 'Các đơn vị góp vào số này',
  more: (n: number) => `và ${n} đơn vị nữa`,
  toField: 'Đến ô nhập',
  toTable: 'Đến bảng số liệu',
  blankNumber: 'Số văn bản còn để trống. Ghi ở ô Số phía trên trang in, hoặc để văn thư ghi tay.',
  blankDate: 'Ngày ký còn để trống. Ghi ở ô Ngày ký phía trên trang in, hoặc ghi tay khi ký.',
  blankSetting: 'Chỗ này lấy từ Thiết lập của cơ quan và còn để trống.',
  blankPart: 'Phần này chưa có số liệu nào để viết. Nhập ở các bước, câu sẽ tự hiện.',
  toSettings: 'Mở Thiết lập',
  toOrder: 'Đến ô đó',
};

/** Documents that were written before. */
export const written = {
  title: 'Bản đã lưu',
  open: (stale: number) => (stale > 0 ? `Bản đã lưu (${stale} không khớp)` : 'Bản đã lưu'),
  none: 'Chưa lưu văn bản nào của hồ sơ này.',
  loading: 'Đang so các bản đã lưu với số liệu…',
  stale: 'không còn khớp số liệu',
  holds: 'khớp số liệu',
  unknown: 'lập từ bản chương trình cũ, không rõ đã ghi số nào',
  figure: 'Số liệu',
  was: 'Đã ghi',
  now: 'Nay là',
  gone: 'không còn',
  removed: 'đã bỏ khỏi tệp',
  more: (n: number) => `Xem thêm ${n} số`,
  correct: 'Soạn đính chính',
  correctNamed: (name: string) => `Soạn đính chính cho ${name}`,
  openDocument: 'Mở tệp',
};

/** Templates in the office's own words. */
export const templates = {
  title: 'Câu mẫu',
  choose: 'Mẫu',
  rewritten: (title: string) => `${title} – đã sửa`,
  own: 'Mẫu này do cơ quan sửa, khác mẫu gốc của chương trình.',
  builtIn: 'Mẫu gốc của chương trình. Sửa ở đây là sửa cho mọi văn bản về sau.',
  text: 'Lời của mẫu',
  showBuiltIn: 'Xem mẫu gốc',
  save: 'Lưu mẫu',
  restore: 'Thôi sửa',
  reset: 'Trả về mẫu gốc',
  saved: 'Đã lưu mẫu. Trang in đã theo mẫu mới.',
  variables: 'Chèn vào chỗ con trỏ',
  variablesHint: 'Bấm một dòng để chèn. Máy thay phần trong {{ }} bằng số liệu khi in.',
  now: (text: string) => `nay là: ${text}`,
  noVariables: 'Mẫu này là khuôn ghép câu, không có gì để chèn thêm.',
  loading: 'Đang mở các mẫu…',
};

/** Checking a file. */
export const check = {
  title: 'Kiểm tra tệp',
  hint: 'Chọn một tệp PDF hoặc Word đã lập: máy so từng số với số liệu hôm nay, chỉ ra số bị sửa trong tệp. Tệp Word còn được soát thể thức theo Nghị định 30/2020/NĐ-CP.',
  choose: 'Chọn tệp…',
  checking: 'Đang đọc tệp…',
  holds: 'Mọi số trong tệp còn đúng.',
  outdated: 'nay đã khác',
  altered: 'bị sửa trong tệp',
  layout: 'Thể thức',
  layoutClean: 'Không thấy chỗ nào sai thể thức.',
  found: (found: string, wanted: string) => `Đang là ${found}; cần ${wanted}.`,
};
