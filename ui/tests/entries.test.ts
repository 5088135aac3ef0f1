import { describe, expect, it } from 'vitest';
import { TestId } from '../src/lib/testIds';
import { FakeBackend } from '../src/lib/ipc/fake';
import {
  atStep,
  byId,
  called,
  field,
  focused,
  hold,
  openWindow,
  refuse,
  saves,
  seen,
  settled,
} from './window';

describe('lists with a blank last entry', () => {
  it('keeps the focus and the typing while the entry gets its real key', async () => {
    const { fake, user } = await atStep(4);
    const gate = hold(fake);
    await user.keyboard('Camera an ninh{Enter}');
    const place = field('model/new/place');
    expect(document.activeElement).toBe(place);
    await user.keyboard('xã H');
    await gate.release();
    expect(document.activeElement).toBe(place);
    expect(focused()).toBe('model/12/place');
    await user.keyboard('ữu Lũng{Enter}');
    await gate.release();
    expect(saves(fake)).toEqual([
      ['model/new/model', 'Camera an ninh'],
      ['model/12/place', 'xã Hữu Lũng'],
    ]);
    expect(field('model/12/place').value).toBe('xã Hữu Lũng');
    expect(field('model/new/model').value).toBe('');
  });

  it('sends fields already waiting in the queue under the real key', async () => {
    const { fake, user } = await atStep(4);
    const gate = hold(fake);
    await user.keyboard('Camera{Enter}xã Cai Kinh{Enter}3{Enter}');
    await gate.release();
    await gate.release();
    await gate.release();
    expect(saves(fake).map(([key]) => key)).toEqual([
      'model/new/model',
      'model/12/place',
      'model/12/count',
    ]);
    expect(fake.store.entries.get('model')).toEqual([12]);
  });

  it('at the end of a blank entry the hand goes to the next blank one, then on', async () => {
    const { fake, user } = await atStep(6);
    await user.keyboard('Nhiệm vụ một{Enter}');
    await settled();
    expect(focused()).toBe('task/new/text');
    await user.keyboard('Nhiệm vụ hai{Enter}');
    await settled();
    expect(fake.store.entries.get('task')).toEqual([12, 13]);
    expect(focused()).toBe('task/new/text');
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(byId(TestId.footerNext));
  });

  it('stays at the end of a blank entry that could not be saved', async () => {
    const { fake, user } = await atStep(6);
    refuse(fake);
    await user.keyboard('Nhiệm vụ một{Enter}');
    await settled();
    expect(focused()).toBe('task/new/text');
    expect(field('task/new/text').value).toBe('Nhiệm vụ một');
  });

  it('goes from the end of an entry to the blank one', async () => {
    const { user } = await atStep(6);
    await user.keyboard('Nhiệm vụ một');
    await user.tab({ shift: true });
    await settled();
    field('task/12/text').focus();
    await user.keyboard('{Enter}');
    expect(focused()).toBe('task/new/text');
  });

  it('the remove button follows the fields and keeps the focus near', async () => {
    const { fake, user } = await atStep(5);
    await user.keyboard('Bằng khen{Enter}5{Enter}2{Enter}123/QĐ{Enter}');
    await settled();
    field('award/12/decision').focus();
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Xóa dòng Bằng khen');
    await user.keyboard('{Enter}');
    await settled();
    expect(called(fake, 'removeRow')).toEqual([[5, 'award/12']]);
    expect(focused()).toBe('award/new/what');
  });

  it('adds an indicator from the list', async () => {
    const { fake, user } = await atStep(2);
    const box = byId(TestId.addIndicator).querySelector('input');
    box?.focus();
    await user.keyboard('hoa giai{Enter}');
    await settled();
    expect(called(fake, 'addIndicator')).toEqual([[2, 'figure/hoa_giai/amount']]);
    expect(focused()).toBe('figure/hoa_giai/amount');
  });
});

describe('causes', () => {
  const offers = () =>
    [...byId(TestId.causeOffers).querySelectorAll('button')].map((one) => one.textContent?.trim());

  async function atShortcomings() {
    const fake = FakeBackend.langSon();
    fake.place = { step: 4, key: 'shortcoming/new/text' };
    fake.reasons = new Map([
      ['K.001', 'sáp nhập xã'],
      ['K.002', 'thiên tai'],
    ]);
    return openWindow(fake);
  }

  it('reasons given for findings are offered where causes are told', async () => {
    const { fake } = await atShortcomings();
    expect(offers()).toEqual(['số liệu đổi do sáp nhập xã', 'số liệu đổi do thiên tai']);
    byId(TestId.causeOffers).querySelector('button')?.click();
    await settled();
    expect(saves(fake)).toEqual([['shortcoming/new/text', 'số liệu đổi do sáp nhập xã']]);
    expect(field('shortcoming/12/text').value).toBe('số liệu đổi do sáp nhập xã');
    expect(offers(), 'what was taken is not offered again').toEqual(['số liệu đổi do thiên tai']);
  });

  it('do not overwrite what is half typed in the blank entry', async () => {
    const { fake, user } = await atShortcomings();
    await user.keyboard('ý đang gõ');
    byId(TestId.causeOffers).querySelector('button')?.click();
    await settled();
    expect(saves(fake)).toEqual([
      ['shortcoming/new/text', 'ý đang gõ'],
      ['shortcoming/new/text', 'số liệu đổi do sáp nhập xã'],
    ]);
    expect(field('shortcoming/12/text').value).toBe('ý đang gõ');
    expect(field('shortcoming/13/text').value).toBe('số liệu đổi do sáp nhập xã');
  });

  it('nothing is offered where no reason was given', async () => {
    const { fake } = await atStep(4);
    expect(called(fake, 'causePhrases')).toHaveLength(1);
    expect(seen(TestId.causeOffers)).toBe(false);
  });
});
