import { afterEach } from 'vitest';
import { cleanup } from '@testing-library/svelte';

// jsdom lays nothing out and has no CSS.escape.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

afterEach(() => {
  cleanup();
  localStorage.clear();
});
