import { describe, expect, it } from 'vitest';
import { TestId } from '../src/lib/testIds';
import { atStep, byId, field, refuse, saves, seen, settled } from './window';

const AGENCY = 'figure/at_co_quan/amount';

describe('when saving fails', () => {
  it('keeps the text, says why and saves again on request', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    refuse(fake);
    await user.keyboard('583/590{Enter}');
    await settled();
    expect(field(AGENCY).value).toBe('583/590');
    expect(byId(TestId.savedMark).textContent).toContain('Chưa lưu');
    expect(byId(TestId.problem).textContent).toContain('ổ đĩa đầy');
    fake.beforeSave = () => undefined;
    byId(TestId.problemRetry).click();
    await settled();
    expect(seen(TestId.problem)).toBe(false);
    expect(saves(fake)).toHaveLength(2);
    expect(byId(TestId.savedMark).textContent).toContain('Đã lưu');
    expect(fake.store.values.get(AGENCY)).toBe('583/590');
  });

  it('keeps the text across screens', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    refuse(fake);
    await user.keyboard('583/590{Enter}{Control>}2{/Control}');
    await settled();
    await user.keyboard('{Control>}3{/Control}');
    await settled();
    expect(field(AGENCY).value).toBe('583/590');
    expect(field(AGENCY).dataset['state']).toBe('failed');
  });

  it('a second unsaved text waits with the first', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    refuse(fake);
    await user.keyboard('1/2{Enter}3/4{Enter}');
    await settled();
    fake.beforeSave = () => undefined;
    byId(TestId.problemRetry).click();
    await settled();
    expect(fake.store.values.get(AGENCY)).toBe('1/2');
    expect(fake.store.values.get('figure/at_dn/amount')).toBe('3/4');
  });

  it('does not change the dossier over an unsaved text', async () => {
    const { fake, user } = await atStep(3, AGENCY);
    refuse(fake);
    await user.keyboard('1/2{Enter}');
    await settled();
    byId(TestId.dossierMenu).click();
    await settled();
    await user.keyboard('{Enter}');
    await settled();
    expect(fake.calls.some((call) => call.name === 'openDossier')).toBe(false);
    expect(field(AGENCY).value).toBe('1/2');
  });

  it('says so when the dossier cannot be opened, and tries again', async () => {
    const { openWindow } = await import('./window');
    const { FakeBackend } = await import('../src/lib/ipc/fake');
    const fake = FakeBackend.langSon();
    const open = fake.openDesk.bind(fake);
    fake.openDesk = () => Promise.reject(new Error('boom'));
    await openWindow(fake);
    expect(byId(TestId.problem).textContent).toContain('thử lại');
    fake.openDesk = open;
    byId(TestId.problemRetry).click();
    await settled();
    expect(seen(TestId.problem)).toBe(false);
    expect(field(AGENCY)).toBeTruthy();
  });
});
