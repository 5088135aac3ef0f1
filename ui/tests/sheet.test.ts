import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { commonWindow, headsOf } from '../src/features/sheet/heads';
import { IpcFailure } from '../src/lib/ipc';
import { FakeBackend } from '../src/lib/ipc/fake';
import { TestId } from '../src/lib/testIds';
import { atScreen, byId, called, choose, field, focused, seen, settled } from './window';

/** The table of units, with the hand on its first cell. */
const atSheet = (fake?: FakeBackend) => atScreen('sheet', fake);

const cell = (at: string) => document.querySelector<HTMLElement>(`td[data-at="${at}"]`);
const shown = (at: string) => cell(at)?.textContent?.trim() ?? '';
/** jsdom knows no pointer events: a mouse event of that name is the same to us. */
async function press(at: string) {
  cell(at)?.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, cancelable: true }));
  await settled();
}
const feet = () => document.querySelector('tfoot')?.textContent ?? '';

function paste(text: string) {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
  document.activeElement?.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('moving about in the table', () => {
  it('the hand is on the first cell on arrival', async () => {
    await atSheet();
    expect(focused()).toBe('cell/u1/kdc');
    expect(field('cell/u1/kdc').value).toBe('12/12');
  });

  it('arrows, Tab and Enter go from cell to cell and stop at the edges', async () => {
    const { fake, user } = await atSheet();
    await user.keyboard('{ArrowUp}{ArrowLeft}');
    expect(focused()).toBe('cell/u1/kdc');
    await user.keyboard('{ArrowRight}{ArrowDown}{Enter}');
    expect(focused()).toBe('cell/u3/co_quan');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(focused()).toBe('cell/u2/co_quan');
    await user.keyboard('{End}{Tab}');
    expect(focused()).toBe('cell/u3/kdc');
    await user.keyboard('{Shift>}{Tab}{/Shift}');
    expect(focused()).toBe('cell/u2/csgd');
    await user.keyboard('{Control>}{End}{/Control}{ArrowDown}{ArrowRight}');
    expect(focused()).toBe('cell/u12/csgd');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(focused()).toBe('cell/u1/kdc');
    expect(called(fake, 'setCell')).toEqual([]);
  });

  it('while typing and after F2 left and right belong to the text', async () => {
    const { user } = await atSheet();
    await user.keyboard('1{ArrowRight}');
    expect(focused()).toBe('cell/u1/kdc');
    await user.keyboard('{Escape}{F2}{ArrowLeft}{Home}');
    expect(focused()).toBe('cell/u1/kdc');
    expect(field('cell/u1/kdc').value).toBe('12/12');
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(focused()).toBe('cell/u2/co_quan');
  });

  it('from the last row Enter goes to the total on paper, and on to the next column', async () => {
    const { user } = await atSheet();
    await press('11/0');
    await user.keyboard('{Enter}');
    expect(focused()).toBe('stated/kdc');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(focused()).toBe('cell/u12/kdc');
    await user.keyboard('{Enter}{Enter}');
    expect(focused()).toBe('cell/u1/co_quan');
  });

  it('a press brings the hand', async () => {
    await atSheet();
    await press('3/2');
    expect(focused()).toBe('cell/u4/dn');
  });
});

describe('typing into the table', () => {
  it('replaces the number, saves on leaving and counts the feet anew', async () => {
    const { fake, user } = await atSheet();
    expect(feet()).toContain('140/145');
    let release = () => {};
    fake.beforeChange = () => new Promise<void>((done) => (release = done));
    await user.keyboard('11 12{Enter}');
    await settled();
    expect(shown('0/0'), 'as typed while it is on its way').toContain('11 12');
    release();
    await settled();
    expect(called(fake, 'setCell')).toEqual([['u1', 'kdc', '11 12']]);
    expect(shown('0/0')).toBe('11/12');
    expect(feet()).toContain('139/145');
    expect(called(fake, 'loadSheet')).toHaveLength(1);
  });

  it('Esc restores and sends nothing', async () => {
    const { fake, user } = await atSheet();
    await user.keyboard('99{Escape}{Enter}');
    await settled();
    expect(shown('0/0')).toBe('12/12');
    expect(called(fake, 'setCell')).toEqual([]);
  });

  it('sends only what changed', async () => {
    const { fake, user } = await atSheet();
    await user.keyboard('12/12{Enter}');
    await settled();
    expect(called(fake, 'setCell')).toEqual([]);
  });

  it.each([{ isComposing: true }, { keyCode: 229 }])('ignores a composition', async (mark) => {
    const { fake } = await atSheet();
    const input = field('cell/u1/kdc');
    await fireEvent.input(input, { target: { value: '1ư' } });
    for (const key of ['Enter', 'Escape', 'Tab', 'ArrowDown'])
      expect(await fireEvent.keyDown(input, { key, ...mark }), key).toBe(true);
    expect(focused()).toBe('cell/u1/kdc');
    expect(input.value).toBe('1ư');
    expect(called(fake, 'setCell')).toEqual([]);
  });

  it.each(['Backspace', 'Delete', 'a', 'ư', '1', ' '])('never takes %s', async (key) => {
    await atSheet();
    expect(await fireEvent.keyDown(field('cell/u1/kdc'), { key })).toBe(true);
    expect(focused()).toBe('cell/u1/kdc');
  });

  it('a text that is not understood stays, with its message and a way out', async () => {
    const { fake, user } = await atSheet();
    await user.keyboard('12x{Enter}13/12{Enter}');
    await settled();
    expect(shown('0/0')).toContain('12x');
    expect(document.body.textContent).toContain('phường Tây Hồ, Khu dân cư đạt: Chưa đọc được');
    expect(byId(TestId.sheetNext).textContent).toContain('2 ô cần xem');
    const offer = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.includes('Đổi thành 12/13'),
    );
    offer?.click();
    await settled();
    expect(called(fake, 'setCell').at(-1)).toEqual(['u2', 'kdc', '12/13']);
    byId(TestId.sheetNext).click();
    await settled();
    expect(focused()).toBe('cell/u1/kdc');
    expect(field('cell/u1/kdc').value).toBe('12x');
  });

  it('a text that could not be saved stays, also on another screen, and is saved on request', async () => {
    const { fake, user } = await atSheet();
    fake.beforeChange = () => {
      throw new IpcFailure({ code: 'disk-full', message: 'Chưa lưu được vì ổ đĩa đầy.' });
    };
    await user.keyboard('10/12{Enter}');
    await settled();
    expect(byId(TestId.problem).textContent).toContain('ổ đĩa đầy');
    await user.keyboard('{Control>}1{/Control}');
    await settled();
    await user.keyboard('{Alt>}[Digit2]{/Alt}');
    await settled();
    expect(shown('0/0')).toContain('10/12');
    fake.beforeChange = () => undefined;
    byId(TestId.problemRetry).click();
    await settled();
    expect(seen(TestId.problem)).toBe(false);
    expect(fake.store.cells.get('2022/u1/kdc')).toBe('10/12');
  });

  it('going to another screen saves what is being typed', async () => {
    const { fake, user } = await atSheet();
    await user.keyboard('9/12{Control>}1{/Control}');
    await settled();
    expect(called(fake, 'setCell')).toEqual([['u1', 'kdc', '9/12']]);
  });

  it('undo takes a number back here too, but not out of a half-typed text', async () => {
    const { fake, user } = await atSheet();
    await user.keyboard('9/12{Enter}');
    await settled();
    await user.keyboard('5{Control>}z{/Control}');
    await settled();
    expect(called(fake, 'undo')).toEqual([]);
    await user.keyboard('{Escape}{Control>}z{/Control}');
    await settled();
    expect(shown('0/0')).toBe('12/12');
    byId(TestId.redo).click();
    await settled();
    expect(shown('0/0')).toBe('9/12');
  });
});

