import { Attempts } from '$lib/attempt.svelte';
import type { DeskStore } from '$lib/desk.svelte';
import type { DocumentOrder, ParagraphView, TypedWords } from '$lib/ipc';
import { sameWords } from './words';

/** The paragraphs of the chosen document, and the one that is being edited. */
export class Paragraphs extends Attempts {
  list = $state.raw<ParagraphView[] | null>(null);
  editing = $state<number | null>(null);
  /** Why the words of the open editor could not be saved when the hand left it. */
  unsaved = $state<string | null>(null);
  /** What stands in the open editor. */
  #read: (() => TypedWords[]) | null = null;
  readonly #desk: DeskStore;
  readonly #order: () => DocumentOrder;

  constructor(desk: DeskStore, order: () => DocumentOrder) {
    super();
    this.#desk = desk;
    this.#order = order;
  }

  load(): Promise<void> {
    return this.attempt(async () => {
      this.list = await this.#desk.backend.loadParagraphs(this.#order());
    });
  }

  /** The open editor tells how it is read; undone with the answer. */
  open(read: () => TypedWords[]): () => void {
    this.#read = read;
    return () => {
      if (this.#read === read) this.#read = null;
    };
  }

  /** Whether the open editor holds other words than are saved. */
  dirty(): boolean {
    const saved = this.list?.find(({ place }) => place === this.editing)?.parts;
    return this.#read !== null && saved !== undefined && !sameWords(this.#read(), saved);
  }

  /** Opens the editor of a paragraph; words of another one are saved first. */
  async edit(place: number): Promise<void> {
    if (this.editing === place) return;
    await this.leave();
    if (this.unsaved === null) this.editing = place;
  }

  /** Leaving an editor is what saves it. */
  async leave(): Promise<void> {
    const place = this.editing;
    if (place === null) return;
    if (this.dirty() && this.#read) await this.save(place, this.#read());
    else this.cancel();
    this.unsaved = this.editing === null ? null : this.problem;
  }

  cancel(): void {
    this.editing = null;
    this.unsaved = null;
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

  forget(): void {
    this.cancel();
    this.list = null;
    this.problem = null;
  }

  #change(ask: () => Promise<ParagraphView[]>): Promise<void> {
    return this.attempt(() =>
      this.#desk.inTurn(async () => {
        this.list = await ask();
        this.cancel();
        return null;
      }),
    );
  }
}
