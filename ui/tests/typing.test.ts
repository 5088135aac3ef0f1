import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { TestId } from '../src/lib/testIds';
import { atStep, byId, field, focused, hold, saves, settled } from './window';

const KDC = 'figure/at_kdc/amount';
const XA = 'figure/at_xa/amount';
const AGENCY = 'figure/at_co_quan/amount';
const NAMING = 'indicator/standard/name';

describe('keys in a field', () => {
  it('Enter saves and goes to the next field', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    await user.keyboard('583 590{Enter}');
    expect(focused()).toBe('figure/at_dn/amount');
    await settled();
    expect(saves(fake)).toEqual([[AGENCY, '583 590']]);
    expect(field(AGENCY).value).toBe('583/590');
  });

  it('Shift+Enter goes back, and stays on the first field', async () => {
    const { user } = await atStep(3, XA);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(focused()).toBe(KDC);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(focused()).toBe(KDC);
  });

  it('Enter on the last field goes to the next button, Enter again to the next step', async () => {
    const { user } = await atStep(3, NAMING);
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(byId(TestId.footerNext));
    await user.keyboard('{Enter}');
    await settled();
    expect(byId(TestId.stepTitle).textContent).toBe('Mô hình');
    expect(focused()).toBe('model/new/model');
  });

  it('Esc restores the saved text and sends nothing', async () => {
    const { fake, user } = await atStep(3, KDC);
    await user.keyboard('99{Escape}{Enter}');
    expect(field(KDC).value).toBe('1.686/1.727');
    expect(saves(fake)).toEqual([]);
  });

  it('down and up move in the column and stop at its ends', async () => {
    const { user } = await atStep(3, 'figure/at_dn/amount');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(focused()).toBe(NAMING);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused()).toBe('figure/at_dn/amount');
  });

  it('leaves arrow keys alone outside grids', async () => {
    const { user } = await atStep(1, 'event/place');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('event/place');
  });

  it('down and up choose in a list of choices, saved on leaving it', async () => {
    const { fake, user } = await atStep(1, 'event/form');
    await user.keyboard('{ArrowDown}');
    expect(field('event/form').value).toBe('hall');
    await user.keyboard('{ArrowDown}');
    expect(saves(fake)).toEqual([]);
    await user.keyboard('{Enter}');
    await settled();
    expect(saves(fake)).toEqual([['event/form', 'hall']]);
    expect(focused()).toBe('event/place');
  });

  it('Enter goes on from a long text too', async () => {
    const { fake, user } = await atStep(1, 'event/speech');
    await user.keyboard(' Giữ vững.{Enter}');
    expect(document.activeElement).toBe(byId(TestId.footerNext));
    await settled();
    expect(saves(fake)[0]?.[0]).toBe('event/speech');
    expect(saves(fake)[0]?.[1]).not.toContain('\n');
  });

  it.each([{ isComposing: true }, { keyCode: 229 }])(
    'ignores keys of a composition',
    async (mark) => {
      const { fake } = await atStep(3, KDC);
      const input = field(KDC);
      await fireEvent.input(input, { target: { value: '12' } });
      const allowed = await fireEvent.keyDown(input, { key: 'Enter', ...mark });
      await fireEvent.keyDown(input, { key: 'Escape', ...mark });
      expect(allowed).toBe(true);
      expect(focused()).toBe(KDC);
      expect(input.value).toBe('12');
      expect(saves(fake)).toEqual([]);
    },
  );

  it.each(['Backspace', 'a', 'ư', '1', ' '])('never takes %s from the field', async (key) => {
    await atStep(3, KDC);
    expect(await fireEvent.keyDown(field(KDC), { key })).toBe(true);
  });
});