describe('a block from Excel', () => {
  it('goes into the table as one action', async () => {
    const { fake } = await atSheet();
    await press('1/0');
    expect(paste('8/11\t20/28\r\n7/9\t16/17\r\n')).toBe(true);
    await settled();
    expect(called(fake, 'pasteCells')).toEqual([['u2', 'kdc', '8/11\t20/28\r\n7/9\t16/17\r\n']]);
    expect(shown('2/1')).toBe('16/17');
    expect(document.body.textContent).toContain('Đã dán 2 dòng × 2 cột');
  });

  it('that is refused changes nothing and is explained at the cell', async () => {
    await atSheet();
    await press('11/0');
    paste('1/1\n2/2\n');
    await settled();
    expect(byId(TestId.cellNote).textContent).toContain('Khối dán rộng hơn bảng');
    expect(shown('10/0')).toBe('16/17');
  });

  it('of one number is typed into the cell', async () => {
    const { fake } = await atSheet();
    expect(paste('12/12\r\n')).toBe(false);
    expect(called(fake, 'pasteCells')).toEqual([]);
  });
});

describe('the total on paper', () => {
  it('names the cell that is probably wrong, and one press goes there', async () => {
    const { user } = await atSheet();
    await choose('Nhóm', 'source');
    expect(feet()).toContain('+27');
    const suspects = [...document.querySelectorAll(`[data-testid="${TestId.suspect}"]`)];
    const wrong = suspects.find((one) => one.textContent?.includes('xã Hòa Bình: 452 → 425'));
    expect(wrong?.textContent).toContain('hai chữ số đổi chỗ');
    (wrong as HTMLElement).click();
    await settled();
    expect(focused()).toBe('cell/u9/tin');
    await user.keyboard('425{Enter}');
    await settled();
    expect(feet()).toContain('khớp');
    expect(seen(TestId.suspect)).toBe(false);
  });

  it('is typed into the foot; what is refused stays there', async () => {
    const { fake, user } = await atSheet();
    field('stated/kdc').focus();
    await user.keyboard('150{Enter}');
    await settled();
    expect(called(fake, 'stateTotal')).toEqual([['kdc', '150']]);
    fake.beforeChange = () => {
      throw new IpcFailure({ code: 'refused', message: 'Ô này nhận số. Gõ lại số.' });
    };
    field('stated/co_quan').focus();
    await user.keyboard('chữ');
    await user.tab();
    await settled();
    expect(field('stated/co_quan').value).toBe('chữ');
    expect(document.body.textContent).toContain('Ô này nhận số. Gõ lại số.');
  });

  it('is not asked for where nothing is added up', async () => {
    await atSheet();
    await choose('Nhóm', 'model');
    expect(document.querySelector('[data-key="stated/loai"]')).toBeNull();
    expect(feet()).toContain('không cộng');
    expect(document.body.textContent).toContain('Loại mô hình không cộng giữa các xã');
  });
});

