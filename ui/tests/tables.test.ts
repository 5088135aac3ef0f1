import { describe, expect, it } from 'vitest';
import { isBlock, rowsOf } from '../src/lib/block';
import type { SheetCell, SheetView } from '../src/lib/ipc';
import { cellKey, cellsToSee, nextAfter, readCellKey, sizeOf } from '../src/features/sheet/cells';
import { EventDraft } from '../src/features/units/draft.svelte';
import { sumOf, thousandths, weightProblem, written } from '../src/features/units/weights';
import { intentOf } from '../src/lib/keys';
import { yearNamed } from '../src/lib/year.svelte';

describe('weights', () => {
  it.each([
    ['45', 45_000],
    ['45,5', 45_500],
    ['1.250', 1_250_000],
    ['0,125', 125],
    [' 7 ', 7_000],
  ])('reads %s', (text, value) => expect(thousandths(text)).toBe(value));

  it.each(['', '45.5', '1,2345', '-3', 'một nửa', '4/5'])('does not guess at “%s”', (text) =>
    expect(thousandths(text)).toBeNull(),
  );

  it('writes what it read', () => {
    for (const text of ['0', '7', '45,5', '33,333', '1.250', '1.000.000,001'])
      expect(written(thousandths(text) ?? -1)).toBe(text);
  });

  it('sums without rounding: three thirds by hand are not 100 until they are', () => {
    expect(sumOf(['0,1', '0,2'])).toBe(300);
    expect(weightProblem('byHand', ['33,333', '33,333', '33,333'])).toContain('99,999%');
    expect(weightProblem('byHand', ['33,333', '33,333', '33,334'])).toBeNull();
    expect(weightProblem('residential', ['12', ''])).toBeNull();
    expect(weightProblem('residential', ['', ''])).not.toBeNull();
    expect(weightProblem('byHand', ['x', '100'])).toContain('Chưa đọc được');
    expect(weightProblem('none', ['x'])).toBeNull();
  });
});

describe('a draft of an event', () => {
  it('sends nothing that its kind does not use', () => {
    const draft = new EventDraft();
    draft.units = ['u1'];
    draft.name = 'Tên';
    draft.unitKind = 'xã';
    draft.parent = { key: 'd1', label: 'huyện' };
    draft.keeps = true;
    draft.kind = 'abolish';
    expect(draft.typed('p1')).toMatchObject({
      units: ['u1'],
      name: '',
      unitKind: '',
      parent: '',
      parts: [],
      keeps: false,
    });
  });

  it('a move wants a unit that was found, not a text', () => {
    const draft = new EventDraft();
    draft.kind = 'move';
    draft.units = ['u1'];
    draft.date = '1/3/2022';
    draft.parent = { key: null, label: 'huyện nào đó' };
    expect(Object.keys(draft.problems())).toEqual(['parent']);
  });

  it('one unit is enough when it goes into one that stays', () => {
    const draft = new EventDraft();
    draft.kind = 'merge';
    draft.date = '1/3/2022';
    draft.units = ['u1'];
    expect(draft.problems().units).toBeDefined();
    draft.into = 'old';
    draft.taker = { key: 'u2', label: 'xã' };
    expect(draft.problems()).toEqual({});
    expect(draft.typed('p1').parent).toBe('u2');
  });
});

describe('cells', () => {
  const plain: SheetCell = { text: '1', mark: 'plain', severity: null, message: null, draft: null };
  const wrong: SheetCell = { ...plain, draft: 'x' };

  it('are named so that the name can be read back', () => {
    expect(readCellKey(cellKey('20/178/a.b'))).toEqual({ unit: '20/178', column: 'a.b' });
    expect(readCellKey('stated/kdc')).toBeNull();
  });

  it('that want a look are gone through round and round', () => {
    const rows = [
      { unit: 'a', label: '', cells: [plain, wrong] },
      { unit: 'b', label: '', cells: [wrong, plain] },
    ];
    const found = cellsToSee({ rows } as SheetView);
    expect(found).toEqual([
      { row: 0, column: 1 },
      { row: 1, column: 0 },
    ]);
    expect(nextAfter(found, { row: 0, column: 1 })).toEqual({ row: 1, column: 0 });
    expect(nextAfter(found, { row: 1, column: 1 })).toEqual({ row: 0, column: 1 });
    expect(nextAfter([], { row: 0, column: 0 })).toBeNull();
  });

  it('a block is more than one cell', () => {
    expect(isBlock('12\r\n')).toBe(false);
    expect(isBlock('12\t13')).toBe(true);
    expect(isBlock('12\n13\n')).toBe(true);
    expect(sizeOf('1\t2\r\n3\r\n')).toEqual({ rows: 2, columns: 2 });
  });

  it('a block is read as spreadsheets write it', () => {
    expect(rowsOf('1\t2\r\n3\r\n')).toEqual([['1', '2'], ['3']]);
    expect(rowsOf('a\t\t b \n\nc')).toEqual([['a', '', 'b'], [''], ['c']]);
    expect(rowsOf('"Nguyễn\nVăn ""Mẫu"""\t1970')).toEqual([['Nguyễn Văn "Mẫu"', '1970']]);
    expect(rowsOf('ấp "Mẫu"\tx')).toEqual([['ấp "Mẫu"', 'x']]);
  });
});

describe('the year of a dossier', () => {
  it.each([
    ['Lạng Sơn · Tổng kết 2022', 2022],
    ['Thái Bình · Sơ kết, tổng kết 5 năm (2014-2018)', 2018],
    ['Lào Cai · Tổng kết chưa rõ kỳ', null],
  ])('%s', (label, year) => expect(yearNamed(label)).toBe(year));
});

describe('keys of the screens', () => {
  const press = (code: string, more: object) => ({
    key: '',
    code,
    ctrlKey: false,
    metaKey: false,
    altKey: true,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    ...more,
  });

  it('are Alt with the number row; the number pad types characters by their codes', () => {
    expect(intentOf(press('Digit2', {}), false)).toEqual({ do: 'show', screen: 'sheet' });
    expect(intentOf(press('Numpad2', {}), false)).toBeNull();
    expect(intentOf(press('Digit9', {}), false)).toBeNull();
    expect(intentOf(press('Digit2', { ctrlKey: true }), false), 'AltGr').toBeNull();
    expect(intentOf(press('Digit2', { isComposing: true }), false)).toBeNull();
  });
});
