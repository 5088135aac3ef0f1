import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { vi as vitest } from 'vitest';
import App from '../src/App.svelte';
import { FakeBackend } from '../src/lib/ipc/fake';
import { IpcFailure } from '../src/lib/ipc';
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
