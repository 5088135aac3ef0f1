import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { TypedEvent } from '../src/lib/ipc';
import { FakeBackend } from '../src/lib/ipc/fake';
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

type User = Awaited<ReturnType<typeof atScreen>>['user'];

const tree = () => byId(TestId.unitTree).textContent ?? '';
const story = () => byId(TestId.unitStory).textContent ?? '';
const keys = () =>
  [...byId(TestId.eventForm).querySelectorAll('[data-key]')].map((one) =>
    one.getAttribute('data-key'),
  );
const hits = () =>
  [...document.querySelectorAll('.search [role=option]')].map((one) => one.textContent);

async function open(tab: string) {
  document.querySelector<HTMLElement>(`[data-tab="${tab}"]`)?.click();
  await settled();
}

/** The form of an event, of a kind. */
async function atForm(kind: string, fake?: FakeBackend) {
  const window = await atScreen('units', fake);
  await open('record');
  await fireEvent.change(field('event/kind'), { target: { value: kind } });
  await settled();
  return window;
}

/** Types a name and takes the first unit found. */
async function pick(user: User, key: string, name: string) {
  field(key).focus();
  await user.keyboard(name);
  await settled();
  await user.keyboard('{Enter}');
  await settled();
}

const sent = (fake: FakeBackend) => called(fake, 'recordUnitEvent').at(-1)?.[0] as TypedEvent;

