import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { FakeBackend } from '../src/lib/ipc/fake';
import { TestId } from '../src/lib/testIds';
import { byId, called, field, focused, openWindow, settled } from './window';

describe('welcome', () => {
  it('makes a dossier from the keyboard alone', async () => {
    const { fake, user } = await openWindow(new FakeBackend());
    expect(focused()).toBe('welcome/province');
    await user.keyboard('lang son{Enter}');
    expect(focused()).toBe('welcome/kind');
    await user.keyboard('{Enter}');
    expect(focused()).toBe('welcome/year');
    await user.keyboard('2022{Enter}');
    expect(document.activeElement).toBe(byId(TestId.createDossier));
    await user.keyboard('{Enter}');
    await settled();
    expect(called(fake, 'createDossier')).toEqual([
      [{ kind: 'annual', province: 'Lạng Sơn', year: 2022, years: null }],
    ]);
    expect(focused()).toBe('event/date');
  });

  it('asks the number of years for a review and takes a name not in the list', async () => {
    const { fake, user } = await openWindow(new FakeBackend());
    await user.keyboard('Hà Tuyên{Enter}{ArrowDown}{Enter}2019{Enter}');
    expect(focused()).toBe('welcome/years');
    await user.keyboard('5{Enter}{Enter}');
    await settled();
    expect(called(fake, 'createDossier')).toEqual([
      [{ kind: 'review', province: 'Hà Tuyên', year: 2019, years: 5 }],
    ]);
  });

  it('says what is missing at the field and goes there', async () => {
    const { fake } = await openWindow(new FakeBackend());
    byId(TestId.createDossier).click();
    await settled();
    expect(focused()).toBe('welcome/province');
    expect(document.body.textContent).toContain('Chưa có tên tỉnh');
    expect(called(fake, 'createDossier')).toEqual([]);
  });
});

describe('choosing a province', () => {
  const PROVINCE = 'welcome/province';
  const highlighted = () =>
    [...document.querySelectorAll('[role=option][aria-selected=true]')].map((option) =>
      option.textContent.trim(),
    );

  it('leaves the keys of an input method alone', async () => {
    const { user } = await openWindow(new FakeBackend());
    await user.keyboard('lang');
    for (const key of ['Enter', 'Escape', 'ArrowDown', 'Backspace', 'a'])
      expect(await fireEvent.keyDown(field(PROVINCE), { key, isComposing: true }), key).toBe(true);
    expect(focused()).toBe(PROVINCE);
    expect(field(PROVINCE).value).toBe('lang');
    expect(highlighted()).toEqual(['Lạng Sơn']);
  });

  it('the text stays as typed until a choice is taken', async () => {
    const { user } = await openWindow(new FakeBackend());
    await user.keyboard('la{ArrowDown}');
    expect(field(PROVINCE).value).toBe('la');
    await user.keyboard('{Escape}');
    expect(highlighted()).toEqual([]);
    expect(focused()).toBe(PROVINCE);
    await user.keyboard('ng{Enter}');
    expect(field(PROVINCE).value).toBe('Lạng Sơn');
  });
});
