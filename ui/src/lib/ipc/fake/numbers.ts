import type { SheetColumn } from '../types';

/** Made-up numbers of the communes for two years. */

export const YEARS = [2021, 2022];

const WINDOWS: Record<number, string> = {
  2021: '16/11/2020 – 15/11/2021',
  2022: '16/11/2021 – 15/11/2022',
};
export const windowOf = (year: number) => WINDOWS[year] ?? '';

export type FakeColumn = Omit<SheetColumn, 'window' | 'over' | 'part'> & { additive: boolean };

const column = (key: string, title: string, unit: string, ratio = false, additive = true) => ({
  key,
  title,
  unit,
  ratio,
  additive,
});

/** How an indicator of the stand-in is broken down. */
export const KINDS: Record<string, string[]> = { tin: ['Trực tiếp', 'Zalo'] };

export const GROUPS: { code: string; title: string; columns: FakeColumn[] }[] = [
  {
    code: 'standard',
    title: 'Đạt tiêu chuẩn “An toàn về ANTT”',
    columns: [
      column('kdc', 'Khu dân cư đạt', 'khu dân cư', true),
      column('co_quan', 'Cơ quan đạt', 'cơ quan', true),
      column('dn', 'Doanh nghiệp đạt', 'doanh nghiệp', true),
      column('csgd', 'Cơ sở giáo dục đạt', 'cơ sở', true),
    ],
  },
  {
    code: 'source',
    title: 'Nguồn tin, vụ việc',
    columns: [
      column('tin', 'Nguồn tin', 'tin'),
      column('tin_gt', 'Tin có giá trị', 'tin'),
      column('vu', 'Vụ việc làm rõ', 'vụ'),
    ],
  },
  {
    code: 'model',
    title: 'Mô hình tự quản',
    columns: [column('loai', 'Loại mô hình', 'loại', false, false), column('diem', 'Điểm', 'điểm')],
  },
];

/** One line a unit: the columns of all groups in order, “-” where nothing was reported. */
const TABLE: Record<number, string> = {
  2022: `
    u1 12/12 34/35 6/7 14/14 310 251 74 6 14
    u2 11/11 28/28 5/6 12/12 285 230 61 5 11
    u3 9/9 17/17 3/4 8/8 198 150 44 5 9
    u4 13/14 9/9 1/1 6/6 142 101 30 4 9
    u5 11/11 8/9 - 5/5 167 122 35 4 7
    u6 10/11 7/7 0/1 5/5 120 88 22 3 6
    u7 17/18 12/12 1/2 9/9 233 171 52 5 12
    u8 12/12 8/8 1/1 5/5 154 109 31 4 7
    u9 14/15 10/10 2/2 6/6 452 301 66 4 8
    u10 15/15 9/10 1/1 7/7 176 133 38 4 9
    u11 16/17 11/11 2/2 8/8 189 140 41 4 10
    u12 - - - - - - - - -`,
  2021: `
    u1 12/12 33/35 5/7 14/14 298 240 70 6 13
    u2 11/11 27/28 4/5 12/12 270 214 58 5 10
    u3 8/9 17/17 3/4 8/8 190 141 40 4 8
    u4 12/14 9/9 1/1 6/6 136 95 27 4 8
    u5 10/11 8/9 0/1 5/5 150 108 33 4 7
    u6 9/11 7/7 0/1 5/5 114 80 20 3 6
    o1 8/9 6/6 1/1 4/5 101 75 21 3 5
    o2 7/9 6/6 0/1 4/4 97 68 19 3 5
    u8 11/12 8/8 1/1 5/5 149 103 30 4 7
    u9 13/15 9/10 2/2 6/6 401 280 60 4 8
    u10 12/12 7/8 1/1 5/5 130 96 28 3 7
    u11 13/14 9/9 1/1 6/6 141 102 30 4 8
    u12 10/11 7/7 0/0 4/4 108 77 21 3 5
    o3 5/6 4/4 1/1 3/3 88 61 17 2 4`,
};

const KEYS = GROUPS.flatMap((group) => group.columns.map(({ key }) => key));

export const CELLS: [string, string][] = Object.entries(TABLE).flatMap(([year, lines]) =>
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [unit = '', ...texts] = line.trim().split(/\s+/);
      return texts.flatMap((text, index): [string, string][] =>
        text === '-' ? [] : [[`${year}/${unit}/${KEYS[index]}`, text]],
      );
    }),
);

/** The paper says 27 fewer than the table: 452 was typed for 425. */
export const STATED: [string, string][] = [['2022/tin', '2.399']];