describe('the units of a province', () => {
  it('are shown with their counts for the wanted day', async () => {
    const { user } = await atScreen('units');
    expect(page()).toContain('Tỉnh Lạng Sơn ngày 15/11/2022');
    expect(page()).toContain('9 xã');
    expect(tree()).toContain('xã Kim Sơn');
    const day = document.querySelector<HTMLInputElement>('.day input');
    day?.focus();
    await user.clear(day as HTMLInputElement);
    await user.keyboard('31/12/2021{Enter}');
    await settled();
    expect(tree()).toContain('xã Kim Đức');
    expect(tree()).not.toContain('xã Kim Sơn');
  });

  it('stay when the day cannot be read, and so does the day', async () => {
    const { user } = await atScreen('units');
    const day = document.querySelector<HTMLInputElement>('.day input') as HTMLInputElement;
    await user.clear(day);
    await user.type(day, 'hôm qua{Enter}');
    await settled();
    expect(page()).toContain('Chưa đọc được ngày');
    expect(day.value).toBe('hôm qua');
    expect(tree()).toContain('xã Kim Sơn');
  });

  it('are found by an old name without diacritics', async () => {
    const { user } = await atScreen('units');
    expect(focused()).toBe('units/search');
    await user.keyboard('na lau');
    await settled();
    expect(hits()).toEqual(['xã Tân Tiến huyện Sông Thương, tỉnh Lạng Sơn · tên cũ: Nà Lầu']);
    await user.keyboard('{Enter}');
    await settled();
    expect(story()).toContain('Đổi tên từ xã Nà Lầu thành xã Tân Tiến');
  });

  it('of the same name are told apart', async () => {
    const { fake, user } = await atScreen('units');
    await user.keyboard('binh minh');
    await settled();
    expect(hits()[0]).toContain('huyện Cao Thượng');
    expect(hits()[1]).toContain('huyện Sông Thương');
    await user.keyboard('{ArrowDown}{Enter}');
    await settled();
    expect(called(fake, 'unitStory').at(-1)).toEqual(['u8']);
  });

  it('are walked through with the arrows; the story follows', async () => {
    const { user } = await atScreen('units');
    const rows = () => [...byId(TestId.unitTree).querySelectorAll('button')];
    rows()[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await settled();
    expect(document.activeElement?.textContent).toContain('phường Đông Sơn');
    expect(story()).toContain('phường Đông Sơn');
    await user.keyboard('{End}');
    await settled();
    expect(story()).toContain('xã Tân Tiến');
    expect(rows().filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });

  it('of a province without any say so', async () => {
    await atScreen('units');
    await choose('Tỉnh', 'p2');
    expect(page()).toContain('Không có đơn vị nào vào ngày này');
  });
});

describe('the form of an event', () => {
  const always = ['event/kind', 'event/date'];

  it.each([
    ['create', ['event/unitKind', 'event/name', 'event/parent']],
    ['rename', ['event/units', 'event/name']],
    ['retype', ['event/units', 'event/unitKind']],
    ['move', ['event/units', 'event/parent']],
    ['merge', ['event/units', 'event/into', 'event/unitKind', 'event/name']],
    ['split', ['event/units', 'event/part1', 'event/part2', 'method/event', 'event/keeps']],
    ['abolish', ['event/units']],
  ])('asks only for what “%s” needs', async (kind, fields) => {
    await atForm(kind);
    expect(keys()).toEqual([...always, ...fields, 'event/basis']);
  });

  it('asks for the unit that takes others over instead of a new name', async () => {
    await atForm('merge');
    byId(TestId.eventForm).querySelector<HTMLElement>('input[value="old"]')?.click();
    await settled();
    expect(keys()).toContain('event/taker');
    expect(keys()).not.toContain('event/name');
  });

  it('says what is missing at the field and goes to the first one', async () => {
    const { fake } = await atForm('rename');
    byId(TestId.eventSubmit).click();
    await settled();
    expect(focused()).toBe('event/date');
    expect(page()).toContain('Chưa có ngày có hiệu lực');
    expect(page()).toContain('Chưa chọn đơn vị');
    expect(page()).toContain('Chưa có tên');
    expect(called(fake, 'recordUnitEvent')).toEqual([]);
  });

  it('is filled in from the keyboard and recorded; undo takes it back', async () => {
    const { fake, user } = await atForm('rename');
    field('event/date').focus();
    await user.keyboard('01/03/2022{Enter}');
    expect(focused()).toBe('event/units');
    await user.keyboard('hoa binh');
    await settled();
    await user.keyboard('{Enter}{Enter}');
    expect(focused()).toBe('event/name');
    await user.keyboard('Hòa Bình Mới{Enter}NQ 12/NQ-HĐND{Enter}');
    expect(document.activeElement).toBe(byId(TestId.eventSubmit));
    await user.keyboard('{Enter}');
    await settled();
    expect(sent(fake)).toEqual({
      kind: 'rename',
      date: '01/03/2022',
      basis: 'NQ 12/NQ-HĐND',
      units: ['u9'],
      name: 'Hòa Bình Mới',
      unitKind: '',
      parent: '',
      parts: [],
      method: 'open',
      keeps: false,
    });
    expect(page()).toContain('Đã ghi: Đổi tên xã Hòa Bình thành xã Hòa Bình Mới');
    expect(page()).toContain('Căn cứ: NQ 12/NQ-HĐND');
    expect(tree()).toContain('xã Hòa Bình Mới');
    expect(byId(TestId.undo).title).toContain('ghi biến động');
    byId(TestId.undo).click();
    await settled();
    expect(tree()).not.toContain('xã Hòa Bình Mới');
  });

  it('keeps everything typed when the event is refused, also on other screens', async () => {
    const { fake, user } = await atForm('rename');
    await pick(user, 'event/units', 'an lac');
    field('event/date').focus();
    await user.keyboard('01/03/2022');
    field('event/name').focus();
    await user.keyboard('An Lạc');
    byId(TestId.eventSubmit).click();
    await settled();
    expect(page()).toContain('Tên mới giống tên đang có');
    expect(fake.store.events).toEqual([]);
    await user.keyboard('{Control>}3{/Control}');
    await settled();
    await user.keyboard('{Alt>}[Digit1]{/Alt}');
    await settled();
    expect(field('event/name').value).toBe('An Lạc');
    expect(field('event/date').value).toBe('01/03/2022');
    expect(byId(TestId.eventForm).textContent).toContain('xã An Lạc');
  });

  it('sends a division with new and old units, a type for the new ones, and shares', async () => {
    const { fake, user } = await atForm('split');
    field('event/date').focus();
    await user.keyboard('01/03/2022');
    await pick(user, 'event/units', 'kim son');
    await pick(user, 'event/part1', 'an lac');
    field('event/part2').focus();
    await user.keyboard('Kim Sơn Hạ');
    await settled();
    expect(keys()).toContain('event/unitKind');
    byId(TestId.eventSubmit).click();
    await settled();
    expect(page()).toContain('Chưa chọn cách phân bổ');
    await fireEvent.change(field('event/unitKind'), { target: { value: 'xã' } });
    document.querySelector<HTMLElement>('input[value="byHand"]')?.click();
    await settled();
    field('event/weight1').focus();
    await user.keyboard('45,5');
    byId(TestId.eventSubmit).click();
    await settled();
    expect(page()).toContain('Tỷ lệ cộng lại phải bằng 100%, đang là 45,5%');
    expect(called(fake, 'recordUnitEvent')).toEqual([]);
    field('event/weight2').focus();
    await user.keyboard('54,5');
    byId(TestId.eventSubmit).click();
    await settled();
    expect(sent(fake)).toMatchObject({
      units: ['u7'],
      parts: [
        { unit: 'u4', weight: '45,5' },
        { unit: 'Kim Sơn Hạ', weight: '54,5' },
      ],
      method: 'byHand',
      unitKind: 'xã',
    });
  });

  it('a new unit without a parent belongs to the province', async () => {
    const { fake, user } = await atForm('create');
    field('event/date').focus();
    await user.keyboard('01/03/2022');
    await fireEvent.change(field('event/unitKind'), { target: { value: 'xã' } });
    field('event/name').focus();
    await user.keyboard('Phú Xá');
    byId(TestId.eventSubmit).click();
    await settled();
    expect(sent(fake)).toMatchObject({ name: 'Phú Xá', parent: 'p1', units: [] });
  });

  it.each(['Enter', 'Escape', 'ArrowDown', 'Backspace'])(
    'leaves %s of an input method alone',
    async (key) => {
      const { user } = await atForm('rename');
      field('event/units').focus();
      await user.keyboard('hoa');
      await settled();
      expect(await fireEvent.keyDown(field('event/units'), { key, isComposing: true })).toBe(true);
      expect(focused()).toBe('event/units');
      expect(field('event/units').value).toBe('hoa');
    },
  );
});

describe('recorded events', () => {
  async function withEvent() {
    const fake = FakeBackend.langSon();
    fake.store.events.push({
      id: 7,
      kind: 'rename',
      day: '2022-03-01',
      text: 'Đổi tên xã An Lạc thành xã An Lạc Mới',
      basis: '',
      units: ['u4'],
      name: 'An Lạc Mới',
      unitKind: '',
      parent: '',
      parts: [],
      keeps: false,
    });
    const window = await atScreen('units', fake);
    await open('events');
    return window;
  }

  it('can be taken away again', async () => {
    const { fake } = await withEvent();
    expect(tree()).toContain('An Lạc Mới');
    byId(TestId.removeEvent).click();
    await settled();
    expect(called(fake, 'removeUnitEvent')).toEqual([[7]]);
    expect(seen(TestId.removeEvent)).toBe(false);
    expect(tree()).not.toContain('An Lạc Mới');
  });

  it('stay when they cannot be, with the reason beside them', async () => {
    const { fake } = await withEvent();
    refuseChanges(fake, 'Biến động sau dựa vào biến động này. Bỏ biến động sau trước.');
    byId(TestId.removeEvent).click();
    await settled();
    const row = byId(TestId.removeEvent).closest('li');
    expect(row?.textContent).toContain('Bỏ biến động sau trước');
  });
});

describe('divided units', () => {
  it('ask for shares; by hand they must sum to 100', async () => {
    const { fake, user } = await atScreen('units');
    await open('shares');
    const form = byId(TestId.shareForm);
    expect(form.textContent).toContain('xã Yên Phú');
    expect(form.textContent).toContain('số cũ chưa quy đổi được');
    form.querySelector<HTMLElement>('input[value="byHand"]')?.click();
    await settled();
    field('share/o3/u10').focus();
    await user.keyboard('45,5{Enter}44');
    await settled();
    expect(form.textContent).toContain('đang là 89,5%');
    byId(TestId.shareSave).click();
    await settled();
    expect(called(fake, 'recordUnitEvent')).toEqual([]);
    await user.clear(field('share/o3/u11'));
    await user.type(field('share/o3/u11'), '54,5{Enter}');
    expect(form.textContent).toContain('Cộng: 100%');
    expect(document.activeElement).toBe(byId(TestId.shareSave));
    await user.keyboard('{Enter}');
    await settled();
    expect(sent(fake)).toMatchObject({
      kind: 'share',
      units: ['o3'],
      method: 'byHand',
      parts: [
        { unit: 'u10', weight: '45,5' },
        { unit: 'u11', weight: '54,5' },
      ],
    });
    expect(page()).toContain('Đã ghi cách phân bổ');
  });

  it('can be left unshared; then no weights are asked for', async () => {
    const { fake } = await atScreen('units');
    await open('shares');
    byId(TestId.shareForm).querySelector<HTMLElement>('input[value="none"]')?.click();
    await settled();
    expect(document.querySelector('[data-key^="share/"]')).toBeNull();
    byId(TestId.shareSave).click();
    await settled();
    expect(sent(fake)).toMatchObject({ method: 'none', parts: [{ weight: '' }, { weight: '' }] });
  });
});

describe('named sets', () => {
  it('are made from a name and members found by search', async () => {
    const { fake, user } = await atScreen('units');
    await open('sets');
    button('Lập nhóm mới').click();
    await settled();
    expect(focused()).toBe('set/name');
    byId(TestId.setSave).click();
    await settled();
    expect(page()).toContain('Chưa có tên nhóm');
    await user.keyboard('Xã biên giới{Enter}');
    await pick(user, 'set/members', 'an lac');
    await pick(user, 'set/members', 'na lau');
    byId(TestId.setSave).click();
    await settled();
    expect(called(fake, 'putUnitSet')).toEqual([[null, 'Xã biên giới', ['u4', 'u12']]]);
    expect(page()).toContain('xã An Lạc, xã Tân Tiến');
  });

  it('are removed by name', async () => {
    const { fake } = await atScreen('units');
    await open('sets');
    button('Bỏ nhóm này').click();
    await settled();
    expect(called(fake, 'putUnitSet')).toEqual([[1, 'Các phường, thị trấn', []]]);
    expect(page()).toContain('Chưa có nhóm nào');
  });

  it('that are refused stay in the form', async () => {
    const { fake, user } = await atScreen('units');
    await open('sets');
    button('Sửa nhóm').click();
    await settled();
    refuseChanges(fake, 'Tên này đã có. Đặt tên khác.');
    await user.clear(field('set/name'));
    await user.type(field('set/name'), 'Trùng tên');
    byId(TestId.setSave).click();
    await settled();
    expect(page()).toContain('Tên này đã có. Đặt tên khác.');
    expect(field('set/name').value).toBe('Trùng tên');
  });
});