describe('other borders', () => {
  it('lock the table, say why, and mark numbers with a word', async () => {
    const { fake, user } = await atSheet();
    await choose('Năm', '2021');
    await choose('Địa giới', 'today');
    expect(byId(TestId.sheetLocked).textContent).toContain('Như đã báo cáo');
    expect(shown('6/0')).toContain('quy đổi');
    expect(shown('6/0')).toContain('15/18');
    expect(document.body.textContent).toContain('xã Yên Phú năm 2021: đã chia');
    await press('9/0');
    expect(byId(TestId.cellNote).textContent).toContain('chưa có tỷ lệ phân bổ');
    const input = field('cell/u10/kdc');
    expect(input.readOnly).toBe(true);
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('cell/u11/kdc');
    paste('1/1\t2/2');
    await settled();
    expect(called(fake, 'pasteCells')).toEqual([]);
  });

  it('of a day that cannot be read leave the table and the text as they are', async () => {
    const { user } = await atSheet();
    await choose('Địa giới', 'on');
    document.querySelector<HTMLElement>('.controls .day input')?.focus();
    await user.keyboard('31/13{Enter}');
    await settled();
    expect(byId(TestId.lensProblem).textContent).toContain('Chưa đọc được ngày');
    expect((document.activeElement as HTMLInputElement).value).toBe('31/13');
    expect(document.querySelectorAll('tbody tr')).toHaveLength(12);
  });

  it('a closed year is locked and says so', async () => {
    const fake = FakeBackend.langSon();
    fake.store.years.set(2022, { state: 'closed', lines: ['Khóa sổ ngày 05/01/2023'] });
    await atSheet(fake);
    expect(byId(TestId.sheetLocked).textContent).toContain('Năm 2022 đã khóa sổ');
    expect(field('cell/u1/kdc').readOnly).toBe(true);
  });
});

