import { Attempts } from '$lib/attempt.svelte';
import type { DeskStore } from '$lib/desk.svelte';
import type { TemplateVariable, TemplateView } from '$lib/ipc';

/** The templates, the one that is being rewritten, and texts that are not saved yet. */
export class Templates extends Attempts {
  list = $state.raw<TemplateView[] | null>(null);
  variables = $state.raw<TemplateVariable[]>([]);
  name = $state('');
  done = $state(false);
  #typed = $state.raw<Record<string, string>>({});
  readonly #desk: DeskStore;

  constructor(desk: DeskStore) {
    super();
    this.#desk = desk;
  }

  get chosen(): TemplateView | undefined {
    return this.list?.find(({ name }) => name === this.name);
  }

  /** What stands in the text field. */
  get text(): string {
    return this.#typed[this.name] ?? this.chosen?.text ?? '';
  }

  get dirty(): boolean {
    return this.text !== this.chosen?.text;
  }

  type(text: string): void {
    this.done = false;
    this.#typed = { ...this.#typed, [this.name]: text };
  }

  /** Opens with the first template of a family, unless one is open already. */
  load(family: string): Promise<void> {
    return this.attempt(async () => {
      this.list = await this.#desk.backend.loadTemplates();
      const first = this.list.find(({ name }) => name.startsWith(family)) ?? this.list[0];
      if (!this.chosen) await this.#open(first?.name ?? '');
    });
  }

  choose(name: string): Promise<void> {
    return this.attempt(async () => {
      this.list ??= await this.#desk.backend.loadTemplates();
      await this.#open(name);
    });
  }

  async #open(name: string): Promise<void> {
    this.name = name;
    this.done = false;
    this.variables = await this.#desk.backend.templateVariables(name);
  }

  save(): Promise<void> {
    const { name, text } = this;
    return this.#change(() => this.#desk.backend.putTemplate(name, text));
  }

  /** The text that came with the program. */
  reset(): Promise<void> {
    const { name } = this;
    return this.#change(() => this.#desk.backend.resetTemplate(name));
  }

  /** Back to the text that is saved. */
  restore(): void {
    this.problem = null;
    this.#drop(this.name);
  }

  forget(): void {
    this.list = null;
    this.name = '';
    this.variables = [];
    this.problem = null;
    this.done = false;
    this.#typed = {};
  }

  #drop(name: string): void {
    this.#typed = Object.fromEntries(Object.entries(this.#typed).filter(([of]) => of !== name));
  }

  #change(ask: () => Promise<TemplateView[]>): Promise<void> {
    const { name } = this;
    return this.attempt(() =>
      this.#desk.inTurn(async () => {
        this.list = await ask();
        this.#drop(name);
        this.done = true;
        return null;
      }),
    );
  }
}
