import { fireEvent, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { vi as vitest } from 'vitest';
import App from '../src/App.svelte';
import { FakeBackend } from '../src/lib/ipc/fake';
import { IpcFailure } from '../src/lib/ipc';
import { DATA_SCREENS, type DataScreen } from '../src/lib/screens';
import type { TestIdName } from '../src/lib/testIds';

/** The whole window on a stand-in backend. */
export async function openWindow(fake: FakeBackend = FakeBackend.langSon()) {
  const user = userEvent.setup();
  render(App, { props: { backend: fake } });
  await settled();
  return { fake, user };
}

/** Waits until no promise or redraw is on its way. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await new Promise((done) => setTimeout(done, 0));
    await tick();
  }
}

export async function atStep(step: number, key: string | null = null) {
  const fake = FakeBackend.langSon();
  fake.place = { step, key };
  return openWindow(fake);
}

/** One of the screens about all years and units, reached by its key. */
export async function atScreen(screen: DataScreen, fake: FakeBackend = FakeBackend.langSon()) {
  const window = await openWindow(fake);
  await window.user.keyboard(`{Alt>}[Digit${DATA_SCREENS.indexOf(screen) + 1}]{/Alt}`);
  await settled();
  return window;
}

/** Takes a choice of a list above a table. */
export async function choose(label: string, value: string): Promise<void> {
  const controls = [...document.querySelectorAll('.controls label')];
  const list = controls.find((one) => one.textContent?.includes(label))?.querySelector('select');
  if (!list) throw new Error(`no list ${label}`);
  await fireEvent.change(list, { target: { value } });
  await settled();
}

/** The first button with these words. */
export function button(words: string): HTMLElement {
  const found = [...document.querySelectorAll('button')].find((one) =>
    one.textContent?.includes(words),
  );
  if (!found) throw new Error(`no button “${words}”`);
  return found;
}

export const page = () => document.body.textContent ?? '';

/** Every change of units, cells, years and files is refused with this sentence. */
export function refuseChanges(fake: FakeBackend, message: string): void {
  fake.beforeChange = () => {
    throw new IpcFailure({ code: 'refused', message });
  };
}

export function field(key: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`[data-key="${key}"]`);
  if (!found) throw new Error(`no field ${key}`);
  return found;
}

export function byId(id: TestIdName): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
  if (!found) throw new Error(`nothing has the test id ${id}`);
  return found;
}

export const seen = (id: TestIdName) => document.querySelector(`[data-testid="${id}"]`) !== null;
export const focused = () => document.activeElement?.getAttribute('data-key') ?? null;
export const saves = (fake: FakeBackend) =>
  fake.calls.filter((call) => call.name === 'setField').map((call) => call.args.slice(1));
export const called = (fake: FakeBackend, name: string) =>
  fake.calls.filter((call) => call.name === name).map((call) => call.args);

/** Holds every save until `release` is called. */
export function hold(fake: FakeBackend) {
  const waiting: (() => void)[] = [];
  fake.beforeSave = () => new Promise<void>((done) => waiting.push(done));
  return {
    started: () => waiting.length,
    release: async () => {
      await vitest.waitFor(() => {
        if (waiting.length === 0) throw new Error('no save has begun');
      });
      waiting.shift()?.();
      await settled();
    },
  };
}

export function refuse(fake: FakeBackend, message = 'Chưa lưu được vì ổ đĩa đầy.') {
  fake.beforeSave = () => {
    throw new IpcFailure({ code: 'disk_full', message });
  };
}
