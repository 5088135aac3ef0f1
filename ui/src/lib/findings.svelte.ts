import type { Finding } from './ipc';

const WAIT_MS = 250;

/** The findings of the checks, read again a little after each change. */
export class Findings {
  list = $state.raw<Finding[]>([]);
  #load: () => Promise<Finding[]>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(load: () => Promise<Finding[]>) {
    this.#load = load;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.list = [];
  }

  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#load().then(
        (found) => (this.list = found),
        () => undefined,
      );
    }, WAIT_MS);
  }
}
