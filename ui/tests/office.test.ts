import { describe, expect, it } from 'vitest';
import { FakeBackend } from '../src/lib/ipc/fake';
import { IpcFailure } from '../src/lib/ipc';
import { TestId } from '../src/lib/testIds';
import { button, byId, called, field, focused, openWindow, seen, settled } from './window';

async function at(screen: 'settings' | 'catalogue' | 'series', fake = FakeBackend.langSon()) {
  const { user } = await openWindow(fake);
  const nav = byId(TestId.stepNav).querySelector<HTMLElement>(`[data-step="${screen}"]`);
  if (!nav) throw new Error(`no way to ${screen}`);
  await user.click(nav);
  await settled();
  return { fake, user };
}

function named(label: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[aria-label="${label}"]`);
  if (!found) throw new Error(`nothing is called ${label}`);
  return found;
}

const setting = (key: string) =>
  document.querySelector(`[data-setting="${key}"]`)?.textContent ?? '';
const buttonsIn = (key: string) =>
  [...document.querySelectorAll(`[data-setting="${key}"] button`)].map((it) =>
    it.textContent?.trim(),
  );
const list = () => byId(TestId.catalogueList).textContent ?? '';
const names = () =>
  [...byId(TestId.catalogueList).querySelectorAll('tbody th')].map((it) => it.textContent?.trim());

describe('settings', () => {
  it('shows built-in values with their legal note and nothing to change them', async () => {
    await at('settings');
    expect(setting('calendar.kdc')).toContain('mặc định');
    expect(setting('calendar.kdc')).toContain('Thông tư 124/2021/TT-BCA, Điều 8');
    expect(buttonsIn('calendar.kdc')).toEqual(['Thêm giá trị']);
    expect(buttonsIn('committee.short_name')).toEqual(['Sửa', 'Bỏ', 'Thêm giá trị']);
  });

  it('takes a new value by keyboard alone and gives the hand back', async () => {
    const { fake, user } = await at('settings');
    expect(document.activeElement?.id).toBe('setting/committee.name/new');
    await user.keyboard('{Enter}');
    await settled();
    expect(focused()).toBe('setting/committee.name/new/from');
    await user.keyboard('01/07/2025{Enter}{Enter}Ban Chỉ đạo tỉnh{Enter}');
    expect(document.activeElement).toBe(byId(TestId.settingSave));
    await user.keyboard('{Enter}');
    await settled();
    expect(called(fake, 'putSetting')).toEqual([
      [
        {
          id: null,
          key: 'committee.name',
          from: '01/07/2025',
          to: '',
          value: 'Ban Chỉ đạo tỉnh',
        },
      ],
    ]);
    expect(setting('committee.name')).toContain('01/07/2025 – đến nay');
    expect(document.activeElement?.id).toBe('setting/committee.name/new');
  });

  it('keeps a refused value as typed, with the reason at its row', async () => {
    const { user } = await at('settings');
    await user.click(named('Thêm giá trị cho Tên gọi tắt'));
    await user.keyboard('{Enter}{Enter}Ban 138{Enter}{Enter}');
    await settled();
    expect(setting('committee.short_name')).toContain('Đã có giá trị khác bắt đầu cùng ngày.');
    expect(setting('committee.name')).not.toContain('Đã có giá trị khác');
    expect(field('setting/committee.short_name/new/value').value).toBe('Ban 138');
  });

  it('changes an own value and takes it away with an empty one', async () => {
    const { fake, user } = await at('settings');
    await user.click(named('Sửa Tên gọi tắt: Ban Chỉ đạo 138 tỉnh'));
    await user.keyboard('{Enter}{Enter}Ban 138{Enter}{Enter}');
    await settled();
    expect(fake.store.settings.map(({ id, value }) => [id, value])).toContainEqual([1, 'Ban 138']);
    expect(document.activeElement).toBe(named('Sửa Tên gọi tắt: Ban 138'));
    await user.click(named('Bỏ Tên gọi tắt: Ban 138'));
    await settled();
    expect(called(fake, 'putSetting').at(-1)).toEqual([
      { id: 1, key: 'committee.short_name', from: '', to: '', value: '' },
    ]);
    expect(setting('committee.short_name')).toContain('Chưa ghi giá trị nào.');
  });

  it('says at the row why a value could not be taken away', async () => {
    const { fake, user } = await at('settings');
    fake.beforeChange = () => {
      throw new IpcFailure({ code: 'disk-full', message: 'Chưa lưu được vì ổ đĩa đầy.' });
    };
    await user.click(named('Bỏ Tên gọi tắt: Ban Chỉ đạo 138 tỉnh'));
    await settled();
    expect(setting('committee.short_name')).toContain('Chưa lưu được vì ổ đĩa đầy.');
    expect(setting('committee.short_name')).toContain('Ban Chỉ đạo 138 tỉnh');
  });

  it('keeps what is half typed while another screen is looked at', async () => {
    const { user } = await at('settings');
    await user.click(named('Thêm giá trị cho Tên gọi tắt'));
    await user.keyboard('01/01/2026');
    await user.keyboard('{Alt>}[Digit6]{/Alt}');
    await settled();
    expect(seen(TestId.settingForm)).toBe(false);
    await user.keyboard('{Alt>}[Digit5]{/Alt}');
    await settled();
    expect(field('setting/committee.short_name/new/from').value).toBe('01/01/2026');
  });
});

describe('catalogue', () => {
  it('finds without diacritics, and within a group', async () => {
    const { user } = await at('catalogue');
    expect(focused()).toBe('catalogue/search');
    const all = names().length;
    await user.keyboard('khu dan cu');
    expect(names().length).toBeLessThan(all);
    expect(list()).toContain('Khu dân cư');
    await user.keyboard('{Escape}');
    expect(names().length).toBe(all);
    await user.selectOptions(field('catalogue/group'), 'models');
    expect(names().length).toBeGreaterThan(0);
    const groups = [...byId(TestId.catalogueList).querySelectorAll('tbody td:nth-child(3)')];
    expect(new Set(groups.map((cell) => cell.textContent))).toEqual(
      new Set(['Mô hình, tổ chức tự quản']),
    );
  });

  it('marks built-in entries and lets only own ones be changed', async () => {
    await at('catalogue');
    const rows = [...byId(TestId.catalogueList).querySelectorAll('tbody tr')];
    const [own, ...builtIn] = rows;
    expect(own?.textContent).toContain('Tổ liên gia an toàn phòng cháy');
    expect(own?.querySelectorAll('button').length).toBe(2);
    expect(builtIn.length).toBeGreaterThan(0);
    for (const row of builtIn) {
      expect(row.textContent).toContain('có sẵn');
      expect(row.querySelector('button')).toBeNull();
    }
  });

  it('adds an indicator by keyboard and shows it', async () => {
    const { fake, user } = await at('catalogue');
    await user.keyboard('khong co gi');
    await user.click(document.getElementById('add-indicators') as HTMLElement);
    expect(focused()).toBe('entry/name');
    await user.keyboard('Nhà an toàn{Enter}nhà{Enter}');
    expect(focused()).toBe('entry/group');
    await user.selectOptions(field('entry/group'), 'models');
    await user.selectOptions(field('entry/kind'), 'flow');
    await user.click(byId(TestId.formSave));
    await settled();
    const [sent] = called(fake, 'putIndicator')[0] ?? [];
    expect(sent).toMatchObject({
      id: null,
      name: 'Nhà an toàn',
      unit: 'nhà',
      group: 'models',
      kind: 'flow',
      core: false,
    });
    expect(list()).toContain('Nhà an toàn');
    expect(seen(TestId.entryForm)).toBe(false);
    expect(document.activeElement?.id).toBe('add-indicators');
  });

  it('keeps a refused entry in the form with the reason', async () => {
    const { fake, user } = await at('catalogue');
    await user.click(named('Sửa Tổ liên gia an toàn phòng cháy'));
    fake.beforeChange = () => {
      throw new IpcFailure({ code: 'refused', message: 'Chưa đọc được ngày.' });
    };
    await user.clear(field('entry/from'));
    await user.type(field('entry/from'), '32/1');
    await user.click(byId(TestId.formSave));
    await settled();
    expect(byId(TestId.entryForm).textContent).toContain('Chưa đọc được ngày.');
    expect(field('entry/from').value).toBe('32/1');
    expect(list()).toContain('01/01/2023');
  });

  it('says at the row why an entry stays', async () => {
    const { fake, user } = await at('catalogue');
    const reason = 'Chỉ tiêu đang có số liệu nên không xóa được.';
    fake.beforeChange = () => {
      throw new IpcFailure({ code: 'in-use', message: reason });
    };
    await user.click(named('Bỏ Tổ liên gia an toàn phòng cháy'));
    await settled();
    expect(byId(TestId.catalogueList).querySelector('tbody tr')?.textContent).toContain(reason);
  });

  it('adds groups and kinds with only what they need', async () => {
    const { fake, user } = await at('catalogue');
    await user.click(document.getElementById('add-groups') as HTMLElement);
    await user.keyboard('Phòng cháy{Enter}');
    await user.selectOptions(field('entry/step'), '4');
    await user.keyboard('{Enter}{Enter}');
    await settled();
    expect(called(fake, 'putGroup')).toEqual([
      [{ id: null, code: '', title: 'Phòng cháy', step: 4 }],
    ]);
    expect(names()[0]).toBe('Phòng cháy');
    await user.click(document.getElementById('add-categories') as HTMLElement);
    await user.keyboard('tổ liên gia{Enter}{Enter}{Enter}');
    await settled();
    expect(called(fake, 'putCategory')).toEqual([
      [{ id: null, dimension: 'subject', heading: '', code: '', name: 'tổ liên gia' }],
    ]);
    expect(names()[0]).toBe('tổ liên gia');
    await user.click(named('Bỏ tổ liên gia'));
    await settled();
    expect(names()).not.toContain('tổ liên gia');
  });

  it('follows undo', async () => {
    const { user } = await at('catalogue');
    await user.click(named('Bỏ Tổ liên gia an toàn phòng cháy'));
    await settled();
    expect(list()).not.toContain('Tổ liên gia');
    await user.keyboard('{Control>}z{/Control}');
    await settled();
    expect(list()).toContain('Tổ liên gia');
  });
});

describe('targets of the year before', () => {
  it('stand below the series with their outcome', async () => {
    await at('series');
    const rows = [...byId(TestId.achievements).querySelectorAll('tbody tr')];
    expect(rows[0]?.textContent).toContain('đạt, bằng 108,4% chỉ tiêu');
    expect(rows[2]?.textContent).toContain('chưa đo được');
  });

  it('show nothing when there were none', async () => {
    const fake = FakeBackend.langSon();
    fake.achievements = [];
    await at('series', fake);
    expect(seen(TestId.achievements)).toBe(false);
  });
});

describe('ways to the office', () => {
  it.each([
    ['thiet lap', 'Thiết lập'],
    ['danh muc', 'Danh mục chỉ tiêu'],
  ])('the search finds %s', async (typed, title) => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard(`${typed}{Enter}`);
    await settled();
    expect(byId(TestId.stepTitle).textContent).toBe(title);
  });
});

describe('ways of breaking down', () => {
  it('a new one is made where the indicator is typed, and taken for it', async () => {
    const { fake, user } = await at('catalogue');
    element('add-indicators').click();
    await settled();
    await user.type(field('entry/name'), 'Chốt dân phòng');
    element('add-dimensions-here').click();
    await settled();
    await user.type(field('entry/dimension-name'), 'Loại chốt');
    await user.type(field('entry/kinds'), 'cố định; lưu động');
    await press('Lưu cách phân loại');
    expect(called(fake, 'putDimension')).toMatchObject([
      [{ name: 'Loại chốt', kinds: 'cố định; lưu động', cover: 'complete' }],
    ]);
    expect(field('entry/name').value, 'the indicator waits as it was').toBe('Chốt dân phòng');
    await press('Lưu chỉ tiêu');
    const [[saved]] = called(fake, 'putIndicator') as [[{ dimensions: string[] }]];
    expect(saved.dimensions).toEqual(['own_1']);
  });

  it('a known one is taken and left again', async () => {
    const { fake, user } = await at('catalogue');
    element('add-indicators').click();
    await settled();
    await user.type(field('entry/name'), 'Chốt');
    await user.selectOptions(field('entry/break-down'), 'subject');
    await user.selectOptions(field('entry/break-down'), 'grade');
    await user.click(named('Bỏ Đối tượng'));
    await press('Lưu chỉ tiêu');
    const [[saved]] = called(fake, 'putIndicator') as [[{ dimensions: string[] }]];
    expect(saved.dimensions).toEqual(['grade']);
  });
});

/** The element of an id. */
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}

async function press(words: string): Promise<void> {
  button(words).click();
  await settled();
}
