import type { DeskStore } from '$lib/desk.svelte';
import type { DocumentFormat, SavedDocument } from '$lib/ipc';
import { problemText } from '$lib/problem';
import { vi } from '$lib/strings/vi';

/** Writing the documents: what is under way, what was written, what went wrong. */
export class Saving {
  busy = $state<string | null>(null);
  saved = $state.raw<SavedDocument | null>(null);
  problem = $state<string | null>(null);
  #desk: DeskStore;

  constructor(desk: DeskStore) {
    this.#desk = desk;
  }

  save(format: DocumentFormat): Promise<void> {
    return this.#run(vi.reports.saving, async () => {
      this.saved = await this.#desk.backend.saveDocument(format);
    });
  }

  /** The clerk may close the file dialog without choosing: then nothing changes. */
  saveAs(format: DocumentFormat): Promise<void> {
    return this.#run(vi.reports.saving, async () => {
      this.saved = (await this.#desk.backend.saveDocumentAs(format)) ?? this.saved;
    });
  }

  print(): Promise<void> {
    return this.#run(vi.reports.printing, async () => {
      await this.#desk.backend.printDocument();
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
