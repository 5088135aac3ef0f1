import { describe, expect, it } from 'vitest';
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
  seen,
  settled,
} from './window';

const table = () => byId(TestId.series);
const row = (label: string) =>
  [...table().querySelectorAll('tbody tr')].find((one) => one.textContent?.includes(label))
    ?.textContent ?? '';

describe('series over the years', () => {
  it('show each year with its rate, how many units reported, and the change in words', async () => {
    await atScreen('series');
    const residential = row('Khu dân cư đạt');
    expect(residential).toContain('141/156');
    expect(residential).toContain('(96,6%)');
    expect(residential).toContain('11/12 đơn vị');
    expect(residential).toContain('tăng 6,2 điểm %');
  });

  it('put a rule with words where the borders changed', async () => {
    await atScreen('series');
    const head = [...table().querySelectorAll('thead th')].find((one) =>
      one.textContent?.includes('2022'),
    );
    expect(head?.textContent).toContain('địa giới đổi ngày 01/01/2022');
    const marked = table().querySelectorAll('.break');
    const years = new Set([...marked].map((one) => (one as HTMLTableCellElement).cellIndex));
    expect(years).toEqual(new Set([2]));
    expect(marked).toHaveLength(1 + table().querySelectorAll('tbody tr').length);
  });

  it('are of one unit or set when it is chosen without diacritics', async () => {
    const { fake, user } = await atScreen('series');
    expect(focused()).toBe('series/scope');
    await user.clear(field('series/scope'));
    await user.keyboard('hoa binh{Enter}');
    await settled();
    expect(called(fake, 'loadSeries').at(-1)?.[0]).toMatchObject({ scope: 'u9' });
    expect(row('Khu dân cư đạt')).toContain('không so sánh được: địa giới đổi ngày 01/01/2022');
    await user.clear(field('series/scope'));
    await user.keyboard('toan tinh{Enter}');
    await settled();
    expect(called(fake, 'loadSeries').at(-1)?.[0]).toMatchObject({ scope: null });
  });

  it('say when no such scope is known', async () => {
    const { user } = await atScreen('series');
    await user.clear(field('series/scope'));
    await user.keyboard('hà tiên');
    await settled();
    expect(page()).toContain('Không có phạm vi “hà tiên”');
    expect(row('Khu dân cư đạt')).not.toBe('');
  });

  it('on today’s borders mark numbers with a word and name what is left over', async () => {
    await atScreen('series');
    await choose('Địa giới', 'today');
    expect(page()).toContain('không quy đổi được: xem lý do');
    expect(page()).toContain('xã Yên Phú năm 2021: đã chia');
    await choose('Nhóm', 'source');
    expect(row('Nguồn tin')).toContain('Xã tăng nhiều nhất: xã Hòa Bình');
  });

  it('follow an undo', async () => {
    const fake = FakeBackend.langSon();
    const { user } = await atScreen('sheet', fake);
    await user.keyboard('10/12{Enter}');
    await settled();
    await user.keyboard('{Alt>}[Digit3]{/Alt}');
    await settled();
    expect(row('Khu dân cư đạt')).toContain('138/145');
    byId(TestId.undo).click();
    await settled();
    expect(row('Khu dân cư đạt')).toContain('140/145');
  });
});

describe('the chart of a series', () => {
  const drawn = () => byId(TestId.chart).querySelector('svg')?.getAttribute('aria-label');

  it('shows the first indicator over the years, then what is chosen', async () => {
    await atScreen('series');
    expect(drawn()).toBe('Biểu đồ years của at_kdc');
    await choose('Chỉ tiêu', 'at_xa');
    await choose('Cách xem', 'strip');
    expect(drawn()).toBe('Biểu đồ strip của at_xa');
  });

  it('tells where a printed number is from, on the borders of the table, and closes with Esc', async () => {
    const { fake, user } = await atScreen('series');
    await choose('Địa giới', 'today');
    byId(TestId.drawnFigures).focus();
    await user.keyboard('{ArrowRight}{Enter}');
    await settled();
    const [source, lens] = called(fake, 'figureSource').at(-1) ?? [];
    expect(source).toContain('2022-11-15');
    expect(lens).toEqual({ kind: 'today' });
    expect(byId(TestId.sourcePanel).textContent).toContain('xã Hữu Lũng');
    await user.keyboard('{Escape}');
    await settled();
    expect(seen(TestId.sourcePanel)).toBe(false);
    expect(document.activeElement?.getAttribute('data-source')).toBe(source);
  });

  it('lists every number, and each leads to the table of units', async () => {
    const { fake, user } = await atScreen('series');
    await user.click(byId(TestId.chartNumbers).querySelector('summary') as HTMLElement);
    await settled();
    const numbers = byId(TestId.chartNumbers).querySelectorAll<HTMLElement>('button[data-source]');
    expect(numbers.length).toBeGreaterThan(1);
    numbers[0]?.click();
    await settled();
    expect(called(fake, 'figureSource').at(-1)?.[0]).toBe(numbers[0]?.dataset['source']);
    button('Đến bảng số liệu').click();
    await settled();
    expect(called(fake, 'loadSheet').at(-1)?.[0]).toMatchObject({ year: 2022 });
  });

  it('shows no source of another chart', async () => {
    const { user } = await atScreen('series');
    byId(TestId.drawnFigures).focus();
    await user.keyboard('{ArrowRight}{Enter}');
    await settled();
    await choose('Cách xem', 'strip');
    expect(seen(TestId.sourcePanel)).toBe(false);
  });

  it('follows the borders that are chosen for the table', async () => {
    const { fake } = await atScreen('series');
    await choose('Địa giới', 'today');
    expect(called(fake, 'loadChart').at(-1)?.[0]).toMatchObject({ lens: { kind: 'today' } });
  });
});
