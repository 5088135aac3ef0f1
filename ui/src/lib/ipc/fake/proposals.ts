import type { CandidatesView } from '../types';

/** Two lists of a made-up year: one with units that fit, one with none. */
export function drawCandidates(year: number): CandidatesView {
  const none = { tied: null, lacks: [] };
  return {
    title: `Tỉnh Lạng Sơn · gợi ý khen thưởng năm ${year}`,
    note: 'Chỉ là gợi ý xếp theo số liệu đã nhập; việc xét khen thưởng do Hội đồng quyết định.',
    year,
    years: [2022, 2021, 2020],
    proposals: [
      {
        form: 'co_thi_dua',
        authority: 'bo_truong_bca',
        title: 'Cờ thi đua của Bộ trưởng Bộ Công an',
        thresholds: [
          { text: 'Đạt tiêu chuẩn từ 2 năm liền', assumed: 'mặc định của chương trình' },
          { text: 'Tỷ lệ khu dân cư đạt từ 95%', assumed: null },
        ],
        candidates: [
          {
            ...none,
            unit: 'u4',
            label: 'xã An Lạc',
            place: 1,
            reasons: [
              'phong trào xếp loại Xuất sắc',
              '3 năm liền đạt tiêu chuẩn (từ năm 2020)',
              'tăng 2,3 điểm % so với năm 2021',
            ],
          },
          {
            ...none,
            unit: 'u9',
            label: 'xã Hòa Bình',
            place: 2,
            tied: 'đồng hạng với xã Kim Sơn',
            reasons: ['14/14 khu dân cư đạt (100%)', 'chưa nhận Cờ thi đua lần nào'],
          },
        ],
        others: [
          {
            ...none,
            unit: 'u8',
            label: 'xã Bình Minh',
            place: null,
            reasons: ['đã nhận Cờ thi đua năm 2021'],
            lacks: ['mới nhận cùng hình thức cách 1 năm, cần cách 5 năm'],
          },
          {
            ...none,
            unit: 'u11',
            label: 'xã Minh Khai',
            place: null,
            reasons: [],
            lacks: ['tỷ lệ 84,6%, cần từ 95%', 'chưa có xếp loại phong trào của năm'],
          },
        ],
      },
      {
        form: 'bang_khen',
        authority: 'chu_tich_ubnd_tinh',
        title: 'Bằng khen của Chủ tịch UBND tỉnh, thành phố',
        thresholds: [{ text: 'Tỷ lệ khu dân cư đạt từ 90%', assumed: 'mặc định của chương trình' }],
        candidates: [],
        others: [],
      },
    ],
  };
}
