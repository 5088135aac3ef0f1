import { describe, expect, it } from 'vitest';
import { TestId } from '../src/lib/testIds';
import { atScreen, byId, called, page, refuseChanges, seen, settled } from './window';

const lines = () => [...document.querySelectorAll(`[data-testid="${TestId.logLine}"]`)];

async function fromMenu(item: string) {
  byId(TestId.logFiles).click();
  await settled();
  document.querySelector<HTMLElement>(`[data-item="${item}"]`)?.click();
  await settled();
}

describe('the log', () => {
  it('has a readable line for each action, the time first', async () => {
    await atScreen('log');
    const words = lines()[1]?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(words).toContain('16:52 07/02/2023 · Nguyễn Thị Lan ·');
    expect(words).toContain('sửa Khu dân cư: 1.680/1.727 → 1.686/1.727');
  });

  it('opens the values of an action on many numbers', async () => {
    await atScreen('log');
    const line = lines()[2];
    expect(line?.textContent).not.toContain('13/14');
    line?.querySelector('button')?.click();
    await settled();
    expect(line?.textContent).toContain('trống → 13/14');
    expect(line?.textContent).toContain('… và 12 số nữa');
  });

  it('shows more on request, up to the end', async () => {
    await atScreen('log');
    expect(lines()).toHaveLength(20);
    byId(TestId.logMore).click();
    await settled();
    expect(lines()).toHaveLength(40);
    byId(TestId.logMore).click();
    await settled();
    expect(seen(TestId.logMore)).toBe(false);
    expect(page()).toContain('Đã hết nhật ký');
  });

  it('can be of this dossier only', async () => {
    const { fake } = await atScreen('log');
    byId(TestId.logOnly).click();
    await settled();
    expect(called(fake, 'loadLog').at(-1)).toEqual([null, true]);
    expect(lines().every((line) => line.textContent?.includes('Lạng Sơn'))).toBe(true);
  });

  it('has what was done in the window on top', async () => {
    const { user } = await atScreen('sheet');
    await user.keyboard('10/12{Enter}');
    await settled();
    await user.keyboard('{Alt>}[Digit4]{/Alt}');
    await settled();
    expect(lines()[0]?.textContent).toContain('12/12 → 10/12');
  });

  it('is checked with a sentence for each finding', async () => {
    const { fake } = await atScreen('log');
    byId(TestId.logVerify).click();
    await settled();
    expect(byId(TestId.verifyView).textContent).toContain('không lần nào bị sửa hay mất');
    fake.verifyStore = async () => ({ whole: false, lines: ['Nhật ký bị sửa ở dòng 12.'] });
    byId(TestId.logVerify).click();
    await settled();
    expect(byId(TestId.verifyView).className).toContain('bad');
  });
});

describe('files', () => {
  it('everything is written where the clerk chooses', async () => {
    await atScreen('log');
    await fromMenu('export-store');
    expect(page()).toContain('Đã ghi: C:\\Users\\Lan\\Documents\\so-lieu-138.json');
  });

  it('a file is only read at first; “Nhập thật” takes it in', async () => {
    const { fake } = await atScreen('log');
    await fromMenu('import-store');
    expect(called(fake, 'importStore')).toEqual([[true]]);
    expect(byId(TestId.importView).textContent).toContain('Đọc thử, chưa ghi gì');
    expect(byId(TestId.importView).textContent).toContain('Dòng 41: xã Ba Gò');
    expect(byId(TestId.importView).textContent).toContain('Máy nhập đúng tệp vừa xem');
    const before = called(fake, 'openDesk').length;
    byId(TestId.importTake).click();
    await settled();
    expect(called(fake, 'importStore')).toEqual([[true], [false]]);
    expect(page()).toContain('Đã nhập 1 hồ sơ, 12 xã, 94 số.');
    expect(called(fake, 'openDesk').length, 'the frame is asked for anew').toBeGreaterThan(before);
  });

  it('a file that cannot be taken offers no “Nhập thật”', async () => {
    await atScreen('log');
    await fromMenu('import-catalogue');
    expect(page()).toContain('Tệp này chưa nhập được');
    expect(page()).toContain('Dòng 12, cột 3');
    expect(seen(TestId.importTake)).toBe(false);
  });

  it('a file dialog closed without choosing changes nothing', async () => {
    const { fake } = await atScreen('log');
    fake.importStore = async () => null;
    await fromMenu('import-store');
    expect(seen(TestId.importView)).toBe(false);
  });

  it('a refusal is said', async () => {
    const { fake } = await atScreen('log');
    refuseChanges(fake, 'Chưa ghi được tệp. Chọn thư mục khác.');
    await fromMenu('export-catalogue');
    expect(page()).toContain('Chưa ghi được tệp. Chọn thư mục khác.');
  });
});

describe('long work', () => {
  /** Verifying that goes on until the test lets it end. */
  async function verifying() {
    const { fake, user } = await atScreen('log');
    let end = () => {};
    fake.whileWorking = () => new Promise<void>((done) => (end = done));
    byId(TestId.logVerify).click();
    await settled();
    return { fake, user, end: () => end() };
  }

  it('says how far it is, and is gone when it is done', async () => {
    const { end } = await verifying();
    expect(byId(TestId.work).textContent).toContain('Đang đọc lại nhật ký… 40%');
    expect(byId(TestId.work).querySelector('progress')?.value).toBe(40);
    end();
    await settled();
    expect(seen(TestId.work)).toBe(false);
    expect(seen(TestId.verifyView)).toBe(true);
  });

  it('says that it is ending until it has ended', async () => {
    const { fake, end } = await verifying();
    let asked = 0;
    fake.stopWork = async () => {
      asked += 1;
      return null;
    };
    for (let press = 0; press < 2; press += 1) byId(TestId.workStop).click();
    await settled();
    expect(byId(TestId.workStop).textContent).toBe('Đang dừng…');
    expect(asked).toBe(1);
    end();
    await settled();
    expect(seen(TestId.work)).toBe(false);
  });

  it('ends when it is stopped, and that is no error', async () => {
    const { fake } = await verifying();
    byId(TestId.workStop).click();
    await settled();
    expect(called(fake, 'stopWork')).toHaveLength(1);
    expect(seen(TestId.work)).toBe(false);
    expect(page()).toContain('Đã dừng theo yêu cầu. Số liệu vẫn như trước.');
    expect(document.querySelector('.message.error')).toBeNull();
  });
});
