import type { CellHistory } from './ipc';

/** One number whose history can be seen and whose older values can be brought back. */
export type HistorySubject = {
  load: () => Promise<CellHistory>;
  restore: (change: number) => Promise<void>;
};

type Finder = (key: string) => HistorySubject | null;

/** The history that is shown, and how the screen at hand finds it for a field. */
export class Histories {
  shown = $state.raw<HistorySubject | null>(null);
  #find: Finder | null = null;

  /** While a screen is open it says what its fields are; undone with the answer. */
  within(find: Finder): () => void {
    this.#find = find;
    return () => {
      if (this.#find === find) this.#find = null;
    };
  }

  ask(key: string | null): void {
    if (key !== null) this.shown = this.#find?.(key) ?? null;
  }

  close(): void {
    this.shown = null;
  }
}