describe('details of a figure', () => {
  it('F2 opens them with the hand on the first and comes back', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    await user.keyboard('{F2}');
    await settled();
    expect(focused()).toBe('figure/at_co_quan/noun');
    await user.keyboard('cơ quan, đơn vị{Enter}');
    expect(focused()).toBe('figure/at_co_quan/lead');
    await user.keyboard('{F2}');
    await settled();
    expect(focused()).toBe(AGENCY);
    expect(saves(fake)).toEqual([['figure/at_co_quan/noun', 'cơ quan, đơn vị']]);
    await user.keyboard('{Enter}');
    expect(focused()).toBe('figure/at_dn/amount');
  });

  it('stand open when the hand is sent to one of them', async () => {
    await atStep(3, 'figure/at_xa/comment');
    expect(focused()).toBe('figure/at_xa/comment');
  });
});

describe('an indicator of one’s own', () => {
  it('is named in the last row and gets its number next', async () => {
    const { fake, user } = await atStep(3, 'indicator/standard/name');
    await user.keyboard('Trạm y tế{Enter}');
    await settled();
    expect(focused()).toBe('figure/own_12/amount');
    await user.keyboard('20{Enter}');
    await settled();
    expect(saves(fake).at(-1)).toEqual(['figure/own_12/amount', '20']);
    expect(field('indicator/standard/name').value).toBe('');
  });
});

describe('saving', () => {
  it('sends only what changed', async () => {
    const { fake, user } = await atStep(3, KDC);
    await user.keyboard('{Enter}{Enter}{Shift>}{Enter}{/Shift}');
    await fireEvent.input(field(XA), { target: { value: '1' } });
    await fireEvent.input(field(XA), { target: { value: '173/181' } });
    await user.tab();
    await settled();
    expect(saves(fake)).toEqual([]);
  });

  it('keeps one save in flight and the order of typing', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    const gate = hold(fake);
    await user.keyboard('1/2{Enter}3/4{Enter}5/6{Enter}');
    await settled();
    expect(saves(fake)).toEqual([[AGENCY, '1/2']]);
    expect(byId(TestId.savedMark).textContent).toContain('Đang lưu');
    await gate.release();
    expect(saves(fake)).toHaveLength(2);
    await gate.release();
    await gate.release();
    expect(saves(fake).map(([, text]) => text)).toEqual(['1/2', '3/4', '5/6']);
    expect(byId(TestId.savedMark).textContent).toContain('Đã lưu 14:02');
  });

  it('an older answer does not overwrite what is being typed', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    const gate = hold(fake);
    await user.keyboard('1/2{Enter}{Shift>}{Enter}{/Shift}7/');
    await gate.release();
    expect(field(AGENCY).value).toBe('7/');
    await user.keyboard('9{Enter}');
    await gate.release();
    expect(field(AGENCY).value).toBe('7/9');
  });

  it('typing the old text again after a sent change is saved as well', async () => {
    const { fake, user } = await atStep(3, XA);
    const gate = hold(fake);
    await user.keyboard('1/2{Enter}{Shift>}{Enter}{/Shift}173/181{Enter}');
    await gate.release();
    await gate.release();
    expect(saves(fake).map(([, text]) => text)).toEqual(['1/2', '173/181']);
    expect(field(XA).value).toBe('173/181');
  });

  it('Ctrl+S saves where the hand is', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    await user.keyboard('5/6{Control>}s{/Control}');
    await settled();
    expect(saves(fake)).toEqual([[AGENCY, '5/6']]);
    expect(focused()).toBe(AGENCY);
  });

  it('shows the mark of a saved field, but not beside an error', async () => {
    const { user } = await atStep(3, AGENCY);
    await user.keyboard('5/6{Enter}x{Enter}');
    await settled();
    const row = (key: string) => document.querySelector(`[data-row="${key}"]`)?.textContent ?? '';
    expect(row('figure/at_co_quan')).toContain('Đã lưu');
    expect(row('figure/at_dn')).not.toContain('Đã lưu');
    expect(row('figure/at_dn')).toContain('Chưa đọc được');
  });

  it('the offer beside a message is one press away', async () => {
    const { fake, user } = await atStep(3, 'figure/at_phuong/amount');
    await user.tab();
    expect(document.activeElement?.textContent).toContain('Đổi thành 4/5');
    await user.keyboard('{Enter}');
    await settled();
    expect(saves(fake)).toEqual([['figure/at_phuong/amount', '4/5']]);
    expect(focused()).not.toBeNull();
  });
});
