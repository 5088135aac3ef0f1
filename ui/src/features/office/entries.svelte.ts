import type { CatalogueView } from '$lib/ipc';
import { problemText } from '$lib/problem';

type Ask = () => Promise<CatalogueView>;
type Calls<Row> = {
  put: (row: Row) => Promise<CatalogueView>;
  remove: (id: number) => Promise<CatalogueView>;
  /** Makes a change in turn with all others; `taken` runs when it is accepted. */
  change: (ask: Ask, taken: () => void) => Promise<void>;
};

/** One list of the catalogue: the entry in its form, and what was refused. */
export class Entries<Row extends { id: number | null }> {
  /** The entry in the form; built-in ones never get there. */
  draft = $state<Row | null>(null);
  /** Why the form was not taken. */
  refused = $state<string | null>(null);
  /** The entry that could not be removed, and why. */
  kept = $state.raw<{ id: number; text: string } | null>(null);
  readonly #calls: Calls<Row>;
  #busy = false;

  constructor(calls: Calls<Row>) {
    this.#calls = calls;
  }

  open(row: Row): void {
    this.draft = { ...row };
    this.refused = null;
  }

  close(): void {
    this.draft = null;
    this.refused = null;
    this.kept = null;
  }

  keptAt(id: number): string | null {
    return this.kept?.id === id ? this.kept.text : null;
  }

  /** A refused entry stays in the form as it was typed. */
  async save(): Promise<boolean> {
    if (this.draft === null) return false;
    const row = $state.snapshot(this.draft) as Row;
    return this.#run(
      () => this.#calls.put(row),
      () => this.close(),
      (text) => (this.refused = text),
    );
  }

  /** An entry that goes away leaves its form as well. */
  remove(id: number): Promise<boolean> {
    return this.#run(
      () => this.#calls.remove(id),
      () => this.draft?.id === id && this.close(),
      (text) => (this.kept = { id, text }),
    );
  }

  async #run(ask: Ask, taken: () => void, refuse: (text: string) => void): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.refused = null;
    this.kept = null;
    try {
      await this.#calls.change(ask, taken);
      return true;
    } catch (error) {
      refuse(problemText(error));
      return false;
    } finally {
      this.#busy = false;
    }
  }
}
