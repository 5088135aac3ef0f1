import { untrack } from 'svelte';
import type { DeskStore } from '$lib/desk.svelte';
import { Followed } from '$lib/followed.svelte';
import type { DocumentDesk, DocumentKind, DocumentOrder } from '$lib/ipc';
import type { Keeper } from '$lib/keeper';
import { Paragraphs } from './paragraphs.svelte';
import { Templates } from './templates.svelte';

/** What stands beside the pages. */
export type Side = 'words' | 'templates' | 'written' | 'check';

const FIRST = 'briefing';

function blank(style: string): DocumentOrder {
  return {
    style,
    number: '',
    dated: '',
    unit: '',
    since: '',
    award: '',
    approximate: false,
    test: false,
    lens: { kind: 'asReported' },
  };
}

/** The reports desk: the kind that is chosen, what is typed for each kind, what is half edited. */
export class ReportsStore implements Keeper {
  style = $state(FIRST);
  side = $state<Side | null>(null);
  /** The number that was clicked. */
  source = $state<string | null>(null);
  readonly paragraphs: Paragraphs;
  readonly templates: Templates;

  readonly #load: () => Promise<DocumentDesk>;
  readonly #offered: Followed<DocumentDesk>;
  #typed = $state.raw<Record<string, DocumentOrder>>({});
  #last = blank(FIRST);
  /** The same object as long as nothing in it changed: pages are drawn anew for each other one. */
  readonly #order = $derived.by(() => {
    const wanted = this.#typed[this.style] ?? this.kind?.order ?? blank(this.style);
    if (JSON.stringify(wanted) !== JSON.stringify(untrack(() => this.#last))) this.#last = wanted;
    return this.#last;
  });

  constructor(desk: DeskStore) {
    this.#load = () => desk.backend.documentDesk();
    this.#offered = new Followed(desk, this.#load);
    this.paragraphs = new Paragraphs(desk, () => this.order);
    this.templates = new Templates(desk);
    desk.keepers.join(this);
  }

  follow(): void {
    this.#offered.follow();
  }

  get offered(): DocumentDesk | null {
    return this.#offered.value;
  }

  get problem(): string | null {
    return this.#offered.problem;
  }

  get kind(): DocumentKind | undefined {
    return this.offered?.kinds.find(({ order }) => order.style === this.style);
  }

  get order(): DocumentOrder {
    return this.#order;
  }

  /** Another kind of document; words that are half edited are saved first. */
  async choose(style: string): Promise<void> {
    await this.paragraphs.leave();
    this.style = style;
    this.source = null;
    if (this.side === 'words') await this.paragraphs.load();
  }

  /** What is typed for a kind stays with it until another dossier is opened. */
  change(part: Partial<DocumentOrder>): void {
    this.#typed = { ...this.#typed, [this.style]: { ...this.order, ...part } };
  }

  /** The correction of a written document. */
  async correct(path: string): Promise<void> {
    await this.choose('correction');
    this.change({ since: path });
  }

  async show(side: Side | null): Promise<void> {
    await this.paragraphs.leave();
    this.side = side;
    if (side === 'words') await this.paragraphs.load();
  }

  /** The paragraph of the page that was clicked, ready to be edited. */
  async edit(place: number): Promise<void> {
    if (this.side !== 'words') await this.show('words');
    await this.paragraphs.edit(place);
  }

  /** The template that says a paragraph. */
  async rewrite(template: string): Promise<void> {
    await this.show('templates');
    await this.templates.choose(template);
  }

  /* What the desk asks of every keeper of texts */

  editing(): boolean {
    return this.paragraphs.dirty();
  }

  commit(): void {
    void this.paragraphs.leave();
  }

  failed(): string | null {
    return this.paragraphs.unsaved;
  }

  retry(): void {
    void this.paragraphs.leave();
  }

  forget(): void {
    this.#typed = {};
    this.style = FIRST;
    this.side = null;
    this.source = null;
    this.paragraphs.forget();
    this.templates.forget();
    this.#offered.forget(this.#load);
  }
}
