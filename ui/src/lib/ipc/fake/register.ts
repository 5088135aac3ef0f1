/** A made-up province: twelve communes, of which three came out of others on 01/01/2022. */

export type FakeUnit = {
  key: string;
  kind: string;
  name: string;
  /** Key of the district; empty directly below the province. */
  parent: string;
  /** ISO days; empty when it has always been, or still is. */
  from: string;
  to: string;
  /** An earlier name and its last day. */
  was?: { name: string; until: string };
};

export const BORDER_DAY = '2022-01-01';
export const PROVINCE = 'p1';
export const PROVINCE_CHOICES = [
  { value: PROVINCE, label: 'tỉnh Lạng Sơn' },
  { value: 'p2', label: 'tỉnh Cao Bằng' },
];

const unit = (key: string, kind: string, name: string, parent = '', from = '', to = '') => ({
  key,
  kind,
  name,
  parent,
  from,
  to,
});
const LAST_DAY = '2021-12-31';

export const UNITS: FakeUnit[] = [
  unit('d3', 'thành phố', 'Kỳ Hòa'),
  unit('u1', 'phường', 'Tây Hồ', 'd3'),
  unit('u2', 'phường', 'Đông Sơn', 'd3'),
  unit('d1', 'huyện', 'Cao Thượng'),
  unit('u3', 'thị trấn', 'Bình Giang', 'd1'),
  unit('u4', 'xã', 'An Lạc', 'd1'),
  unit('u5', 'xã', 'Bình Minh', 'd1'),
  unit('u6', 'xã', 'Đồng Tâm', 'd1'),
  unit('o1', 'xã', 'Kim Đức', 'd1', '', LAST_DAY),
  unit('u7', 'xã', 'Kim Sơn', 'd1', BORDER_DAY),
  unit('o2', 'xã', 'Sơn Lộc', 'd1', '', LAST_DAY),
  unit('d2', 'huyện', 'Sông Thương'),
  unit('u8', 'xã', 'Bình Minh', 'd2'),
  unit('u9', 'xã', 'Hòa Bình', 'd2'),
  unit('u10', 'xã', 'Hợp Tiến', 'd2'),
  unit('u11', 'xã', 'Minh Khai', 'd2'),
  {
    ...unit('u12', 'xã', 'Tân Tiến', 'd2'),
    was: { name: 'Nà Lầu', until: LAST_DAY },
  },
  unit('o3', 'xã', 'Yên Phú', 'd2', '', LAST_DAY),
];

/** Who took a unit over: whole, or in parts whose shares are asked for. */
export const SUCCESSORS: Record<string, string[]> = {
  o1: ['u7'],
  o2: ['u7'],
  o3: ['u10', 'u11'],
};

export const STORIES: Record<string, { date: string; text: string }[]> = {
  u7: [
    { date: '01/01/2022', text: 'Thành lập trên cơ sở nhập xã Kim Đức và xã Sơn Lộc' },
    { date: '01/01/2022', text: 'Thuộc huyện Cao Thượng' },
  ],
  u10: [{ date: '01/01/2022', text: 'Nhận một phần xã Yên Phú (xã Yên Phú giải thể)' }],
  u11: [{ date: '01/01/2022', text: 'Nhận một phần xã Yên Phú (xã Yên Phú giải thể)' }],
  u12: [{ date: '01/01/2022', text: 'Đổi tên từ xã Nà Lầu thành xã Tân Tiến' }],
  o1: [{ date: '31/12/2021', text: 'Nhập vào xã Kim Sơn' }],
  o2: [{ date: '31/12/2021', text: 'Nhập vào xã Kim Sơn' }],
  o3: [{ date: '31/12/2021', text: 'Chia cho xã Hợp Tiến và xã Minh Khai' }],
};
