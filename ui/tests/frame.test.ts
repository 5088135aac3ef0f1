import { cleanup, fireEvent } from '@testing-library/svelte';
import { describe, expect, it, vi as vitest } from 'vitest';
import { TestId } from '../src/lib/testIds';
import { FakeBackend } from '../src/lib/ipc/fake';
import { DATA_SCREENS } from '../src/lib/screens';
import { atStep, byId, called, field, focused, openWindow, seen, settled } from './window';

const AGENCY = 'figure/at_co_quan/amount';

describe('place', () => {
  it('opens again at the field that was left', async () => {
    await openWindow();
    expect(byId(TestId.stepTitle).textContent).toBe('Đạt chuẩn');
    expect(focused()).toBe(AGENCY);
  });

  it('falls back to the first field when the remembered one is gone', async () => {
    await atStep(3, 'figure/no_longer_there');
    expect(focused()).toBe('figure/at_kdc/amount');
  });

  it('remembers the field the hand went to as soon as a save is confirmed', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    await user.keyboard('1/2{Enter}');
    await settled();
    expect(called(fake, 'rememberPlace').at(-1)).toEqual([3, 'figure/at_dn/amount']);
  });

  it.each(['home', ...DATA_SCREENS] as const)('opens again at the screen %s', async (screen) => {
    const { fake } = await openWindow();
    const nav = byId(TestId.stepNav).querySelector<HTMLElement>(`[data-step="${screen}"]`);
    nav?.click();
    const title = await vitest.waitFor(() => {
      expect(called(fake, 'rememberPlace').at(-1)).toEqual([0, `screen/${screen}`]);
      return byId(screen === 'home' ? TestId.home : TestId.stepTitle).textContent;
    });
    cleanup();
    await openWindow(fake);
    expect(byId(screen === 'home' ? TestId.home : TestId.stepTitle).textContent).toBe(title);
  });

  it('a screen of another version leads to the first step', async () => {
    await atStep(0, 'screen/no_longer_there');
    expect(focused()).toBe('event/date');
  });
});

describe('keys of the window', () => {
  it('Ctrl+1 to 8 and Alt with arrows go from step to step', async () => {
    const { user } = await atStep(3);
    await user.keyboard('{Control>}1{/Control}');
    await settled();
    expect(focused()).toBe('event/date');
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await settled();
    expect(byId(TestId.stepTitle).textContent).toBe('Kết quả');
    await user.keyboard('{Control>}8{/Control}');
    await settled();
    expect(document.activeElement).toBe(byId(TestId.savePdf));
  });

  it('a step change saves what was being typed, under the step it was typed in', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    await user.keyboard('5/6{Control>}1{/Control}');
    await settled();
    expect(called(fake, 'setField')).toEqual([[3, AGENCY, '5/6']]);
    expect(focused()).toBe('event/date');
  });

  it('undo names what it takes back and follows it', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    await user.keyboard('5/6{Enter}');
    await settled();
    expect(byId(TestId.undo).title).toBe('Hoàn tác: sửa Cơ quan');
    await user.keyboard('{Control>}z{/Control}');
    await settled();
    expect(field(AGENCY).value).toBe('');
    expect(called(fake, 'undo')).toEqual([[3]]);
    await user.keyboard('{Control>}y{/Control}');
    await settled();
    expect(field(AGENCY).value).toBe('5/6');
  });

  it('leaves Ctrl+Z to a field with unsaved text', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    await user.keyboard('5/6{Enter}');
    await settled();
    await user.keyboard('7{Control>}z{/Control}');
    await settled();
    expect(called(fake, 'undo')).toEqual([]);
  });

  it('Ctrl+K finds a step without diacritics', async () => {
    const { user } = await atStep(3);
    await user.keyboard('{Control>}k{/Control}');
    await settled();
    byId(TestId.paletteInput).focus();
    await user.keyboard('khen thuong{Enter}');
    await settled();
    expect(seen(TestId.palette)).toBe(false);
    expect(focused()).toBe('award/new/what');
  });

  it('F1 opens the help of this screen, F6 changes panes', async () => {
    const { user } = await atStep(3, AGENCY);
    await user.keyboard('{F1}');
    expect(byId(TestId.helpPanel).textContent).toContain('Câu sẽ in');
    await user.keyboard('{F1}{F6}');
    expect(document.activeElement?.getAttribute('data-step')).toBe('3');
  });

  it.each([
    { key: 'F5' },
    { key: 'r', ctrlKey: true },
    { key: 'p', ctrlKey: true },
    { key: 'Home', altKey: true },
    { key: 'BrowserBack' },
  ])('keeps %o from the web view', async (press) => {
    await atStep(3, AGENCY);
    expect(await fireEvent.keyDown(field(AGENCY), press)).toBe(false);
  });

  it('zooms between 100 and 200 %', async () => {
    const { user } = await atStep(3);
    const zoom = () => document.documentElement.dataset['zoom'];
    await user.keyboard('{Control>}====={/Control}');
    expect(zoom()).toBe('200');
    await user.keyboard('{Control>}={/Control}');
    expect(zoom()).toBe('200');
    await user.keyboard('{Control>}0{/Control}');
    expect(zoom()).toBe('100');
  });
});

describe('other screens', () => {
  it('practice shows its banner and can be left', async () => {
    const { fake, user } = await openWindow(new FakeBackend());
    byId(TestId.sample).focus();
    await user.keyboard('{Enter}');
    await settled();
    expect(byId(TestId.practiceBanner).textContent).toContain('không ảnh hưởng số liệu thật');
    byId(TestId.practiceLeave).click();
    await settled();
    expect(called(fake, 'leavePractice')).toHaveLength(1);
    expect(seen(TestId.welcome)).toBe(true);
  });

  it('a finding takes a reason and leads to its field', async () => {
    const { fake, user } = await atStep(7);
    await new Promise((done) => setTimeout(done, 300));
    await settled();
    byId(TestId.findingReason).focus();
    await user.keyboard('theo nguồn (sic){Enter}');
    await settled();
    expect(called(fake, 'giveReason')).toEqual([
      ['K.001:figure/at_phuong/amount', 'theo nguồn (sic)'],
    ]);
    byId(TestId.findingGo).click();
    await settled();
    expect(focused()).toBe('figure/at_phuong/amount');
  });

  it('reports shows the pages, saves and opens the file', async () => {
    const { fake, user } = await atStep(8);
    expect(document.querySelectorAll(`[data-testid="${TestId.reportPage}"] svg`)).toHaveLength(2);
    await user.keyboard('{Enter}');
    await settled();
    expect(byId(TestId.reportSaved).textContent).toContain('Đã lưu: C:\\Users');
    byId(TestId.openSaved).click();
    await settled();
    expect(called(fake, 'openDocument')).toHaveLength(1);
  });

  it('home offers what to do next', async () => {
    const { user } = await atStep(3);
    await user.keyboard('{F6}{Tab}{Tab}{Tab}{Tab}{Tab}{Tab}{Enter}');
    await settled();
    expect(document.activeElement).toBe(byId(TestId.nextAction));
    await user.keyboard('{Enter}');
    await settled();
    expect(focused()).toBe(AGENCY);
  });
});
