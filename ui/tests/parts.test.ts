import { describe, expect, it, vi } from 'vitest';
import { fold, matches } from '../src/lib/fold';
import { intentOf } from '../src/lib/keys';
import { PlaceKeeper } from '../src/lib/place';
import { SerialQueue } from '../src/lib/queue';
import { blankRow, renaming, RowIdentities, underNewRow } from '../src/lib/rows';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

describe('fold', () => {
  it('drops diacritics and case, in both Unicode forms', () => {
    expect(fold('Đắk  Lắk')).toBe('dak lak');
    expect(fold('Lạng Sơn'.normalize('NFD'))).toBe('lang son');
    expect(matches('Đạt tiêu chuẩn An toàn', 'chuan dat')).toBe(true);
    expect(matches('Xã', 'phuong')).toBe(false);
  });
});

describe('queue', () => {
  it('keeps order and goes on after a failure', async () => {
    const queue = new SerialQueue();
    const done: number[] = [];
    const slow = queue.run(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      done.push(1);
    });
    const bad = queue.run(() => Promise.reject(new Error('no')));
    void queue.run(async () => done.push(3));
    await slow;
    await expect(bad).rejects.toThrow('no');
    await queue.idle();
    expect(done).toEqual([1, 3]);
  });
});

describe('rows', () => {
  it('knows blank rows and their real keys', () => {
    expect(blankRow('task/new/text')).toBe('task/new');
    expect(blankRow('figure/at_kdc/amount')).toBeNull();
    const change = renaming('task/new/text', 'task/12/text');
    expect(change).toEqual({ from: 'task/new', to: 'task/12' });
    expect(renaming('task/new/text', 'task/new/text')).toBeNull();
    expect(renaming('task/3/text', 'task/3/text')).toBeNull();
    expect(change && underNewRow('task/new/by', change)).toBe('task/12/by');
    expect(change && underNewRow('task/newer/by', change)).toBe('task/newer/by');
  });

  it('gives the identity of the blank row to the real one', () => {
    const rows = new RowIdentities();
    const blank = rows.of(6, 'task/new');
    rows.rename(6, 'task/new', 'task/12');
    expect(rows.of(6, 'task/12')).toBe(blank);
    expect(rows.of(6, 'task/new')).not.toBe(blank);
  });
});

describe('keys', () => {
  it('belong to the input method while composing', () => {
    expect(intentOf(press('F5', { isComposing: true }), false)).toBeNull();
    expect(intentOf(press('z', { ctrlKey: true, keyCode: 229 }), false)).toBeNull();
  });
  it('leave AltGr, printable keys and Backspace alone', () => {
    expect(intentOf(press('1', { ctrlKey: true, altKey: true }), false)).toBeNull();
    for (const key of ['a', 'Backspace', 'Delete', 'ơ', 'Enter', 'Tab'])
      expect(intentOf(press(key), false)).toBeNull();
  });
  it('read the number row and the number pad', () => {
    expect(intentOf(press('3', { ctrlKey: true, code: 'Digit3' }), false)).toEqual({
      do: 'step',
      step: 3,
    });
    expect(intentOf(press('7', { ctrlKey: true, code: 'Numpad7' }), true)).toEqual({
      do: 'step',
      step: 7,
    });
  });
  it('undo is native in unsaved text', () => {
    expect(intentOf(press('z', { ctrlKey: true }), true)).toBeNull();
    expect(intentOf(press('z', { ctrlKey: true }), false)).toEqual({ do: 'undo' });
    expect(intentOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toEqual({ do: 'redo' });
  });
});

describe('place', () => {
  it('waits while the focus wanders and sends only the last', async () => {
    vi.useFakeTimers();
    const sent: (string | null)[] = [];
    const keeper = new PlaceKeeper(async ({ key }) => sent.push(key));
    keeper.note({ step: 3, key: 'a' });
    keeper.note({ step: 3, key: 'task/new/b' });
    keeper.rename(3, (key) => key.replace('new', '12'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(['task/12/b']);
    vi.useRealTimers();
  });
});
