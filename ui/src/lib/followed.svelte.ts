import { untrack } from 'svelte';
import type { DeskStore } from './desk.svelte';
import { problemText } from './problem';

/**
 * Something read from Rust that outlives its screen: read again when anything else changed, but
 * not for changes whose answers were taken already.
 */
export class Followed<T> {
  value = $state.raw<T | null>(null);
  problem = $state<string | null>(null);
  #desk: DeskStore;
  #load: () => Promise<T>;
  /** The change of the desk that the value already shows. */
  #shows = -1;
  #asked = 0;

  constructor(desk: DeskStore, load: () => Promise<T>) {
    this.#desk = desk;
    this.#load = load;
  }

  /** Keeps the value current while a screen shows it. Called in an effect. */
  follow(): void {
    const revision = this.#desk.revision;
    untrack(() => {
      if (this.#shows !== revision) void this.#read(this.#load);
    });
  }

  /** Reads something else; when that is refused, what was shown stays. */
  ask(load: () => Promise<T>): Promise<boolean> {
    return this.#read(load);
  }

  async #read(load: () => Promise<T>): Promise<boolean> {
    const asked = ++this.#asked;
    const revision = this.#desk.revision;
    try {
      const value = await load();
      if (asked !== this.#asked) return false;
      this.#load = load;
      this.value = value;
      this.#shows = revision;
      this.problem = null;
      return true;
    } catch (error) {
      if (asked === this.#asked) this.problem = problemText(error);
      return false;
    }
  }

  /** The answer to a change, taken before the desk counts that change. */
  take(value: T): void {
    this.#asked++;
    this.value = value;
    this.#shows = this.#desk.revision + 1;
  }

  /** Another dossier is open. */
  forget(load: () => Promise<T>): void {
    this.#asked++;
    this.#load = load;
    this.value = null;
    this.problem = null;
    this.#shows = -1;
  }
}
