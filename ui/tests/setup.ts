import { afterEach } from 'vitest';
import { cleanup } from '@testing-library/svelte';

// jsdom has no modal dialogs and no CSS.escape.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
};

globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

afterEach(() => {
  cleanup();
  localStorage.clear();
});
