import { untrack } from 'svelte';
import type { DeskStore } from '$lib/desk.svelte';
import type { LogLine } from '$lib/ipc';
import { problemText } from '$lib/problem';

/** The pages of the log that were read so far, newest first. */
export class LogBook {
  lines = $state.raw<LogLine[] | null>(null);
  /** Where the next page begins; null on the last. */
  next = $state<number | null>(null);
  onlyDossier = $state(false);
  problem = $state<string | null>(null);
  #desk: DeskStore;
  #asked = 0;

  constructor(desk: DeskStore) {
    this.#desk = desk;
  }

  /** Begins anew at the top whenever something was done. Called in an effect. */
  follow(): void {
    void [this.#desk.revision, this.onlyDossier];
    untrack(() => void this.#read(null));
  }

  async more(): Promise<void> {
    if (this.next !== null) await this.#read(this.next);
  }

  async #read(before: number | null): Promise<void> {
    const asked = ++this.#asked;
    try {
      const page = await this.#desk.backend.loadLog(before, this.onlyDossier);
      if (asked !== this.#asked) return;
      this.lines = before === null ? page.lines : [...(this.lines ?? []), ...page.lines];
      this.next = page.next;
      this.problem = null;
    } catch (error) {
      if (asked === this.#asked) this.problem = problemText(error);
    }
  }
}
