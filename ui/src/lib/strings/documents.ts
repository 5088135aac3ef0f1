/** Words of the reports desk: kinds of documents, paragraphs in the clerk's own words. */
export const documents = {
  kinds: 'Loại văn bản',
  words: 'Câu chữ',
  showWords: 'Sửa câu chữ',
  hideWords: 'Đóng phần câu chữ',
  wordsHint: 'Sửa lời tùy ý; các số có nền xanh tự đổi theo số liệu.',
  none: 'Văn bản này không có đoạn văn nào để sửa.',
  edit: 'Sửa đoạn này',
  save: 'Lưu câu chữ',
  cancel: 'Thôi',
  reset: 'Lấy lại câu mẫu',
  edited: 'đã sửa',
  leftOut: 'Đoạn này đã bỏ, không in.',
  paragraph: (n: number) => `Đoạn ${n}`,
  figure: (name: string) => (name ? `Số lấy từ: ${name}` : 'Số lấy từ số liệu'),
  saveXlsx: 'Lưu Excel',
  testSheet: 'In tờ thử (căn phôi giấy khen)',
};
