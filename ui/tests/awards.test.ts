import { describe, expect, it } from 'vitest';
import { FakeBackend } from '../src/lib/ipc/fake';
import { identities } from '../src/features/awards/lines';
import { TestId } from '../src/lib/testIds';
import {
  atScreen,
  button,
  byId,
  called,
  choose,
  field,
  focused,
  page,
  refuseChanges,
  seen,
  settled,
} from './window';

const atAwards = (fake?: FakeBackend) => atScreen('awards', fake);

const lines = () => [...byId(TestId.awardLines).querySelectorAll('tbody[data-line]')];
const line = (index: number) => lines()[index]?.textContent?.replace(/\s+/g, ' ') ?? '';
const money = () => byId(TestId.awardMoney).textContent?.replace(/\s+/g, ' ') ?? '';

function named(label: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[aria-label="${label}"]`);
  if (!found) throw new Error(`nothing is called ${label}`);
  return found;
}

async function pick(words: string) {
  const all = [...byId(TestId.awardList).querySelectorAll('button')];
  all.find((one) => one.textContent?.includes(words))?.click();
  await settled();
}

async function press(words: string) {
  button(words).click();
  await settled();
}

function paste(text: string) {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
  document.activeElement?.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('the list of awards', () => {
  it('has the hand on the first award; arrows bring the next one', async () => {
    const { user } = await atAwards();
    expect(document.activeElement?.textContent).toContain('Cờ thi đua');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Bằng khen');
    expect(lines()).toHaveLength(5);
  });

  it('shows counts from the lines, money with its formula and salary, and the total', async () => {
    await atAwards();
    await pick('Bằng khen');
    expect(page()).toContain('2 tập thể, 3 cá nhân · đếm từ danh sách dưới đây');
    expect(money()).toContain('1 × 1.490.000 = 1.490.000 đồng');
    expect(money()).toContain('Nghị định 38/2019/NĐ-CP: mức lương cơ sở');
    expect(page()).toContain('Tổng tiền thưởng: 22.350.000 đồng (chưa gồm 1 dòng');
  });

  it('says what is missing for the money and leads there', async () => {
    const { fake } = await atAwards();
    await pick('Giấy khen');
    expect(seen(TestId.awardMoney)).toBe(false);
    expect(page()).toContain('thiếu ngày quyết định');
    await press('Đến ô này');
    expect(called(fake, 'loadStep').at(-1)).toEqual([5]);
  });

  it('an empty list leads to the step in which awards are written', async () => {
    const fake = FakeBackend.langSon();
    fake.store.awards = [];
    await atAwards(fake);
    expect(page()).toContain('Chưa có khen thưởng nào.');
    await press('Mở bước Khen thưởng');
    expect(called(fake, 'loadStep').at(-1)).toEqual([5]);
  });

  it('a closed year offers nothing to change', async () => {
    const fake = FakeBackend.langSon();
    fake.awardsLocked = 'Năm 2022 đã khóa sổ.';
    await atAwards(fake);
    await pick('Bằng khen');
    expect(line(2)).toContain('Hoàng Văn Mẫu');
    expect(byId(TestId.awardTabs).textContent).not.toContain('Thêm người nhận');
    expect(document.querySelector('[aria-label="Sửa Hoàng Văn Mẫu"]')).toBeNull();
  });

  it('what the lines add up to stands by form', async () => {
    const { user } = await atAwards();
    await user.click(button('Cộng theo hình thức'));
    await settled();
    const rows = [...byId(TestId.awardTabs).querySelectorAll('tbody tr')];
    const texts = rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
    expect(texts).toContainEqual(['Bằng khen · Chủ tịch UBND tỉnh Lạng Sơn', 'cá nhân', '3']);
  });
});

describe('a recipient', () => {
  it('is typed by keyboard alone, and the next one follows', async () => {
    const { fake, user } = await atAwards();
    await pick('Bằng khen');
    button('Thêm người nhận').focus();
    await user.keyboard('{Enter}');
    await settled();
    expect(focused()).toBe('recipient/new/name');
    await user.keyboard('Trần Văn Mẫu{Enter}1970{Enter}Trưởng thôn{Enter}');
    await user.keyboard('tổ 5{Enter}{Enter}');
    expect(document.activeElement).toBe(byId(TestId.formSave));
    await user.keyboard('{Enter}');
    await settled();
    expect(called(fake, 'putAwardLine')).toHaveLength(1);
    const [award, place, typed] = called(fake, 'putAwardLine')[0] ?? [];
    expect([award, place]).toEqual([2, null]);
    expect(typed).toMatchObject({
      kind: 'person',
      name: 'Trần Văn Mẫu',
      birthYear: '1970',
      post: 'Trưởng thôn',
      unit: 'tổ 5',
      unitKey: null,
    });
    expect(line(5)).toContain('Trần Văn Mẫu');
    expect(money()).toContain('5.960.000');
    expect(page()).toContain('Đã thêm Trần Văn Mẫu.');
    expect(focused()).toBe('recipient/new/name');
    expect(field('recipient/new/name').value).toBe('');
  });

  it('has its unit from the register when it was chosen there', async () => {
    const { fake, user } = await atAwards();
    await press('Thêm người nhận');
    await user.keyboard('Công an xã Hòa Bình{Enter}hoa binh');
    await settled();
    await user.keyboard('{Enter}');
    await settled();
    expect(focused()).toBe('recipient/new/merit');
    byId(TestId.formSave).click();
    await settled();
    const [, , typed] = called(fake, 'putAwardLine')[0] ?? [];
    expect(typed).toMatchObject({ unit: 'xã Hòa Bình', unitKey: 'u9' });
  });

  it('Enter does not pass by choices that are still on their way', async () => {
    const { fake, user } = await atAwards();
    let answer = () => {};
    const hits = await fake.searchUnits('hoa binh', null, null);
    fake.searchUnits = () => new Promise((done) => (answer = () => done(hits)));
    await press('Thêm người nhận');
    await user.keyboard('Công an xã Hòa Bình{Enter}hoa binh{Enter}');
    expect(focused()).toBe('recipient/new/unit');
    answer();
    await settled();
    await user.keyboard('{Enter}');
    await settled();
    expect(field('recipient/new/unit').value).toBe('xã Hòa Bình');
    expect(focused()).toBe('recipient/new/merit');
  });

  it('has a free text for its unit left as it was typed', async () => {
    const { fake, user } = await atAwards();
    await press('Thêm người nhận');
    await user.keyboard('Tổ liên gia{Enter}khu 5 xã hòa');
    await settled();
    await user.keyboard('{Enter}{Enter}{Enter}');
    await settled();
    const [, , typed] = called(fake, 'putAwardLine')[0] ?? [];
    expect(typed).toMatchObject({ unit: 'khu 5 xã hòa', unitKey: null });
  });

  it('that breaks a rule is refused with the article, and taken with a reason', async () => {
    const { fake, user } = await atAwards();
    await press('Thêm người nhận');
    await user.keyboard('Trần Văn Mẫu');
    await user.selectOptions(field('recipient/new/kind'), 'person');
    byId(TestId.formSave).click();
    await settled();
    expect(byId(TestId.recipientForm).textContent).toContain('Luật Thi đua, khen thưởng 2022');
    expect(field('recipient/new/name').value).toBe('Trần Văn Mẫu');
    await user.type(field('recipient/new/sic'), 'quyết định gốc in như vậy');
    byId(TestId.formSave).click();
    await settled();
    expect(fake.store.awards[0]?.lines[1]?.typed.sic).toBe('quyết định gốc in như vậy');
    expect(line(1)).toContain('Đối tượng nhận trái quy định');
    expect(line(1)).toContain('Giữ đúng như nguồn: quyết định gốc in như vậy.');
  });

  it('is changed in its row; the hand goes back to its button', async () => {
    const { fake, user } = await atAwards();
    await pick('Bằng khen');
    await user.click(named('Sửa Nông Văn Mẫu'));
    await settled();
    expect(focused()).toBe('recipient/4/name');
    expect(field('recipient/4/post').value).toBe('Tổ trưởng Tổ bảo vệ');
    await user.clear(field('recipient/4/post'));
    await user.type(field('recipient/4/post'), 'Tổ phó');
    byId(TestId.formSave).click();
    await settled();
    expect(called(fake, 'putAwardLine')[0]?.slice(0, 2)).toEqual([2, 4]);
    expect(line(4)).toContain('Tổ phó');
    expect(seen(TestId.recipientForm)).toBe(false);
    expect(document.activeElement).toBe(named('Sửa Nông Văn Mẫu'));
  });

  it('that is half changed is still the same one when a line above goes away', async () => {
    const { fake, user } = await atAwards();
    await pick('Bằng khen');
    await user.click(named('Sửa Nông Văn Mẫu'));
    await settled();
    await user.type(field('recipient/4/merit'), 'bắt trộm');
    named('Xóa Công an phường Tây Hồ khỏi danh sách').click();
    await settled();
    expect(field('recipient/3/merit').value).toBe('bắt trộm');
    byId(TestId.formSave).click();
    await settled();
    expect(called(fake, 'putAwardLine')[0]?.slice(0, 2)).toEqual([2, 3]);
    expect(fake.store.awards[1]?.lines.map(({ typed }) => typed.name)).toEqual([
      'Nhân dân và cán bộ xã An Lạc',
      'Hoàng Văn Mẫu',
      'Lương Thị Mẫu',
      'Nông Văn Mẫu',
    ]);
  });

  it('is removed, and comes back with undo', async () => {
    const { user } = await atAwards();
    await pick('Bằng khen');
    await user.click(named('Xóa Hoàng Văn Mẫu khỏi danh sách'));
    await settled();
    expect(byId(TestId.awardLines).textContent).not.toContain('Hoàng Văn Mẫu');
    await user.keyboard('{Control>}z{/Control}');
    await settled();
    expect(line(2)).toContain('Hoàng Văn Mẫu');
  });

  it('says at its row why it could not be removed', async () => {
    const { fake } = await atAwards();
    await pick('Bằng khen');
    refuseChanges(fake, 'Chưa lưu được vì ổ đĩa đầy.');
    named('Xóa Hoàng Văn Mẫu khỏi danh sách').click();
    await settled();
    expect(line(2)).toContain('Chưa lưu được vì ổ đĩa đầy.');
  });

  it('has the printed money that differs said below it', async () => {
    await atAwards();
    await pick('Bằng khen');
    expect(line(1)).toContain('Giấy in 2.600.000 đồng, tính ra 2.980.000 đồng.');
  });
});

describe('taking an award back', () => {
  it('one recipient: with a reason, and not counted any more', async () => {
    const { fake, user } = await atAwards();
    await pick('Bằng khen');
    await user.click(named('Thu hồi của Hoàng Văn Mẫu'));
    await settled();
    expect(focused()).toBe('revoke/date');
    await user.keyboard('05/03/2024{Enter}12/QĐ-UBND{Enter}{Enter}{Enter}');
    await settled();
    expect(byId(TestId.revokeForm).textContent).toContain('Lý do thu hồi');
    await user.type(field('revoke/reason'), 'khai sai thành tích{Enter}{Enter}');
    await settled();
    expect(called(fake, 'revokeAward').at(-1)).toEqual([
      2,
      2,
      { date: '05/03/2024', decision: '12/QĐ-UBND', reason: 'khai sai thành tích' },
    ]);
    expect(line(2)).toContain('Đã thu hồi ngày 05/03/2024');
    expect(page()).toContain('2 tập thể, 2 cá nhân');
    await user.click(named('Bỏ thu hồi của Hoàng Văn Mẫu'));
    await settled();
    expect(page()).toContain('2 tập thể, 3 cá nhân');
  });

  it('the whole decision: its money is in no total', async () => {
    const { user } = await atAwards();
    await pick('Bằng khen');
    await press('Thu hồi cả quyết định');
    await user.type(field('revoke/reason'), 'ký nhầm{Enter}{Enter}');
    await settled();
    expect(page()).toContain('Đã thu hồi: ký nhầm');
    expect(page()).toContain('Tổng tiền thưởng: 11.920.000 đồng');
    await press('Bỏ thu hồi');
    expect(page()).toContain('Tổng tiền thưởng: 22.350.000 đồng');
  });
});

describe('“ghi đúng như nguồn”', () => {
  it('is offered beside a broken rule and takes a reason', async () => {
    const fake = FakeBackend.langSon();
    const first = fake.store.awards[0]?.lines[0];
    if (first) first.typed.kind = 'person';
    const { user } = await atAwards(fake);
    expect(byId(TestId.awardList).textContent).toContain('1 chỗ cần xem');
    byId(TestId.awardRemark).focus();
    const row = lines()[0];
    const offer = [...(row?.querySelectorAll('button') ?? [])].find((one) =>
      one.textContent?.includes('Ghi đúng như nguồn'),
    );
    offer?.click();
    await settled();
    expect(focused()).toBe('sic/reason');
    await user.keyboard('in như vậy{Enter}{Enter}');
    await settled();
    expect(called(fake, 'markAwardSic')).toEqual([[1, 0, 'in như vậy']]);
    expect(line(0)).toContain('Giữ đúng như nguồn: in như vậy.');
    expect(byId(TestId.awardList).textContent).not.toContain('cần xem');
  });
});

describe('a pasted list', () => {
  const BLOCK = 'tập thể\tCông an xã Kim Sơn\ncá nhân\tNguyễn Thị Mẫu\tBí thư\txã An Lạc';

  it('is taken as a whole, and taken back as a whole', async () => {
    const { fake, user } = await atAwards();
    await pick('Bằng khen');
    await press('Dán danh sách');
    await user.click(field('paste/block'));
    await user.paste(BLOCK);
    await settled();
    expect(byId(TestId.pasteForm).textContent).toContain('Xem trước: 2 dòng');
    byId(TestId.formSave).click();
    await settled();
    expect(called(fake, 'pasteAwardLines')).toEqual([[2, BLOCK]]);
    expect(lines()).toHaveLength(7);
    expect(page()).toContain('Đã nhận 2 người.');
    await user.keyboard('{Control>}z{/Control}');
    await settled();
    expect(lines()).toHaveLength(5);
  });

  it('shows every cell that cannot be read as soon as it is pasted, and takes nothing', async () => {
    const { fake, user } = await atAwards();
    await pick('Bằng khen');
    await press('Dán danh sách');
    await user.click(field('paste/block'));
    await user.paste(`${BLOCK}\nnhóm\tHội Phụ nữ\ntập thể\t`);
    await settled();
    const form = () => byId(TestId.pasteForm);
    expect(form().textContent).toContain('4 dòng · 4 người nhận · 2 chỗ cần sửa');
    const refused = [...form().querySelectorAll('tr.refused')];
    expect(refused.map((row) => row.querySelector('.bad')?.textContent)).toEqual(['nhóm', '']);
    const told = [...byId(TestId.pasteFaults).children].map((it) => it.textContent);
    expect(told[0]).toContain('Dòng 3 của khối · Loại: chưa rõ “nhóm”');
    expect(told[1]).toContain('Dòng 4 của khối · Tên');
    byId(TestId.formSave).click();
    await settled();
    expect(lines()).toHaveLength(5);
    expect(field('paste/block').value).toContain('Hội Phụ nữ');

    await user.clear(field('paste/block'));
    await user.paste(BLOCK);
    await settled();
    expect(seen(TestId.pasteFaults), 'another block, other faults').toBe(false);
    expect(called(fake, 'tryAwardLines').at(-1)).toEqual([2, BLOCK]);
  });

  it('comes in wherever a name is typed', async () => {
    await atAwards();
    await press('Thêm người nhận');
    expect(paste('Công an xã Kim Sơn')).toBe(false);
    expect(paste(BLOCK)).toBe(true);
    await settled();
    expect(field('paste/block').value).toBe(BLOCK);
  });
});

describe('proposals', () => {
  it('rank units with reasons and thresholds; the others on request', async () => {
    const { fake, user } = await atAwards();
    await user.click(button('Đề xuất khen thưởng'));
    await settled();
    const text = () => byId(TestId.proposal).textContent?.replace(/\s+/g, ' ') ?? '';
    expect(text()).toContain('Đạt tiêu chuẩn từ 2 năm liền (mặc định của chương trình)');
    expect(text()).toContain('3 năm liền đạt tiêu chuẩn');
    expect(text()).toContain('tăng 2,3 điểm % so với năm 2021');
    expect(text()).not.toContain('xã Minh Khai');
    await press('Chưa đủ điều kiện: 2 đơn vị');
    expect(text()).toContain('tỷ lệ 84,6%, cần từ 95%; chưa có xếp loại');
    await choose('Hình thức', 'bang_khen/chu_tich_ubnd_tinh');
    expect(text()).toContain('Chưa có đơn vị nào đủ điều kiện');
    await choose('Năm', '2021');
    expect(called(fake, 'loadCandidates')).toEqual([[null], [2021]]);
    expect(page()).toContain('gợi ý khen thưởng năm 2021');
  });

  it('a year without numbers stands among the years all the same', async () => {
    const fake = FakeBackend.langSon();
    const view = await fake.loadCandidates(2022);
    fake.loadCandidates = async () => ({ ...view, years: [] });
    const { user } = await atAwards(fake);
    await user.click(button('Đề xuất khen thưởng'));
    await settled();
    expect(field('proposal/year').value).toBe('2022');
  });
});

describe('identities of lines', () => {
  it('two lines that say the same are told apart, and a change makes another one', () => {
    const [first] = FakeBackend.langSon().store.awards[0]?.lines ?? [];
    if (!first) throw new Error('no line');
    const row = (index: number, name: string) => ({
      index,
      typed: { ...first.typed, name },
      money: '',
      revoked: null,
      message: null,
    });
    const names = identities([row(0, 'A'), row(1, 'A'), row(2, 'B')]);
    expect(new Set(names).size).toBe(3);
    expect(identities([row(0, 'A'), row(1, 'B')])).toEqual([names[0], names[2]]);
  });
});
