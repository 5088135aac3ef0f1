import type { DeskStore } from './desk.svelte';
import { problemText } from './problem';

/** Something read from Rust and read again after every saved change. */
export class Loaded<T> {
  value = $state.raw<T | null>(null);
  problem = $state<string | null>(null);
  #asked = 0;

  constructor(desk: DeskStore, load: () => Promise<T>) {
    $effect(() => {
      void desk.revision;
      void this.#read(load);
    });
  }

  async #read(load: () => Promise<T>): Promise<void> {
    const asked = ++this.#asked;
    try {
      const value = await load();
      if (asked !== this.#asked) return;
      this.value = value;
      this.problem = null;
    } catch (error) {
      if (asked === this.#asked) this.problem = problemText(error);
    }
  }
}
