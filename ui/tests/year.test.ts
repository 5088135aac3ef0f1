import { describe, expect, it } from 'vitest';
import { FakeBackend } from '../src/lib/ipc/fake';
import { TestId } from '../src/lib/testIds';
import {
  atStep,
  button,
  byId,
  called,
  field,
  focused,
  openWindow,
  page,
  refuseChanges,
  seen,
  settled,
} from './window';

const KDC = 'figure/at_kdc/amount';
const steps = (fake: FakeBackend) => called(fake, 'stepYear').map(([, step]) => step);

async function press(id: Parameters<typeof byId>[0]) {
  byId(id).click();
  await settled();
}

/** A year that was closed by Nguyễn Thị Lan, with the hand in step 3. */
async function atClosedYear() {
  const fake = FakeBackend.langSon();
  fake.place = { step: 3, key: KDC };
  const lines = ['Khóa sổ ngày 05/01/2023, người làm: Nguyễn Thị Lan'];
  fake.store.years.set(2022, { state: 'closed', lines });
  return openWindow(fake);
}

describe('the state of a year', () => {
  it('stands beside the dossier and goes from draft to closed', async () => {
    const { fake } = await atStep(3);
    expect(byId(TestId.yearChip).textContent).toContain('Nháp');
    await press(TestId.yearChip);
    await press(TestId.yearApprove);
    expect(byId(TestId.yearPanel).textContent).toContain('Duyệt ngày 08/02/2023');
    await press(TestId.yearClose);
    expect(steps(fake)).toEqual(['approve', 'close']);
    expect(byId(TestId.yearChip).textContent).toContain('Đã khóa sổ');
  });

  it('Enter by habit takes no step', async () => {
    const { fake, user } = await atStep(3);
    byId(TestId.yearChip).focus();
    await user.keyboard('{Enter}');
    await settled();
    await user.keyboard('{Enter}');
    await settled();
    expect(seen(TestId.yearPanel)).toBe(false);
    expect(steps(fake)).toEqual([]);
  });

  it('saves what is being typed before it is closed', async () => {
    const { fake, user } = await atStep(3, KDC);
    fake.store.years.set(2022, { state: 'approved', lines: [] });
    await user.keyboard('1.690/1.727');
    await press(TestId.yearChip);
    await press(TestId.yearClose);
    const order = fake.calls.map(({ name }) => name);
    expect(order.indexOf('setField')).toBeLessThan(order.indexOf('stepYear'));
  });

  it('a closed year says who closed it and when, on every screen, and cannot be typed into', async () => {
    const { fake, user } = await atClosedYear();
    expect(byId(TestId.closedLine).textContent).toContain(
      'Năm 2022: Khóa sổ ngày 05/01/2023, người làm: Nguyễn Thị Lan.',
    );
    expect(field(KDC).readOnly).toBe(true);
    await user.keyboard('9{Enter}');
    expect(focused()).toBe('figure/at_xa/amount');
    await settled();
    expect(called(fake, 'setField')).toEqual([]);
    for (const key of ['1', '3', '4']) {
      await user.keyboard(`{Alt>}[Digit${key}]{/Alt}`);
      await settled();
      expect(seen(TestId.closedLine), `Alt+${key}`).toBe(true);
    }
  });

  it('a list of choices of a closed year stays as it is', async () => {
    const { fake, user } = await atClosedYear();
    await user.keyboard('{Control>}1{/Control}');
    await settled();
    field('event/form').focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await settled();
    expect(field('event/form').value).toBe('online');
    expect(called(fake, 'setField')).toEqual([]);
  });

  it('is opened again only with a reason', async () => {
    const { fake, user } = await atClosedYear();
    await press(TestId.yearChip);
    await press(TestId.yearReopen);
    expect(steps(fake)).toEqual([]);
    expect(page()).toContain('Chưa có lý do');
    expect(document.activeElement).toBe(byId(TestId.yearReason));
    await user.keyboard('xã An Lạc nộp muộn{Enter}');
    await settled();
    expect(called(fake, 'stepYear')).toEqual([[2022, 'reopen', 'xã An Lạc nộp muộn']]);
    expect(byId(TestId.yearPanel).textContent).toContain('Lý do: xã An Lạc nộp muộn');
    expect(seen(TestId.closedLine)).toBe(false);
    expect(field(KDC).readOnly).toBe(false);
  });

  it('a refused step is explained and the reason stays', async () => {
    const { fake, user } = await atClosedYear();
    refuseChanges(fake, 'Năm 2022 đã ở bước này rồi.');
    await press(TestId.yearChip);
    byId(TestId.yearReason).focus();
    await user.keyboard('nộp muộn{Enter}');
    await settled();
    expect(byId(TestId.yearPanel).textContent).toContain('Năm 2022 đã ở bước này rồi.');
    expect((byId(TestId.yearReason) as HTMLInputElement).value).toBe('nộp muộn');
  });

  it('is not asked for without a dossier', async () => {
    await openWindow(new FakeBackend());
    expect(seen(TestId.yearChip)).toBe(false);
  });
});