describe('the history of a cell', () => {
  it('Ctrl+H shows who changed it, from what to what; an old value comes back', async () => {
    const { fake, user } = await atSheet();
    await user.keyboard('10/12{Enter}{ArrowUp}{Control>}h{/Control}');
    await settled();
    const panel = byId(TestId.historyPanel).textContent ?? '';
    expect(panel).toContain('phường Tây Hồ · Khu dân cư đạt');
    expect(panel).toContain('Nguyễn Thị Lan');
    expect(panel).toContain('12/12 → 10/12');
    byId(TestId.historyRestore).click();
    await settled();
    expect(seen(TestId.historyPanel)).toBe(false);
    expect(called(fake, 'restoreCell')).toEqual([['u1', 'kdc', 42]]);
    expect(field('cell/u1/kdc').value).toBe('12/12');
  });
});

describe('the columns of the table', () => {
  const heads = () =>
    [...document.querySelectorAll('thead tr')].map((row) =>
      [...row.querySelectorAll('th')].map((head) => head.textContent.trim().replace(/\s+/g, ' ')),
    );

  it('kinds that are asked for stand under the name of their indicator', async () => {
    const { fake, user } = await atSheet();
    await choose('Nhóm', 'source');
    expect(heads()).toHaveLength(1);
    await user.click(byId(TestId.columnsShow));
    await user.click(field('columns/tin/kind'));
    await settled();
    expect(called(fake, 'chooseColumns')).toEqual([[['tin', 'tin/kind', 'tin_gt', 'vu']]]);
    const [first, second] = heads();
    expect(first?.[1]).toContain('Nguồn tin');
    expect(second).toEqual(['Tổng số', 'Trực tiếp', 'Zalo']);
    await user.click(field('columns/tin/kind'));
    await settled();
    expect(heads(), 'and they go again').toHaveLength(1);
  });

  it('a column with numbers cannot be taken away', async () => {
    const { user } = await atSheet();
    await user.click(byId(TestId.columnsShow));
    expect(field('columns/kdc').disabled).toBe(true);
  });
});

describe('the windows of the columns', () => {
  const column = (key: string, window: string, over: string | null = null) => ({
    ...{ key, title: over ? `${over} (${key})` : key, over, part: over && key, window },
    ...{ unit: '', ratio: false },
  });

  it('one window for all is said once, above the table', () => {
    const columns = [column('a', '2021'), column('b', '2021')];
    expect(commonWindow(columns)).toBe('2021');
    expect(headsOf(columns).map(({ below }) => below)).toEqual([[], []]);
  });

  it('where calendars differ every heading says its own, the first one too', () => {
    const columns = [column('a', 'Tết'), column('b', 'Thu', 'B'), column('c', 'Thu', 'B')];
    expect(commonWindow(columns)).toBeNull();
    const heads = headsOf(columns).map(({ title, below }) => [title, ...below]);
    expect(heads).toEqual([
      ['a', 'Tết'],
      ['B', 'Thu'],
    ]);
  });
});
