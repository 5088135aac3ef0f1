import type { DeskStore } from '$lib/desk.svelte';
import type { DocumentOrder, ParagraphView, TypedWords } from '$lib/ipc';
import { problemText } from '$lib/problem';

/** The paragraphs of the chosen document, and the one that is being edited. */
export class Paragraphs {
  list = $state.raw<ParagraphView[] | null>(null);
  problem = $state<string | null>(null);
  editing = $state<number | null>(null);
  readonly #desk: DeskStore;
  readonly #order: () => DocumentOrder;

  constructor(desk: DeskStore, order: () => DocumentOrder) {
    this.#desk = desk;
    this.#order = order;
  }

  load(): Promise<void> {
    return this.#attempt(async () => {
      this.list = await this.#desk.backend.loadParagraphs(this.#order());
    });
  }

  /** Words as the clerk left them; the pages are drawn anew. */
  save(place: number, words: TypedWords[]): Promise<void> {
    const order = this.#order();
    return this.#change(() => this.#desk.backend.editParagraph(order, place, words));
  }

  reset(place: number): Promise<void> {
    const order = this.#order();
    return this.#change(() => this.#desk.backend.resetParagraph(order, place));
  }

  #change(ask: () => Promise<ParagraphView[]>): Promise<void> {
    return this.#attempt(() =>
      this.#desk.inTurn(async () => {
        this.list = await ask();
        this.editing = null;
        return null;
      }),
    );
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await action();
    } catch (error) {
      this.problem = problemText(error);
    }
  }
}
