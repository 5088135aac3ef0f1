import type { DeskStore } from '$lib/desk.svelte';
import type { DocumentFormat, DocumentOrder, SavedDocument } from '$lib/ipc';
import { problemText } from '$lib/problem';
import { vi } from '$lib/strings/vi';

/** Writing the documents: what is under way, what was written, what went wrong. */
export class Saving {
  busy = $state<string | null>(null);
  saved = $state.raw<SavedDocument | null>(null);
  problem = $state<string | null>(null);
  readonly #desk: DeskStore;
  readonly #order: () => DocumentOrder;

  constructor(desk: DeskStore, order: () => DocumentOrder) {
    this.#desk = desk;
    this.#order = order;
  }

  save(format: DocumentFormat): Promise<void> {
    return this.#run(vi.reports.saving, async () => {
      this.saved = await this.#desk.backend.saveDocument(this.#order(), format);
    });
  }

  /** The clerk may close the file dialog without choosing: then nothing changes. */
  saveAs(format: DocumentFormat): Promise<void> {
    return this.#run(vi.reports.saving, async () => {
      this.saved = (await this.#desk.backend.saveDocumentAs(this.#order(), format)) ?? this.saved;
    });
  }

  print(): Promise<void> {
    return this.#run(vi.reports.printing, async () => {
      await this.#desk.backend.printDocument(this.#order());
    });
  }

  open(path: string): Promise<void> {
    return this.#run(null, async () => {
      await this.#desk.backend.openDocument(path);
    });
  }

  async #run(busy: string | null, action: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = busy;
    this.problem = null;
    try {
      if (await this.#desk.settle()) await action();
    } catch (error) {
      this.problem = problemText(error);
    } finally {
      this.busy = null;
    }
  }
}