describe('the history of a field', () => {
  it('opens with Ctrl+H, what was typed included, and brings a value back', async () => {
    const { fake, user } = await atStep(3, KDC);
    await user.keyboard('1.690/1.727{Control>}h{/Control}');
    await settled();
    expect(called(fake, 'fieldHistory')).toEqual([[KDC]]);
    expect(byId(TestId.historyPanel).textContent).toContain('1.686/1.727 → 1.690/1.727');
    await press(TestId.historyRestore);
    expect(called(fake, 'restoreField')).toEqual([[3, KDC, 42]]);
    expect(field(KDC).value).toBe('1.686/1.727');
    expect(seen(TestId.historyPanel)).toBe(false);
  });

  it('opens from the button in the details of a figure', async () => {
    const { fake, user } = await atStep(3, KDC);
    await user.keyboard('{F2}');
    await settled();
    button('Lịch sử').click();
    await settled();
    expect(called(fake, 'fieldHistory')).toEqual([[KDC]]);
  });

  it('a refusal stays in the panel', async () => {
    const { fake, user } = await atStep(3, KDC);
    await user.keyboard('{Control>}h{/Control}');
    await settled();
    refuseChanges(fake, 'Năm 2022 đã khóa sổ nên không sửa được.');
    await press(TestId.historyRestore);
    expect(byId(TestId.historyPanel).textContent).toContain('đã khóa sổ nên không sửa được');
  });

  it.each(['{Control>}h{/Control}', '{F1}', '{Control>}k{/Control}'])(
    'Esc closes what %s opened and the hand is back',
    async (keys) => {
      const { user } = await atStep(3, KDC);
      await user.keyboard(keys);
      await settled();
      expect(focused()).not.toBe(KDC);
      await user.keyboard('{Escape}');
      await settled();
      expect(document.querySelector('[role="dialog"]')).toBeNull();
      expect(focused()).toBe(KDC);
    },
  );

  it('a blank entry has none', async () => {
    const { user } = await atStep(4);
    await user.keyboard('{Control>}h{/Control}');
    await settled();
    expect(seen(TestId.historyPanel)).toBe(false);
    expect(focused()).toBe('model/new/model');
  });
});

describe('what changed since a document was saved', () => {
  it('is listed from Reports and from Home', async () => {
    const { fake, user } = await atStep(8);
    await user.keyboard('{Enter}');
    await settled();
    await press(TestId.changesAsk);
    expect(called(fake, 'changesSince')[0]?.[0]).toContain('Báo cáo tổng kết 2022.pdf');
    expect(byId(TestId.changesPanel).textContent).toContain('1.680/1.727 → 1.686/1.727');
    button('Đóng').click();
    await settled();
    document.querySelector<HTMLElement>('nav [data-step="home"]')?.click();
    await settled();
    await press(TestId.changesAsk);
    expect(called(fake, 'changesSince')).toHaveLength(2);
  });

  it('says so when nothing changed', async () => {
    const { fake, user } = await atStep(8);
    await user.keyboard('{Enter}');
    await settled();
    fake.changesSince = async () => ({ title: '', lines: [], next: null });
    await press(TestId.changesAsk);
    expect(byId(TestId.changesPanel).textContent).toContain('Chưa có gì thay đổi');
  });
});
